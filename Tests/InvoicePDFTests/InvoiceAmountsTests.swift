import InvoicePDF
import Testing

@Suite("Amounts")
struct InvoiceAmountsTests {
    @Test("of a line are quantity × price, rounded half up to the currency")
    func lineNets() throws {
        let table: [(quantity: DecimalNumber, price: DecimalNumber, currency: String, net: DecimalNumber)] = [
            ("1", "100", "USD", "100"), ("3", "0.335", "USD", "1.01"), ("1", "0.005", "USD", "0.01"), ("1", "0.0049999", "USD", "0"),
            ("-1", "0.005", "USD", "-0.01"), ("-2", "19.99", "USD", "-39.98"), ("2.5", "0.1", "EUR", "0.25"), ("3", "0.5", "JPY", "2"),
            ("1", "1234.5", "JPY", "1235"), ("3", "0.0005", "KWD", "0.002"), ("1", "1.2345", "KWD", "1.235"),
            ("1", "1.23455", "CLF", "1.2346"),
            ("0", "99", "USD", "0"), ("1", "-7.5", "USD", "-7.5"),
        ]
        for row in table {
            let amounts = try InvoiceAmounts.compute(for: .lines([(row.quantity, row.price)], currency: row.currency))
            #expect(amounts.lines[0].net == row.net, "\(row)")
            #expect(amounts.total == row.net)
        }
    }

    @Test("add up exactly: 0.1 + 0.2 is 0.3")
    func exactSums() throws {
        let amounts = try InvoiceAmounts.compute(for: .lines([("1", "0.1"), ("1", "0.2")]))
        #expect(amounts.linesTotal == "0.3")
        let many = try InvoiceAmounts.compute(for: .lines(Array(repeating: ("1", "0.01"), count: 2_000)))
        #expect(many.total == "20")
    }

    @Test("tax the sum of each rate, not each line")
    func taxPerRate() throws {
        // 3 × 0.33 at 19 %: 0.99 × 0.19 = 0.1881, while per line it would be 3 × 0.06 = 0.18.
        let amounts = try InvoiceAmounts.compute(for: .lines(Array(repeating: ("1", "0.33"), count: 3), taxRate: "0.19"))
        #expect(amounts.taxTotal == "0.19")
        #expect(amounts.total == "1.18")
    }

    @Test("tax each line, discount and shipping where that is asked for")
    func taxPerLine() throws {
        var request = InvoiceRequest.lines(Array(repeating: ("1", "0.33"), count: 3), taxRate: "0.19")
        (request.taxRounding, request.discount, request.shipping) = (.perLine, Adjustment(.amount("0.13")), "0.07")
        // 3 × 0.06 − 0.02 + 0.01, while together it would be 0.93 × 0.19 = 0.18.
        #expect(try InvoiceAmounts.compute(for: request).taxTotal == "0.17")
    }

    @Test("are grouped by rate, highest first and those without a rate last")
    func severalRates() throws {
        let rates: [DecimalNumber?] = ["0.07", nil, "0.19", "0.070", "0"]
        let request = InvoiceRequest(items: rates.map { InvoiceItem(description: "", unitPrice: 10, taxRate: $0) })
        let amounts = try InvoiceAmounts.compute(for: request)
        #expect(amounts.taxBreakdown.map(\.rate) == ["0.19", "0.07", "0", "0"])
        #expect(amounts.taxBreakdown.map(\.category) == [.standard, .standard, .zeroRated, .notSubject])
        #expect(amounts.taxBreakdown.map(\.basis) == ["10", "20", "10", "10"])
        #expect(amounts.taxBreakdown.map(\.tax) == ["1.9", "1.4", "0", "0"])
        #expect(amounts.total == "53.3")
    }

    @Test("take the rate of the item before that of the invoice")
    func itemRateWins() throws {
        var request = InvoiceRequest.lines([("1", "100"), ("1", "100")], taxRate: "0.2")
        request.items[1].taxRate = "0"
        let amounts = try InvoiceAmounts.compute(for: request)
        #expect(amounts.lines.map(\.taxRate) == ["0.2", "0"])
        #expect(amounts.taxTotal == "20")
    }

    @Test("of a mixed invoice agree with the hand-computed ones")
    func fullInvoice() throws {
        let amounts = try InvoiceAmounts.compute(for: .full)
        #expect(amounts.lines.map(\.net) == ["4800", "4125", "52.5", "-249.9"])
        #expect(amounts.linesTotal == "8727.6")
        #expect(amounts.taxBreakdown.map(\.basis) == ["8675.1", "52.5"])
        // 8675.10 × 0.19 = 1648.269; 52.50 × 0.07 = 3.675.
        #expect(amounts.taxBreakdown.map(\.tax) == ["1648.27", "3.68"])
        #expect(amounts.total == "10379.55")
    }

    @Test("of credits are negative, and round away from zero")
    func credit() throws {
        let amounts = try InvoiceAmounts.compute(for: .lines([("-1", "10.50")], taxRate: "0.05"))
        #expect(amounts.taxTotal == "-0.53")
        #expect(amounts.total == "-11.03")
    }
}
