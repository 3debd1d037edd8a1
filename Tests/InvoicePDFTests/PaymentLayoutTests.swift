import Testing

@testable import InvoicePDF

@Suite("How to pay")
struct PaymentLayoutTests {
    private static let swiss: InvoiceRequest = {
        var request = InvoiceRequest.lines([("1", "1937.75")], currency: "CHF")
        request.from = InvoiceParty(
            name: "Robert Schneider AG",
            address: "Rue du Lac 1268",
            postalCode: "2501",
            city: "Biel",
            country: "CH",
            iban: "CH4431999123000889012"
        )
        request.to = InvoiceParty(
            name: "Pia-Maria Rutschmann-Schnyder",
            address: "Grosse Marktgasse 28",
            postalCode: "9400",
            city: "Rorschach",
            country: "CH"
        )
        request.payment = PaymentDetails(code: .swiss, reference: "210000000003139471430009017")
        return request
    }()

    @Test("stands beside the totals, with the code, where there is room")
    func beside() throws {
        var request = InvoiceRequest.full
        request.payment.code = .epc
        let invoice = try LaidOutInvoice(laying: request)
        let (code, element) = try #require(Self.code(of: invoice))
        #expect(code.width == code.height && code.width > 70)
        #expect(invoice.structure.elements[try #require(element).number].alternative == "Scan to pay")
        let total = try #require(invoice.text("Total EUR"))
        let account = try #require(invoice.text("DE02 1203 0000 0000 2020 51"))
        #expect(account.right < total.x && account.x > code.x + code.width)
    }

    @Test("stands below the totals where there is none")
    func below() throws {
        var request = InvoiceRequest.full
        request.payment.reference = String(repeating: "R", count: 60)
        let invoice = try LaidOutInvoice(laying: request)
        let (total, account) = (try #require(invoice.text("Total EUR")), try #require(invoice.text("DE02 1203 0000 0000 2020 51")))
        #expect(account.y > total.y)
    }

    @Test("is a slip at the foot of the page for the Swiss, with a code of 46 mm and no account beside the totals")
    func slip() throws {
        let invoice = try LaidOutInvoice(laying: Self.swiss)
        #expect(invoice.pages.count == 1)
        let (code, _) = try #require(Self.code(of: invoice))
        #expect(abs(code.width - 46 * 72 / 25.4) < 0.01 && abs(code.x - 67 * 72 / 25.4) < 0.01)
        #expect(abs(code.y - (297 - 105 + 17) * 72 / 25.4) < 0.1)
        #expect(invoice.texts.count { $0.text == "CH44 3199 9123 0008 8901 2" } == 2)
        #expect(invoice.text("Payment part") != nil && invoice.text("Payment") == nil)
        #expect(try #require(invoice.text("Page 1 of 1")).y < invoice.pageHeight - SwissSlip.height)
    }

    @Test("has a page for the slip when the last one is too full", arguments: 1...24)
    func slipPage(count: Int) throws {
        var request = Self.swiss
        request.items = InvoiceRequest.items(count).items
        let invoice = try LaidOutInvoice(laying: request)
        let slipTop = invoice.pageHeight - SwissSlip.height
        let last = invoice.texts.filter { $0.page == invoice.pages.count - 1 }
        #expect(last.contains { $0.text == "Receipt" })
        #expect(!last.contains { $0.element != nil && $0.y > slipTop - SwissSlip.footerBaseline && $0.y < slipTop })
    }

    @Test("has the languages of the slip, and is not mirrored with the page")
    func languages() throws {
        for (tag, title) in [("de-CH", "Zahlteil"), ("fr-CH", "Section paiement"), ("it-CH", "Sezione pagamento"), ("ja", "Payment part")] {
            var request = Self.swiss
            request.locale = try #require(InvoiceLocale(tag: tag))
            #expect(try LaidOutInvoice(laying: request).text(title) != nil)
        }
        var request = Self.swiss
        request.locale = .mirroredEnglish
        let title = try #require(try LaidOutInvoice(laying: request).text("Payment part"))
        #expect(abs(title.x - 67 * 72 / 25.4) < 0.01)
    }

    @Test("needs A4 for the slip", arguments: [InvoiceAppearance.PageSize.letter, .a5, .roll])
    func paper(pageSize: InvoiceAppearance.PageSize) {
        #expect(throws: InvoiceError.invalid([InvoiceFault(path: "$.page_size", kind: .paperNotA4)])) {
            try LaidOutInvoice(laying: Self.swiss.set(.classic, pageSize))
        }
    }

    /// Where the code is on its page.
    private static func code(of invoice: LaidOutInvoice) -> (box: Mark.Box, element: ElementID?)? {
        invoice.marks.lazy.compactMap { mark, top, _ in
            guard case .code(_, let box) = mark.content else { return nil }
            return (box.lowered(by: top), mark.element)
        }.first
    }
}
