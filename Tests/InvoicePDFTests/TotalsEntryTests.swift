import Testing

@testable import InvoicePDF

@Suite("Rows of totals")
struct TotalsEntryTests {
    @Test("stand only where they say something new")
    func simple() throws {
        #expect(try names(of: .demo) == ["Total USD"])
        #expect(try names(of: .lines([("1", "100")], taxRate: "0.2")) == ["Subtotal", "Tax 20%", "Total USD"])
    }

    @Test("say what is taken off and added before the tax")
    func adjustments() throws {
        var request = InvoiceRequest.lines([("1", "100")], taxRate: "0.2")
        request.discount = Adjustment(.percent(10), reason: "Loyalty")
        request.shipping = 5
        let expected = ["Subtotal", "Discount 10%", "Shipping", "Total excl. tax", "Tax 20%", "Total USD"]
        #expect(try names(of: request) == expected)
        #expect(try entries(of: request).map(\.amount) == ["100", "-10", "5", "95", "19", "114"])
        #expect(try entries(of: request)[1].detail == "Loyalty")
    }

    @Test("say what tax is in the prices below the total")
    func included() throws {
        var request = InvoiceRequest.lines([("1", "119")], taxRate: "0.19")
        request.pricesIncludeTax = true
        #expect(try names(of: request) == ["Total USD", "Includes tax 19% on $100.00"])
    }

    @Test("say what was paid, how it was rounded, and what is due")
    func settlement() throws {
        var request = InvoiceRequest.lines([("1", "100.02")])
        request.amountPaid = 50
        request.cashRounding = "0.05"
        #expect(try names(of: request) == ["Total USD", "Amount paid", "Rounding", "Amount due USD"])
        #expect(try entries(of: request).last?.kind == .final)
    }

    @Test("end with the total on a receipt of all the money")
    func receipt() throws {
        var request = InvoiceRequest.lines([("1", "100")])
        request.amountPaid = 100
        #expect(try names(of: request) == ["Total USD", "Amount paid", "Amount due USD"])
        request.type = .receipt
        #expect(try names(of: request) == ["Total USD", "Amount paid"])
        #expect(try entries(of: request).map(\.kind) == [.final, .part])
    }

    private func names(of request: InvoiceRequest) throws -> [String?] { try entries(of: request).map(\.names.first) }

    private func entries(of request: InvoiceRequest) throws -> [TotalsEntry] {
        let fonts = try FontSet(opening: .notoSans)
        return try InvoiceLayout(of: request, amounts: .compute(for: request), fonts: fonts).totalsEntries
    }
}
