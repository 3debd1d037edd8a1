/// The totals of an e-invoice, computed anew from its lines, allowances and charges (EN 16931 BR-CO-10 … BR-CO-17).
public struct RecomputedAmounts: Sendable, Hashable {
    /// The tax of one category and rate.
    public struct TaxGroup: Sendable, Hashable {
        /// A code of UNTDID 5305.
        public let category: String
        /// In percent; zero where none is named.
        public let rate: DecimalNumber
        /// BT-116.
        public let basis: DecimalNumber
        /// BT-117.
        public let tax: DecimalNumber
    }

    /// BT-5.
    public let currency: String
    /// BT-106.
    public let linesTotal: DecimalNumber
    /// BT-107.
    public let allowances: DecimalNumber
    /// BT-108.
    public let charges: DecimalNumber
    /// In the order in which they first occur.
    public let taxBreakdown: [TaxGroup]
    /// BT-109.
    public let netTotal: DecimalNumber
    /// BT-110.
    public let taxTotal: DecimalNumber
    /// BT-112.
    public let total: DecimalNumber
    /// BT-115.
    public let amountDue: DecimalNumber

    init?(_ invoice: EInvoice) {
        do throws(DecimalError) {
            try self.init(adding: invoice)
        } catch {
            return nil
        }
    }

    private init(adding invoice: EInvoice) throws(DecimalError) {
        var groups = TaxBases()
        for line in invoice.lines { try groups.add(line.net, line.category, line.rate) }
        for charge in invoice.charges { try groups.add(charge.amount, charge.category, charge.rate) }
        for allowance in invoice.allowances { try groups.add(allowance.amount.map { -$0 }, allowance.category, allowance.rate) }
        currency = invoice.currency
        linesTotal = try Self.sum(invoice.lines.map(\.net))
        allowances = try Self.sum(invoice.allowances.map(\.amount))
        charges = try Self.sum(invoice.charges.map(\.amount))
        taxBreakdown = try groups.taxed(toFractionDigits: Currency(code: invoice.currency)?.exponent ?? 2)
        netTotal = try linesTotal - allowances + charges
        taxTotal = try Self.sum(taxBreakdown.map(\.tax))
        total = try netTotal + taxTotal
        amountDue = try total - (invoice.totals.paid ?? .zero) + (invoice.totals.rounding ?? .zero)
    }

    private static func sum(_ amounts: [DecimalNumber?]) throws(DecimalError) -> DecimalNumber {
        var sum = DecimalNumber.zero
        for amount in amounts {
            guard let amount else { throw .malformed }
            sum = try sum + amount
        }
        return sum
    }
}

/// What is taxed alike, in the order in which it first occurs.
private struct TaxBases {
    private struct Key: Hashable {
        let category: String
        let rate: DecimalNumber
    }

    private var keys: [Key] = []
    private var bases: [Key: DecimalNumber] = [:]

    mutating func add(_ amount: DecimalNumber?, _ category: String, _ rate: DecimalNumber?) throws(DecimalError) {
        guard let amount else { throw .malformed }
        let key = Key(category: category, rate: rate ?? .zero)
        if bases[key] == nil { keys.append(key) }
        bases[key] = try bases[key, default: .zero] + amount
    }

    func taxed(toFractionDigits digits: Int) throws(DecimalError) -> [RecomputedAmounts.TaxGroup] {
        var groups: [RecomputedAmounts.TaxGroup] = []
        for key in keys {
            let basis = bases[key, default: .zero]
            let tax = try (basis * key.rate * DecimalNumber(minorUnits: 1, exponent: 2)).rounded(toFractionDigits: digits)
            groups.append(.init(category: key.category, rate: key.rate, basis: basis, tax: tax))
        }
        return groups
    }
}
