import TestKit
import Testing

@testable import InvoicePDF

@Suite("What the file says about itself")
struct PDFMetadataTests {
    @Test("stands in XMP that any program finds, and is the same in the information dictionary")
    func agreement() async throws {
        let pdf = try LaidOutSample.pdf()
        let packet = try #require(Self.packet(of: pdf))
        for part in [
            #"<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Invoice &lt;7&gt; &amp; more</rdf:li></rdf:Alt></dc:title>"#,
            #"<dc:creator><rdf:Seq><rdf:li>Käse &amp; Søn (Ltd) \</rdf:li></rdf:Seq></dc:creator>"#,
            "<xmp:CreatorTool>InvoicePDF</xmp:CreatorTool>", "<pdf:Producer>InvoicePDF</pdf:Producer>",
            "<xmp:CreateDate>2025-01-31T00:00:00Z</xmp:CreateDate>", "<xmp:ModifyDate>2025-01-31T00:00:00Z</xmp:ModifyDate>",
        ] {
            #expect(packet.contains(part), "\(part)")
        }
        let information = try #require(try await PDFObjects(of: pdf).all(containing: "/Creator ").first)
        for part in [
            "/Title \(PDFText.string("Invoice <7> & more".unicodeScalars).lowercased())",
            "/Author \(PDFText.string("Käse & Søn (Ltd) \\".unicodeScalars).lowercased())", "/Creator (InvoicePDF)",
            "/Producer (InvoicePDF)", "/CreationDate (D:20250131000000Z)", "/ModDate (D:20250131000000Z)",
        ] {
            #expect(information.contains(part), "\(part)")
        }
    }

    @Test("has no dates and no author where there are none")
    func absent() async throws {
        let pdf = try LaidOutSample.pdf { invoice in
            invoice.date = nil
            invoice.author = ""
        }
        let packet = try #require(Self.packet(of: pdf))
        #expect(!packet.contains("Date>") && !packet.contains("dc:creator"))
        let information = try #require(try await PDFObjects(of: pdf).all(containing: "/Creator ").first)
        #expect(!information.contains("Date") && !information.contains("/Author"))
    }

    @Test("is XML whatever the title holds, and fits into the strings of PDF")
    func hostileTitle() async throws {
        let pdf = try LaidOutSample.pdf { $0.title = "a\u{0}\u{8}]]>\u{FFFE}\u{FFFF}\r😀" + String(repeating: "\u{1F600}", count: 100_000) }
        let packet = try #require(Self.packet(of: pdf))
        let kept = String(repeating: "\u{1F600}", count: 8_000 - 10)
        #expect(packet.contains(#"x-default">a]]&gt;&#13;😀\#(kept)</rdf:li>"#))
        #expect(try await runTool("mutool", ["show", "/dev/stdin", "trailer/Info/Title"], input: pdf).status == 0)
        let strings = try await PDFObjects(of: pdf).text.matches(of: /<([0-9a-f]+)>/)
        #expect(strings.allSatisfy { $0.1.utf8.count <= 2 * 32_767 })
    }

    @Test("claims PDF/A-3b and PDF/UA-1 with a colour profile, but for a plain file", arguments: InvoiceProfile.allCases)
    func conformance(profile: InvoiceProfile) async throws {
        let pdf = try LaidOutSample.pdf(profile)
        let packet = try #require(Self.packet(of: pdf))
        for part in [
            "<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>B</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>",
            "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
        ] {
            #expect(packet.contains(part) == (profile != .plain), "\(part)")
        }
        let file = try await PDFObjects(of: pdf)
        #expect(file.text.contains("/S /GTS_PDFA1") == (profile != .plain))
        #expect(!packet.contains("fx:"))
    }

    @Test("names the e-invoice in the words of Factur-X")
    func eInvoice() throws {
        let packet = try #require(Self.packet(of: try LaidOutSample.pdf(.facturXEN16931, attachment: LaidOutSample.eInvoice)))
        for part in [
            #"xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#""#, "<fx:DocumentType>INVOICE</fx:DocumentType>",
            "<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>", "<fx:Version>1.0</fx:Version>",
            "<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>", "<pdfaSchema:prefix>fx</pdfaSchema:prefix>",
            "<pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>",
        ] {
            #expect(packet.contains(part), "\(part)")
        }
        let names = packet.matches(of: /<pdfaProperty:name>(\w+)</).map { String($0.1) }
        #expect(names == ["part", "DocumentFileName", "DocumentType", "Version", "ConformanceLevel"])
    }

    /// The XMP packet, as a program finds it that knows nothing of PDF.
    private static func packet(of pdf: [UInt8]) -> String? {
        String(decoding: pdf, as: UTF8.self)
            .firstMatch(of: /<\?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"\?>(?s:.*?)<\?xpacket end="r"\?>/)
            .map { String($0.0) }
    }
}
