/// Every amount of an invoice, exact to the smallest unit of its currency.
///
/// Line net = quantity × unit price, rounded; tax per rate = sum of the nets × rate, rounded; all sums are exact
/// (EN 16931 BR-CO-10 … BR-CO-17). Rounding is half away from zero, to the exponent of the currency.
public struct InvoiceAmounts: Sendable, Hashable {
    /// The amounts of one item.
    public struct Line: Sendable, Hashable {
        /// Quantity × unit price, rounded.
        public let net: DecimalNumber
        /// The rate that applies, as a fraction; `nil` when neither item nor invoice names one.
        public let taxRate: DecimalNumber?
        /// Follows from the rate.
        public let taxCategory: TaxCategory
    }

    /// The tax of all lines with the same category and rate.
    public struct TaxGroup: Sendable, Hashable {
        /// The category of the lines.
        public let category: TaxCategory
        /// The rate, as a fraction; zero when none was named.
        public let rate: DecimalNumber
        /// The sum of the nets.
        public let basis: DecimalNumber
        /// Basis × rate, rounded.
        public let tax: DecimalNumber
    }

    /// The currency of all amounts; its exponent says how many digits to print.
    public let currency: Currency
    /// One for each item, in their order.
    public let lines: [Line]
    /// The sum of the line nets (BT-106).
    public let linesTotal: DecimalNumber
    /// The taxes, highest rate first; lines without a rate last.
    public let taxBreakdown: [TaxGroup]
    /// The total before tax (BT-109).
    public let netTotal: DecimalNumber
    /// The sum of the taxes (BT-110).
    public let taxTotal: DecimalNumber
    /// The total with tax (BT-112).
    public let total: DecimalNumber
}
