import TestKit
import Testing

@testable import InvoicePDF

@Suite("The e-invoice in the file")
struct PDFAttachmentTests {
    @Test("comes out as it went in")
    func content() async throws {
        let pdf = try LaidOutSample.pdf(.facturXEN16931, attachment: LaidOutSample.eInvoice)
        #expect(try await PDFTools.run("pdfdetach", ["-list", "/dev/stdin"], on: pdf).contains("1: factur-x.xml"))
        let result = try await runTool("pdfdetach", ["-save", "1", "-o", "/dev/stdout", "/dev/stdin"], input: pdf)
        #expect(result.output == LaidOutSample.eInvoice.bytes)
    }

    @Test("is described as PDF/A-3 and Factur-X want it")
    func dictionaries() async throws {
        let file = try await PDFObjects(of: LaidOutSample.pdf(.facturXEN16931, attachment: LaidOutSample.eInvoice))
        let specification = try #require(file.all(containing: "/Type /Filespec").first)
        let stream = try #require(file.numbers(containing: "/Type /EmbeddedFile").first)
        for entry in [
            "/AFRelationship /Alternative", "/F (factur-x.xml)", "/UF (factur-x.xml)", "/Desc (E-invoice)",
            "/EF <<\n    /F \(stream) 0 R\n    /UF \(stream) 0 R\n  >>",
        ] {
            #expect(specification.contains(entry), "\(entry)")
        }
        let embedded = try #require(file.objects[stream])
        #expect(embedded.contains("/Subtype /text#2fxml"))
        #expect(embedded.contains("/Params <<\n    /ModDate (D:20250131000000Z)\n    /Size 21\n  >>"))
        let catalog = try #require(file.all(containing: "/Type /Catalog").first)
        let number = try #require(file.numbers(containing: "/Type /Filespec").first)
        #expect(catalog.contains("/AF [\n    \(number) 0 R\n  ]"))
        #expect(catalog.contains("/EmbeddedFiles <<\n      /Names [\n        (factur-x.xml)\n        \(number) 0 R\n      ]"))
    }

    @Test("has a date even if the invoice has none")
    func date() async throws {
        let file = try await PDFObjects(of: LaidOutSample.pdf(.facturXBasic, attachment: LaidOutSample.eInvoice) { $0.date = nil })
        #expect(file.all(containing: "/Type /EmbeddedFile").first?.contains("/ModDate (D:19700101000000Z)") == true)
    }

    @Test("is not there unless it is asked for")
    func absent() async throws {
        let text = try await PDFObjects(of: LaidOutSample.pdf()).text
        #expect(!text.contains("EmbeddedFile") && !text.contains("/AF"))
    }
}
