/// One position of an invoice.
public struct InvoiceItem: Sendable, Hashable {
    /// What was sold; wraps, and keeps its newlines.
    public var description: String
    /// How many; below zero for a return or credit. Default 1.
    public var quantity: DecimalNumber
    /// The price of one, in the currency of the invoice, before tax; it may have more digits than the currency.
    public var unitPrice: DecimalNumber
    /// The tax rate as a fraction (0.08 is 8 %), 0 … 1; `nil` takes the rate of the invoice.
    public var taxRate: DecimalNumber?

    /// A position.
    public init(description: String, quantity: DecimalNumber = .one, unitPrice: DecimalNumber, taxRate: DecimalNumber? = nil) {
        self.description = description
        self.quantity = quantity
        self.unitPrice = unitPrice
        self.taxRate = taxRate
    }
}
