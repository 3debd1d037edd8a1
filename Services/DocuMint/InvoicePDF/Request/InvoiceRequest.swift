/// Everything that decides what an invoice says: the only input of ``InvoiceRenderer/render(_:)``.
///
/// Equal requests give equal bytes. Nothing is read from a clock: a date that is `nil` is not printed.
public struct InvoiceRequest: Sendable, Hashable {
    /// The largest number of items in one invoice.
    public static let maximumItems = 2_000

    /// The largest number of characters in ``currencySymbol``.
    public static let maximumSymbolLength = 10

    /// The largest number of bytes, in UTF-8, of any single text.
    public static let maximumTextLength = 131_072

    /// The seller.
    public var from: InvoiceParty
    /// The buyer.
    public var to: InvoiceParty
    /// The positions, in print order; 1 … ``maximumItems``.
    public var items: [InvoiceItem]
    /// The number of the invoice; not printed when empty.
    public var invoiceNumber: String
    /// The day of issue.
    public var date: InvoiceDate?
    /// The day on which payment is due.
    public var dueDate: InvoiceDate?
    /// The tax rate of all items that name none, as a fraction (0.08 is 8 %), 0 … 1; `nil` prints no tax.
    public var taxRate: DecimalNumber?
    /// The currency of all amounts. Default USD.
    public var currency: Currency
    /// Printed before amounts in place of the currency's own symbol; at most ``maximumSymbolLength`` characters.
    public var currencySymbol: String?
    /// Free text below the totals; keeps its newlines.
    public var notes: String
    /// Terms of payment, below the notes; keeps its newlines.
    public var terms: String
    /// Whether every page is marked as a demonstration.
    public var isDemo: Bool

    /// An invoice; only the items are required.
    public init(
        from: InvoiceParty = InvoiceParty(),
        to: InvoiceParty = InvoiceParty(),
        items: [InvoiceItem],
        invoiceNumber: String = "",
        date: InvoiceDate? = nil,
        dueDate: InvoiceDate? = nil,
        taxRate: DecimalNumber? = nil,
        currency: Currency = .usd,
        currencySymbol: String? = nil,
        notes: String = "",
        terms: String = "",
        isDemo: Bool = false
    ) {
        self.from = from
        self.to = to
        self.items = items
        self.invoiceNumber = invoiceNumber
        self.date = date
        self.dueDate = dueDate
        self.taxRate = taxRate
        self.currency = currency
        self.currencySymbol = currencySymbol
        self.notes = notes
        self.terms = terms
        self.isDemo = isDemo
    }
}
