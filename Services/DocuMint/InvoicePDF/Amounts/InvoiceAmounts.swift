/// Every amount of an invoice, exact to the smallest unit of its currency.
///
/// Line net = quantity × unit price − allowance, rounded; tax per category and rate = sum of the nets × rate, rounded; all sums are
/// exact (EN 16931 BR-CO-10 … BR-CO-17). Rounding is half away from zero, to the exponent of the currency.
public struct InvoiceAmounts: Sendable, Hashable {
    /// The amounts of one item.
    public struct Line: Sendable, Hashable {
        /// Quantity × unit price − allowance, rounded, without tax (BT-131).
        public let net: DecimalNumber
        /// The same as the request counts: with tax if its prices have it in them; otherwise equal to `net`.
        public let printed: DecimalNumber
        /// What was taken off, as the request counts: below zero where the amount that it is taken off is.
        public let discount: DecimalNumber
        /// The rate that applies, as a fraction; `nil` when neither item nor invoice names one.
        public let taxRate: DecimalNumber?
        /// That of the item or the invoice, or what follows from the rate.
        public let taxCategory: TaxCategory
    }

    /// The tax of all lines with the same category and rate.
    public struct TaxGroup: Sendable, Hashable {
        /// The category of the lines.
        public let category: TaxCategory
        /// The rate, as a fraction; zero when none was named.
        public let rate: DecimalNumber
        /// The part of the discount that falls on the group, without tax (BT-92); below zero where the sum is.
        public let discount: DecimalNumber
        /// The part of the shipping that falls on the group, without tax (BT-99).
        public let shipping: DecimalNumber
        /// The sum of the nets, less discount, plus shipping (BT-116).
        public let basis: DecimalNumber
        /// Basis × rate, rounded (BT-117).
        public let tax: DecimalNumber
    }

    /// The currency of all amounts; its exponent says how many digits to print.
    public let currency: Currency
    /// Whether `printed…` amounts have tax in them.
    public let pricesIncludeTax: Bool
    /// One for each item, in their order.
    public let lines: [Line]
    /// The sum of the line nets (BT-106).
    public let linesTotal: DecimalNumber
    /// The sum of `printed` of the lines.
    public let printedLinesTotal: DecimalNumber
    /// The discount, without tax (BT-107); below zero where the sum is.
    public let discount: DecimalNumber
    /// The discount as the request counts.
    public let printedDiscount: DecimalNumber
    /// The shipping, without tax (BT-108).
    public let shipping: DecimalNumber
    /// The shipping as the request counts.
    public let printedShipping: DecimalNumber
    /// The taxes, highest rate first; lines without a rate last.
    public let taxBreakdown: [TaxGroup]
    /// The total before tax: lines − discount + shipping (BT-109).
    public let netTotal: DecimalNumber
    /// The sum of the taxes (BT-110).
    public let taxTotal: DecimalNumber
    /// The total with tax (BT-112).
    public let total: DecimalNumber
    /// What was paid already (BT-113).
    public let amountPaid: DecimalNumber
    /// What the amount due was rounded by (BT-114).
    public let rounding: DecimalNumber
    /// Total − amount paid + rounding (BT-115).
    public let amountDue: DecimalNumber
}
