import InvoicePDF
import Testing

@Suite("A request is refused")
struct InvoiceFaultTests {
    @Test("without items")
    func noItems() {
        #expect(throws: InvoiceError.invalid([InvoiceFault(path: "$.items", kind: .itemsRequired)])) {
            try InvoiceAmounts.compute(for: InvoiceRequest(items: []))
        }
    }

    @Test("with more than 2 000 items")
    func tooManyItems() {
        #expect(throws: InvoiceError.invalid([InvoiceFault(path: "$.items", kind: .tooManyItems)])) {
            try InvoiceAmounts.compute(for: .items(2_001))
        }
    }

    @Test("with all faulty tax rates at once")
    func taxRates() {
        var request = InvoiceRequest.lines([("1", "1"), ("1", "1")], taxRate: "19")
        request.items[1].taxRate = "-0.01"
        let paths = ["$.tax_rate", "$.items[1].tax_rate"]
        #expect(throws: InvoiceError.invalid(paths.map { InvoiceFault(path: $0, kind: .taxRateNotAFraction) })) {
            try InvoiceAmounts.compute(for: request)
        }
    }

    @Test("when amounts do not fit, naming every line")
    func hugeAmounts() {
        let request = InvoiceRequest.lines([("1e20", "1e20"), ("1", "1"), ("1e10", "1e10")])
        let paths = ["$.items[0]", "$.items[2]"]
        #expect(throws: InvoiceError.invalid(paths.map { InvoiceFault(path: $0, kind: .numberOutOfRange) })) {
            try InvoiceAmounts.compute(for: request)
        }
    }

    @Test("when only the sum does not fit")
    func hugeSum() {
        let request = InvoiceRequest.lines([("1", "9e16"), ("1", "9e16")])
        #expect(throws: InvoiceError.invalid([InvoiceFault(path: "$.items", kind: .numberOutOfRange)])) {
            try InvoiceAmounts.compute(for: request)
        }
    }

    @Test("with a text or a currency symbol that is too long")
    func longTexts() {
        var request = InvoiceRequest.describing(String(repeating: "x", count: InvoiceRequest.maximumTextLength + 1))
        request.currencySymbol = "doubloons!!"
        let faults = [
            InvoiceFault(path: "$.currency_symbol", kind: .symbolTooLong), InvoiceFault(path: "$.items[0].description", kind: .textTooLong),
        ]
        #expect(throws: InvoiceError.invalid(faults)) { try InvoiceAmounts.compute(for: request) }
    }

    @Test("with all faults of its amounts at once")
    func amounts() throws {
        var request = InvoiceRequest.lines([("1", "1"), ("1", "1"), ("1", "1"), ("2", "1e30")])
        request.items[0].discount = Adjustment(.amount("-2"))
        request.items[1].discount = Adjustment(.percent("200"))
        request.items[2].discount = Adjustment(.amount("1.01"))
        request.items[2].period = InvoicePeriod(start: InvoiceDate(parsing: "2025-02-01"), end: InvoiceDate(parsing: "2025-01-31"))
        request.discount = Adjustment(.percent("-0.1"))
        request.cashRounding = "0.001"
        request.customFields = Array(repeating: CustomField(label: "", value: ""), count: InvoiceRequest.maximumCustomFields + 1)
        let faults: [(String, InvoiceFault.Kind)] = [
            ("$.discount", .percentOutOfRange), ("$.items[0].discount", .discountNegative), ("$.items[1].discount", .percentOutOfRange),
            ("$.items[2].period", .periodReversed), ("$.custom_fields", .tooManyCustomFields), ("$.cash_rounding", .cashRoundingInvalid),
            ("$.items[2].discount", .discountTooLarge), ("$.items[3]", .numberOutOfRange),
        ]
        #expect(throws: InvoiceError.invalid(faults.map { InvoiceFault(path: $0.0, kind: $0.1) })) {
            try InvoiceAmounts.compute(for: request)
        }
    }

    @Test("when more is taken off than there is, or an amount has the wrong sign")
    func signs() throws {
        try expect([("$.discount", .discountTooLarge)]) { $0.discount = Adjustment(.amount("10.01")) }
        try expect([("$.shipping", .amountNegative)]) { $0.shipping = "-0.01" }
        try expect([("$.amount_paid", .amountNegative)]) { $0.amountPaid = "-0.01" }
        try expect([("$.discount", .discountTooLarge), ("$.shipping", .amountNegative)]) { request in
            (request.discount, request.shipping) = (Adjustment(.amount("11")), "-3")
        }
        try expect([("$.shipping", .amountNegative)]) { request in
            request.items[0].unitPrice = 0
            request.shipping = -1
        }
        try expect([]) { $0.discount = Adjustment(.amount("10")) }
        try expect([]) { request in
            request.items[0].quantity = -1
            (request.discount, request.shipping, request.amountPaid) = (Adjustment(.amount("10")), "-1", "-1")
        }
    }

    @Test("when a sum of money has no room")
    func range() throws {
        try expect([("$.shipping", .numberOutOfRange)]) { $0.shipping = "1e17" }
        try expect([("$.discount", .numberOutOfRange)]) { $0.discount = Adjustment(.amount("1e17")) }
        try expect([("$.amount_paid", .numberOutOfRange)]) { $0.amountPaid = "1e17" }
        try expect([("$.items", .numberOutOfRange)]) { request in
            request.items[0].unitPrice = "92233720368547758.07"
            request.taxRate = "1"
        }
        try expect([("$.amount_paid", .numberOutOfRange)]) { request in
            request.items[0].unitPrice = "-92233720368547758.07"
            request.amountPaid = "0.02"
        }
        try expect([]) { $0.items[0].unitPrice = "92233720368547758.07" }
        try expect([("$.tax_rate", .numberOutOfRange)]) { $0.taxRate = "0.1234567890123456789" }
        try expect([]) { $0.taxRate = "0.123456789012345678" }
    }

    @Test("with cash that there is not", arguments: ["0", "-0.05", "0.001", "10000.01", "1e30"] as [DecimalNumber])
    func coins(coin: DecimalNumber) throws {
        try expect([("$.cash_rounding", .cashRoundingInvalid)]) { $0.cashRounding = coin }
    }

    /// One item of 10.
    private func expect(_ faults: [(String, InvoiceFault.Kind)], changing change: (inout InvoiceRequest) -> Void) throws {
        var request = InvoiceRequest.lines([("1", "10")])
        change(&request)
        let wanted = faults.map { InvoiceFault(path: $0.0, kind: $0.1) }
        #expect(wanted.allSatisfy { !$0.message.isEmpty })
        guard !wanted.isEmpty else {
            _ = try InvoiceAmounts.compute(for: request)
            return
        }
        #expect(throws: InvoiceError.invalid(wanted)) { try InvoiceAmounts.compute(for: request) }
    }
}
