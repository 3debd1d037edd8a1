import InvoicePDF
import Testing

@Suite("Discounts")
struct DiscountTests {
    @Test("of an item are taken off the rounded product, and rounded themselves")
    func ofItems() throws {
        let table:
            [(quantity: DecimalNumber, price: DecimalNumber, discount: Adjustment.Size, discounted: DecimalNumber, net: DecimalNumber)] = [
                ("3", "10", .amount("5"), "5", "25"), ("3", "10", .percent("10"), "3", "27"), ("1", "0.15", .percent("50"), "0.08", "0.07"),
                ("1", "9.99", .percent("33.3333"), "3.33", "6.66"), ("1", "1", .amount("0.335"), "0.34", "0.66"),
                ("1", "0.015", .percent("100"), "0.02", "0"), ("1", "5", .percent("0"), "0", "5"), ("0", "5", .percent("50"), "0", "0"),
                ("-1", "100", .percent("10"), "-10", "-90"), ("-1", "100", .amount("10"), "-10", "-90"),
                ("2", "5", .amount("10"), "10", "0"),
            ]
        for row in table {
            var request = InvoiceRequest.lines([(row.quantity, row.price)])
            request.items[0].discount = Adjustment(row.discount)
            let line = try InvoiceAmounts.compute(for: request).lines[0]
            #expect(line.discount == row.discounted, "\(row)")
            #expect(line.net == row.net && line.printed == row.net, "\(row)")
        }
    }

    @Test("of the invoice fall on each tax in proportion, to the last cent")
    func acrossTaxes() throws {
        var request = InvoiceRequest.lines([("1", "10"), ("1", "10"), ("1", "10")], taxRate: "0.19")
        (request.items[1].taxRate, request.items[2].taxRate) = ("0.07", "0")
        request.discount = Adjustment(.amount("10"))
        let amounts = try InvoiceAmounts.compute(for: request)
        #expect(amounts.taxBreakdown.map(\.discount) == ["3.34", "3.33", "3.33"])
        #expect(amounts.taxBreakdown.map(\.basis) == ["6.66", "6.67", "6.67"])
        #expect(amounts.taxBreakdown.map(\.tax) == ["1.27", "0.47", "0"])
        #expect(amounts.discount == "10" && amounts.netTotal == "20" && amounts.total == "21.74")
    }

    @Test("in percent are of the sum of the items")
    func percent() throws {
        var request = InvoiceRequest.lines([("1", "33.33"), ("1", "66.66")], taxRate: "0.2")
        request.discount = Adjustment(.percent("12.5"))
        let amounts = try InvoiceAmounts.compute(for: request)
        #expect(amounts.discount == "12.5" && amounts.printedDiscount == "12.5")
        #expect(amounts.netTotal == "87.49" && amounts.taxTotal == "17.5")
    }

    @Test("do not fall on what comes back")
    func notOnReturns() throws {
        var request = InvoiceRequest.lines([("1", "100"), ("-1", "20")], taxRate: "0.19")
        request.items[1].taxRate = "0.07"
        request.discount = Adjustment(.percent("10"))
        request.shipping = 5
        let breakdown = try InvoiceAmounts.compute(for: request).taxBreakdown
        #expect(breakdown.map(\.discount) == ["8", "0"])
        #expect(breakdown.map(\.shipping) == ["5", "0"])
        #expect(breakdown.map(\.basis) == ["97", "-20"])
    }

    @Test("on an invoice of negated quantities negate every amount", arguments: [false, true], TaxRounding.allCases)
    func negated(pricesIncludeTax: Bool, taxRounding: TaxRounding) throws {
        var request = InvoiceRequest.lines((1...9).map { (DecimalNumber($0), "3.335") }, taxRate: "0.19")
        for index in [1, 4, 7] { request.items[index].taxRate = "0.0725" }
        request.items[2].discount = Adjustment(.amount("1.115"))
        (request.discount, request.shipping, request.amountPaid) = (Adjustment(.percent("3.7")), "4.99", "10.01")
        (request.cashRounding, request.pricesIncludeTax, request.taxRounding) = ("0.05", pricesIncludeTax, taxRounding)
        let amounts = try InvoiceAmounts.compute(for: request)
        for index in request.items.indices { request.items[index].quantity = -request.items[index].quantity }
        (request.shipping, request.amountPaid) = ("-4.99", "-10.01")
        let negated = try InvoiceAmounts.compute(for: request)
        #expect(negated.lines.map(\.net) == amounts.lines.map { -$0.net })
        #expect(negated.taxBreakdown.map(\.tax) == amounts.taxBreakdown.map { -$0.tax })
        #expect(
            [negated.discount, negated.total, negated.rounding, negated.amountDue] == [
                -amounts.discount, -amounts.total, -amounts.rounding, -amounts.amountDue,
            ]
        )
    }
}

@Suite("Shipping")
struct ShippingTests {
    @Test("is taxed as the items are, in proportion")
    func acrossTaxes() throws {
        var request = InvoiceRequest.lines([("1", "30"), ("1", "60")], taxRate: "0.19")
        request.items[1].taxRate = "0.07"
        request.shipping = "10"
        let amounts = try InvoiceAmounts.compute(for: request)
        #expect(amounts.taxBreakdown.map(\.shipping) == ["3.33", "6.67"])
        #expect(amounts.taxBreakdown.map(\.tax) == ["6.33", "4.67"])
        #expect(amounts.shipping == "10" && amounts.netTotal == "100" && amounts.total == "111")
    }

    @Test("of what costs nothing has the highest rate")
    func ofGifts() throws {
        var request = InvoiceRequest.lines([("1", "0"), ("2", "0")], taxRate: "0.19")
        request.items[0].taxRate = "0.07"
        request.shipping = "4.9"
        let breakdown = try InvoiceAmounts.compute(for: request).taxBreakdown
        #expect(breakdown.map(\.shipping) == ["4.9", "0"])
        #expect(breakdown.map(\.tax) == ["0.93", "0"])
    }
}

@Suite("The amount due")
struct AmountDueTests {
    @Test("is the total less what was paid, rounded to coins")
    func due() throws {
        let table: [(total: DecimalNumber, paid: DecimalNumber?, coin: DecimalNumber?, rounding: DecimalNumber, due: DecimalNumber)] = [
            ("100.02", nil, nil, "0", "100.02"), ("100.02", nil, "0.05", "-0.02", "100"), ("100.03", nil, "0.05", "0.02", "100.05"),
            ("100.02", "50", "0.05", "-0.02", "50"), ("100.02", "100.02", "0.05", "0", "0"), ("100", "120", nil, "0", "-20"),
            ("2.5", nil, "1", "0.5", "3"), ("-2.5", nil, "1", "-0.5", "-3"), ("-100", "-40", nil, "0", "-60"), ("-5", "1", nil, "0", "-6"),
        ]
        for row in table {
            var request = InvoiceRequest.lines([("1", row.total)])
            (request.amountPaid, request.cashRounding) = (row.paid, row.coin)
            let amounts = try InvoiceAmounts.compute(for: request)
            #expect(amounts.total == row.total, "\(row)")
            #expect(amounts.rounding == row.rounding && amounts.amountDue == row.due, "\(row)")
        }
    }
}
