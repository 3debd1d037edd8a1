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

    @Test("has a cross-reference table that points at every object", arguments: [InvoiceRequest.demo, .full, .items(120)])
    func crossReferences(request: InvoiceRequest) throws {
        let pdf = try renderer.render(request)
        let table = try #require(CrossReferenceTable(of: pdf))
        #expect(table.offsets.count > 10)
        for (index, offset) in table.offsets.enumerated() {
            let head = Array("\(index + 1) 0 obj\n".utf8)
            #expect(Array(pdf[offset...].prefix(head.count)) == head)
        }
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
            (1e9, "1000000000"),
        ]
    )
    func numbers(value: Double, expected: String) {
        #expect(PDFText.number(value) == expected)
    }

    @Test("hashes as FNV-1a of 128 bits does")
    func hash() {
        // The test vectors of RFC 9923 appendix C.
        var hash = StableHash()
        #expect(hash.hexadecimal == "6C62272E07BB014262B821756295C58D")
        hash.add("foobar".utf8)
        #expect(hash.hexadecimal == "343E1662793C64BF6F0D3597BA446F18")
    }
}

/// The classic cross-reference table, read strictly.
struct CrossReferenceTable {
    let offsets: [Int]

    init?(of pdf: [UInt8]) {
        let tail = String(decoding: pdf.suffix(64), as: UTF8.self)
        guard let match = tail.firstMatch(of: /startxref\n(\d+)\n%%EOF\n$/), let start = Int(match.1), start < pdf.count else { return nil }
        let table = String(decoding: pdf[start...], as: UTF8.self)
        guard let head = table.prefixMatch(of: /xref\n0 (\d+)\n0000000000 65535 f \n/), let count = Int(head.1) else { return nil }
        let first = start + head.0.utf8.count
        guard table.contains("/Size \(count) ") else { return nil }
        offsets = (0..<(count - 1)).compactMap { index in
            let entry = String(decoding: pdf[(first + index * 20)...].prefix(20), as: UTF8.self)
            return entry.wholeMatch(of: /(\d{10}) 00000 n \n/).flatMap { Int($0.1) }
        }
        guard offsets.count == count - 1 else { return nil }
    }
}
