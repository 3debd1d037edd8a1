import TestKit
import Testing

@testable import InvoicePDF

@Suite("The file")
struct PDFStructureTests {
    @Test("begins and ends as PDF 1.7 wants it")
    func frame() throws {
        let pdf = try renderer.render(.full)
        #expect(pdf.starts(with: Array("%PDF-1.7\n%".utf8)))
        #expect(pdf[10..<14].allSatisfy { $0 > 127 })
        #expect(Array(pdf.suffix(6)) == Array("%%EOF\n".utf8))
    }

    @Test("has a cross-reference stream that points at every object", arguments: [InvoiceRequest.demo, .full, .items(120)])
    func crossReferences(request: InvoiceRequest) async throws {
        let pdf = try renderer.render(request)
        let entries = try await PDFTools.run("qpdf", ["--show-xref", "/dev/stdin"], on: pdf).split(separator: "\n")
        #expect(entries.count > 10)
        for entry in entries where !entry.contains("compressed; stream = ") {
            let match = try #require(entry.wholeMatch(of: /(\d+)\/0: uncompressed; offset = (\d+)/))
            let head = Array("\(match.1) 0 obj\n".utf8)
            #expect(Array(pdf[(try #require(Int(match.2)))...].prefix(head.count)) == head)
        }
        #expect(String(decoding: pdf.suffix(64), as: UTF8.self).contains(/\nstartxref\n\d+\n%%EOF\n$/))
    }

    @Test("of any profile is clean for qpdf and ghostscript", arguments: InvoiceProfile.allCases)
    func profiles(profile: InvoiceProfile) async throws {
        let pdf = try LaidOutSample.pdf(profile, attachment: profile.hasEInvoice ? LaidOutSample.eInvoice : nil)
        #expect(try await PDFTools.faults(of: pdf) == nil)
        let arguments = ["-q", "-sDEVICE=nullpage", "-dBATCH", "-dNOPAUSE", "-dPDFSTOPONERROR", "-dPDFSTOPONWARNING", "-"]
        let result = try await runTool("gs", arguments, input: pdf)
        #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty, "\(result.text)\(result.errorText)")
    }

    @Test("is the same each time, and another for another invoice")
    func determinism() throws {
        let first = try LaidOutSample.pdf(.facturXBasic, attachment: LaidOutSample.eInvoice)
        #expect(try LaidOutSample.pdf(.facturXBasic, attachment: LaidOutSample.eInvoice) == first)
        let other = try LaidOutSample.pdf(.facturXBasic, attachment: LaidOutSample.eInvoice) { $0.author = "Another" }
        #expect(Self.identifier(of: first) != nil && Self.identifier(of: first) != Self.identifier(of: other))
    }

    private static func identifier(of pdf: [UInt8]) -> String? {
        String(decoding: pdf.suffix(2_000), as: UTF8.self).firstMatch(of: /\/ID \[<([0-9A-F]{32})> <\1>\]/).map { String($0.1) }
    }

    @Test("is clean for qpdf", arguments: [InvoiceRequest.demo, .full, .items(120), .describing("e\u{301}\u{323} office Ω\u{2126}")])
    func qpdf(request: InvoiceRequest) async throws {
        #expect(try await PDFTools.faults(of: renderer.render(request)) == nil)
    }

    @Test("embeds both fonts as subsets with a map to Unicode")
    func fonts() async throws {
        let output = try await PDFTools.run("pdffonts", on: renderer.render(.full))
        let fonts = output.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ").map(String.init) }
        #expect(fonts.count == 2)
        for font in fonts {
            #expect(font[0].wholeMatch(of: /[A-Z]{6}\+NotoSans-(Regular|Bold)/) != nil)
            #expect(font.dropFirst().prefix(6) == ["CID", "TrueType", "Identity-H", "yes", "yes", "yes"])
        }
    }

    @Test("is A4, and says what it is")
    func information() async throws {
        let output = try await PDFTools.run("pdfinfo", on: renderer.render(.full))
        #expect(output.contains("Invoice 2025-0042"))
        #expect(output.contains("Brightwater Studio GmbH"))
        #expect(output.contains("(A4)"))
        #expect(output.contains("CreationDate:    Fri Jan 31"))
    }

    @Test("is small: the fonts hold only what is used")
    func size() throws {
        #expect(try renderer.render(.demo).count < 12_000)
    }

    @Test(
        "writes numbers without exponents",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (-0.004, "0"), (0.005, "0.01"), (1.5, "1.5"), (-12.25, "-12.25"), (595.276, "595.28"), (0.05, "0.05"),
            (1e9, "1000000000"), (.infinity, "2000000000"), (-.infinity, "-2000000000"), (.nan, "0"),
        ]
    )
    func numbers(value: Double, expected: String) {
        #expect(PDFText.number(value) == expected)
    }

    @Test("hashes as FNV-1a of 128 bits does, and longer content by words")
    func hash() {
        // The test vectors of RFC 9923 appendix C.
        #expect(Self.hash("") == "6C62272E07BB014262B821756295C58D")
        #expect(Self.hash("foobar") == "343E1662793C64BF6F0D3597BA446F18")
        // 8 + 8 + 3 bytes, worked out in another language: each word is a little-endian number.
        #expect(Self.hash("0123456789abcdefxyz") == "6404340AD782FFDB8D5E024DA15AE8E0")
        #expect(Self.hash("0123456789abcdefxyz") != Self.hash("0123456789abcdefzyx"))
    }

    private static func hash(_ text: String) -> String {
        var hash = StableHash()
        hash.add(Array(text.utf8))
        return hash.hexadecimal
    }
}
