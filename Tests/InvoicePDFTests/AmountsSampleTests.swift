import FoundationEssentials
import InvoicePDF
import Testing

/// Requests and their amounts as an independent model computed them; `Tests/VerifyPDF/amounts.py` has the model and the format.
@Suite("Amounts of random requests")
struct AmountsSampleTests {
    @Test("are those of the model")
    func sample() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(components: "VerifyPDF", "amounts-sample.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 300)
        for line in lines {
            let parts = line.split(separator: "=").map(String.init)
            let request = try InvoiceRequest(sample: parts[0])
            #expect(try InvoiceAmounts.compute(for: request).sample == parts[1], "\(parts[0])")
        }
    }
}

extension InvoiceRequest {
    fileprivate init(sample: String) throws {
        let lines = sample.split(separator: ";").map { $0.split(separator: " ").map { $0 == "-" ? nil : String($0) } }
        let head = lines[0]
        self.init(items: try lines.dropFirst().map(InvoiceItem.init(sample:)))
        currency = try #require(head[0].flatMap(Currency.init(code:)))
        pricesIncludeTax = head[1] == "inclusive"
        taxRounding = try #require(head[2].flatMap(TaxRounding.init(rawValue:)))
        taxRate = try head[3].map(DecimalNumber.init(parsing:))
        taxCategory = head[4].flatMap(TaxCategory.init(rawValue:))
        discount = try head[5].map(Adjustment.init(sample:))
        shipping = try head[6].map(DecimalNumber.init(parsing:))
        amountPaid = try head[7].map(DecimalNumber.init(parsing:))
        cashRounding = try head[8].map(DecimalNumber.init(parsing:))
    }
}

extension InvoiceItem {
    fileprivate init(sample: [String?]) throws {
        self.init(
            description: "",
            quantity: try DecimalNumber(parsing: sample[0] ?? ""),
            unitPrice: try DecimalNumber(parsing: sample[1] ?? ""),
            taxRate: try sample[2].map(DecimalNumber.init(parsing:))
        )
        taxCategory = sample[3].flatMap(TaxCategory.init(rawValue:))
        discount = try sample[4].map(Adjustment.init(sample:))
    }
}

extension Adjustment {
    fileprivate init(sample: String) throws {
        self.init(
            sample.hasSuffix("%")
                ? .percent(try DecimalNumber(parsing: String(sample.dropLast()))) : .amount(try DecimalNumber(parsing: sample))
        )
    }
}

extension InvoiceAmounts {
    fileprivate var sample: String {
        let totals = [linesTotal, discount, shipping, netTotal, taxTotal, total, amountPaid, rounding, amountDue]
        let groups = taxBreakdown.map { group in
            let rate = group.category == .notSubject ? "-" : group.rate.description
            return "\(group.category.rawValue) \(rate) \(text(group.basis)) \(text(group.tax))"
        }
        return [lines.map { text($0.net) }, totals.map(text), groups].map { $0.joined(separator: " ") }.joined(separator: "|")
    }

    private func text(_ amount: DecimalNumber) -> String {
        amount.text(minimumFractionDigits: currency.exponent)
    }
}
