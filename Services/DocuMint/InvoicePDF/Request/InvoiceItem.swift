/// One position of an invoice.
public struct InvoiceItem: Sendable, Hashable {
    /// What was sold; wraps, and keeps its newlines.
    public var description: String
    /// How many; below zero for a return or credit. Default 1.
    public var quantity: DecimalNumber
    /// The price of one, in the currency of the invoice; it may have more digits than the currency.
    public var unitPrice: DecimalNumber
    /// What one is (BT-130): a code of UN/ECE Recommendation 20 or 21, or a word.
    public var unit = ""
    /// The seller's number of the article (BT-155).
    public var sku = ""
    /// The tax rate as a fraction (0.08 is 8 %), 0 … 1; `nil` takes the rate of the invoice.
    public var taxRate: DecimalNumber?
    /// The tax category; `nil` takes that of the invoice, or follows from the rate.
    public var taxCategory: TaxCategory?
    /// Taken off quantity × price, after that has been rounded.
    public var discount: Adjustment?
    /// When it was delivered.
    public var period: InvoicePeriod?

    /// A position.
    public init(description: String, quantity: DecimalNumber = .one, unitPrice: DecimalNumber, taxRate: DecimalNumber? = nil) {
        self.description = description
        self.quantity = quantity
        self.unitPrice = unitPrice
        self.taxRate = taxRate
    }
}
