import InvoicePDF
import Testing

@Suite("Prices with tax in them")
struct IncludedTaxTests {
    @Test("give the total that they say, and the tax is taken out of each rate's sum")
    func total() throws {
        let table: [(price: DecimalNumber, rate: DecimalNumber, currency: String, net: DecimalNumber, tax: DecimalNumber)] = [
            ("119", "0.19", "EUR", "100", "19"), ("100", "0.19", "EUR", "84.03", "15.97"), ("0.03", "0.19", "EUR", "0.03", "0"),
            ("1000", "0.1", "JPY", "909", "91"), ("10", "0.05", "KWD", "9.524", "0.476"), ("3", "0.5", "USD", "2", "1"),
            ("0.01", "1", "USD", "0", "0.01"), ("7", "0", "USD", "7", "0"), ("-100", "0.19", "EUR", "-84.03", "-15.97"),
        ]
        for row in table {
            let amounts = try InvoiceAmounts.compute(for: including([row.price], rate: row.rate, currency: row.currency))
            #expect(amounts.total == row.price && amounts.printedLinesTotal == row.price, "\(row)")
            #expect(amounts.netTotal == row.net && amounts.linesTotal == row.net, "\(row)")
            #expect(amounts.taxTotal == row.tax, "\(row)")
        }
    }

    @Test("are divided so that the items without tax add up to the basis")
    func lineNets() throws {
        // Without tax each is 0.005 and all are 0.015: the tax is 0.02, so that 0.01 is left to be divided.
        let halves = try InvoiceAmounts.compute(for: including(["0.01", "0.01", "0.01"], rate: "1"))
        #expect(halves.lines.map(\.net) == ["0.01", "0", "0"])
        #expect(halves.taxTotal == "0.02" && halves.netTotal == "0.01")
        let credit = try InvoiceAmounts.compute(for: including(["-0.01", "-0.01", "-0.01"], rate: "1"))
        #expect(credit.lines.map(\.net) == ["-0.01", "0", "0"])
    }

    @Test("have tax in discounts and shipping as well")
    func discountAndShipping() throws {
        var request = including(["119", "10.7"], rate: "0.19")
        request.items[1].taxRate = "0.07"
        request.discount = Adjustment(.percent("10"))
        request.shipping = "12.97"
        let amounts = try InvoiceAmounts.compute(for: request)
        #expect(amounts.printedDiscount == "12.97" && amounts.printedShipping == "12.97")
        #expect(amounts.total == "129.7")
        #expect(amounts.discount == "11" && amounts.shipping == "11")
        #expect(amounts.taxBreakdown.map(\.basis) == ["100", "10"])
        #expect(amounts.taxBreakdown.map(\.tax) == ["19", "0.7"])
    }

    @Test("are taxed one by one where that is asked for")
    func perLine() throws {
        // 0.1596… is in each.
        var request = including(["1", "1", "1", "1", "1"], rate: "0.19")
        #expect(try InvoiceAmounts.compute(for: request).taxTotal == "0.8")
        request.items[0].unitPrice = "1.01"
        request.items[1].unitPrice = "0.03"
        request.taxRounding = .perLine
        let amounts = try InvoiceAmounts.compute(for: request)
        #expect(amounts.lines.map(\.net) == ["0.85", "0.03", "0.84", "0.84", "0.84"])
        #expect(amounts.taxTotal == "0.64" && amounts.total == "4.04")
    }

    private func including(_ prices: [DecimalNumber], rate: DecimalNumber, currency: String = "EUR") -> InvoiceRequest {
        var request = InvoiceRequest.lines(prices.map { ("1", $0) }, currency: currency, taxRate: rate)
        request.pricesIncludeTax = true
        return request
    }
}
