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

    /// The largest number of ``customFields``.
    public static let maximumCustomFields = 20

    /// What kind of document it is. Default: an invoice.
    public var type: DocumentType = .invoice
    /// The seller.
    public var from: InvoiceParty
    /// The buyer.
    public var to: InvoiceParty
    /// The positions, in print order; 1 … ``maximumItems``.
    public var items: [InvoiceItem]

    // MARK: What it is about

    /// The number of the document (BT-1); not printed when empty.
    public var invoiceNumber: String
    /// The day of issue (BT-2).
    public var date: InvoiceDate?
    /// The day on which payment is due (BT-9).
    public var dueDate: InvoiceDate?
    /// The day of delivery (BT-72).
    public var deliveryDate: InvoiceDate?
    /// The buyer's order (BT-13).
    public var purchaseOrder = ""
    /// What the buyer wants to be quoted (BT-10): the "Leitweg-ID" for German authorities.
    public var buyerReference = ""
    /// The number of the invoice that this one credits or replaces (BT-25).
    public var precedingInvoice = ""
    /// Facts of the issuer's own; at most ``maximumCustomFields``.
    public var customFields: [CustomField] = []
    /// Free text below the totals; keeps its newlines.
    public var notes: String
    /// Terms of payment, below the notes; keeps its newlines.
    public var terms: String

    // MARK: Money

    /// The currency of all amounts. Default USD.
    public var currency: Currency
    /// Printed before amounts in place of the currency's own symbol; at most ``maximumSymbolLength`` characters.
    public var currencySymbol: String?
    /// The tax rate of all items that name neither a rate nor a category without tax, as a fraction (0.08 is 8 %), 0 … 1; `nil` prints no
    /// tax.
    public var taxRate: DecimalNumber?
    /// The tax category of all items that name none; `nil` follows from the rate.
    public var taxCategory: TaxCategory?
    /// Why no tax is due, for the categories that need a reason (BT-120); those with a usual one have it as default.
    public var taxExemptionReason = ""
    /// Whether prices, discounts and shipping have the tax in them.
    public var pricesIncludeTax = false
    /// Taken off the sum of the items, from each tax in proportion.
    public var discount: Adjustment?
    /// Added to the sum of the items, and taxed as they are; not below zero, unless their sum is.
    public var shipping: DecimalNumber?
    /// How tax is rounded. Default: once for each category and rate.
    public var taxRounding: TaxRounding = .perRate
    /// What the amount due is rounded to, such as 0.05 where there are no smaller coins.
    public var cashRounding: DecimalNumber?
    /// What was paid already (BT-113); not below zero, unless the total is.
    public var amountPaid: DecimalNumber?
    /// How it is to be paid.
    public var payment = PaymentDetails()

    // MARK: How it looks and what is in the file

    /// How the document looks.
    public var appearance = InvoiceAppearance()
    /// The words and the way to write numbers and days. Default: American English.
    public var locale: InvoiceLocale = .english
    /// What the file is besides a page to look at. Default: PDF/A-3b.
    public var profile: InvoiceProfile = .pdfa
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
