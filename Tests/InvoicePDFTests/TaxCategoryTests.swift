import InvoicePDF
import Testing

@Suite("The tax category")
struct TaxCategoryTests {
    @Test("of an item goes before that of the invoice, and both before what follows from the rate")
    func precedence() throws {
        var request = InvoiceRequest.lines(Array(repeating: ("1", "10"), count: 4), taxRate: "0.19")
        request.items[0].taxCategory = .exempt
        request.items[1].taxCategory = .notSubject
        request.items[2].taxRate = "0"
        var amounts = try InvoiceAmounts.compute(for: request)
        #expect(amounts.lines.map(\.taxCategory) == [.exempt, .notSubject, .zeroRated, .standard])
        #expect(amounts.lines.map(\.taxRate) == ["0", nil, "0", "0.19"])
        #expect(amounts.taxTotal == "1.9")
        (request.taxCategory, request.taxRate) = (.reverseCharge, nil)
        amounts = try InvoiceAmounts.compute(for: request)
        #expect(amounts.lines.map(\.taxCategory) == [.exempt, .notSubject, .reverseCharge, .reverseCharge])
        #expect(amounts.taxTotal == "0")
    }

    @Test("makes a group of its own, in a fixed order")
    func groups() throws {
        let categories = TaxCategory.allCases
        var request = InvoiceRequest.lines(Array(repeating: ("1", "10"), count: categories.count))
        for (index, category) in categories.reversed().enumerated() { request.items[index].taxCategory = category }
        request.items[categories.count - 1].taxRate = "0.05"
        let amounts = try InvoiceAmounts.compute(for: request)
        #expect(amounts.taxBreakdown.map(\.category) == categories)
        #expect(amounts.taxBreakdown.map(\.basis) == Array(repeating: 10, count: categories.count))
    }

    @Test("contradicts a rate that it does not have")
    func contradictions() throws {
        var request = InvoiceRequest.lines(Array(repeating: ("1", "10"), count: 6), taxRate: "0.19")
        (request.items[0].taxCategory, request.items[0].taxRate) = (.standard, "0")
        (request.items[1].taxCategory, request.items[1].taxRate) = (.exempt, "0.07")
        (request.items[2].taxCategory, request.items[2].taxRate) = (.notSubject, "0")
        (request.items[3].taxCategory, request.items[3].taxRate) = (.export, "0")
        request.items[4].taxCategory = .standard
        try expect(
            request,
            [
                ("$.items[0].tax_rate", .taxRateRequired), ("$.items[1].tax_rate", .taxRateNotAllowed),
                ("$.items[2].tax_rate", .taxRateNotAllowed),
            ]
        )
    }

    @Test("of the invoice contradicts its rate once")
    func contradictionOfInvoice() throws {
        var request = InvoiceRequest.lines(Array(repeating: ("1", "10"), count: 3), taxRate: "0.19")
        request.taxCategory = .intraCommunity
        try expect(request, [("$.tax_rate", .taxRateNotAllowed)])
        (request.taxCategory, request.taxRate) = (.standard, nil)
        request.items[1].taxRate = "0"
        try expect(request, [("$.tax_rate", .taxRateRequired), ("$.items[1].tax_rate", .taxRateRequired)])
    }

    private func expect(_ request: InvoiceRequest, _ faults: [(String, InvoiceFault.Kind)]) throws {
        #expect(throws: InvoiceError.invalid(faults.map { InvoiceFault(path: $0.0, kind: $0.1) })) {
            try InvoiceAmounts.compute(for: request)
        }
    }
}
