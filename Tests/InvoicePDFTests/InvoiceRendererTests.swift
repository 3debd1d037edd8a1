import InvoicePDF
import Testing

@Suite("The renderer")
struct InvoiceRendererTests {
    @Test("gives equal bytes for equal requests, also from another renderer")
    func deterministic() throws {
        let first = try renderer.render(.full)
        #expect(try renderer.render(.full) == first)
        #expect(try InvoiceRenderer().render(.full) == first)
    }

    @Test("gives other bytes for other requests")
    func distinct() throws {
        var other = InvoiceRequest.full
        other.invoiceNumber = "2025-0043"
        #expect(try renderer.render(other) != renderer.render(.full))
    }

    @Test("gives equal bytes to many tasks at once, the first of which open the fonts")
    func concurrent() async throws {
        let renderer = InvoiceRenderer()
        let requests = [InvoiceRequest.demo, .full, .items(60), .describing("office Ω ж")]
        let expected = try requests.map { try InvoicePDFTests.renderer.render($0) }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for index in 0..<200 {
                group.addTask { try renderer.render(requests[index % requests.count]) == expected[index % requests.count] }
            }
            for try await isEqual in group {
                #expect(isEqual)
            }
        }
    }

    @Test("names every character that no font has, and where it stands")
    func missingGlyph() {
        var request = InvoiceRequest.describing("Tea \u{378} and 🙂")
        request.from.name = "𓿿"
        request.notes = "fine"
        let error = InvoiceError.missingGlyph(characters: ["\u{378}", "𓿿", "🙂"], paths: ["$.from.name", "$.items[0].description"])
        #expect(throws: error) { try renderer.render(request) }
    }

    @Test("says which font it cannot use", arguments: ["/nowhere/font.ttf", "/etc/passwd", "/tmp", "/dev/null"])
    func fontUnusable(path: String) {
        let fonts = InvoiceFonts(regular: InvoiceFonts.notoSans.regular, bold: FontFile(path: path))
        let renderer = InvoiceRenderer(fonts: fonts)
        #expect(throws: InvoiceError.fontUnusable(path: path)) { try renderer.openFonts() }
        #expect(throws: InvoiceError.fontUnusable(path: path)) { try renderer.render(.demo) }
    }

    @Test("refuses more than a thousand pages")
    func tooManyPages() {
        let lines = String(repeating: "a\n", count: 60_000)
        #expect(throws: InvoiceError.tooManyPages(limit: 1_000)) { try renderer.render(.describing(lines)) }
    }

    @Test(
        "makes a sound file of whatever a string can hold",
        arguments: [
            "", " ", "\n\n\n", "\0\u{1}\u{1F}\u{7F}", String(repeating: "W", count: 20_000), String(repeating: " ", count: 20_000) + "x",
            String(repeating: "\u{301}", count: 20_000), String(repeating: "e\u{301}", count: 10_000),
            String(repeating: "a\n", count: 3_000),
            "\u{200D}\u{FE0F}\u{202E}\u{FEFF}", "(paren\\ ) <hex> /name %comment endstream endobj", "a\u{308}\u{323}\u{304}",
        ]
    )
    func hostileText(text: String) async throws {
        var request = InvoiceRequest.describing(text)
        request.from = InvoiceParty(name: text, address: text)
        request.invoiceNumber = text
        request.notes = text
        request.isDemo = true
        #expect(try await PDFTools.faults(of: renderer.render(request)) == nil)
    }

    @Test("has a glyph for the sign of every currency", arguments: ["INR", "KRW", "ILS", "VND", "BRL", "CNY", "CHF"])
    func currencySigns(code: String) {
        #expect(throws: Never.self) { try renderer.render(.lines([("1", "1")], currency: code)) }
    }

    @Test("fits numbers of any length on the page")
    func longNumbers() async throws {
        let request = InvoiceRequest(
            items: [
                InvoiceItem(
                    description: "Long",
                    quantity: "1234567.8901234567890123",
                    unitPrice: "7654321.123456789",
                    taxRate: "0.12345678901234567"
                ),
                InvoiceItem(
                    description: "Tiny",
                    quantity: 1,
                    unitPrice: "0.00000000000000000000000000000000000001",
                    taxRate: "0.999999999999999999"
                ),
            ])
        let text = try await PDFTools.text(of: renderer.render(request))
        #expect(text.contains("1,234,567.8901234567890123"))
        #expect(text.contains("0.00000000000000000000000000000000000001"))
    }
}
