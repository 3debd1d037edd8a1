/// Every word that is printed on an invoice, for one language.
///
/// Texts in braces are replaced: `{rate}`, `{basis}`, `{page}`, `{count}`, `{number}`, `{percent}`.
public struct InvoiceLabels: Sendable, Hashable {
    // MARK: Titles

    /// The title of an invoice.
    public var invoice = "Invoice"
    /// The title of a credit note.
    public var creditNote = "Credit note"
    /// The title of a corrected invoice.
    public var corrected = "Corrected invoice"
    /// The title of a prepayment invoice.
    public var prepayment = "Prepayment invoice"
    /// The title of an invoice that the buyer makes.
    public var selfBilled = "Self-billed invoice"
    /// The title of a receipt.
    public var receipt = "Receipt"
    /// The title of an offer.
    public var quote = "Quote"
    /// The title of a pro forma invoice.
    public var proforma = "Pro forma invoice"
    /// On demonstrations.
    public var demo = "DEMO"

    // MARK: Facts

    /// Above the seller.
    public var from = "From"
    /// Above the buyer.
    public var billTo = "Bill to"
    /// Above the number of an invoice.
    public var invoiceNumber = "Invoice number"
    /// Above the number of any other document.
    public var documentNumber = "Number"
    /// Above the day of issue.
    public var date = "Date of issue"
    /// Above the day on which payment is due.
    public var dueDate = "Date due"
    /// Above the day until which an offer holds: the due date of a quote.
    public var validUntil = "Valid until"
    /// Above the day of delivery.
    public var deliveryDate = "Date of delivery"
    /// Above the number of the buyer's order.
    public var purchaseOrder = "Purchase order"
    /// Above what the buyer wants to be quoted.
    public var buyerReference = "Your reference"
    /// Above the number of the invoice that is credited or replaced.
    public var precedingInvoice = "Original invoice"
    /// Before a VAT identifier.
    public var vatID = "VAT ID"
    /// Before a national tax number.
    public var taxID = "Tax ID"

    // MARK: The table

    /// Head of the column of descriptions.
    public var description = "Description"
    /// Before the number of an article.
    public var sku = "Item no."
    /// Before the period of a position.
    public var period = "Period"
    /// Head of the column of quantities.
    public var quantity = "Qty"
    /// Head of the column of unit prices.
    public var unitPrice = "Unit price"
    /// Head of the column of discounts.
    public var lineDiscount = "Discount"
    /// Head of the column of tax rates.
    public var taxRate = "Tax"
    /// Head of the column of line nets.
    public var amount = "Amount"
    /// Before the sum so far, at the foot of a page.
    public var carriedForward = "Carried forward"
    /// Before the sum so far, at the top of the next page.
    public var broughtForward = "Brought forward"

    // MARK: Totals

    /// Before the sum of the line nets.
    public var subtotal = "Subtotal"
    /// Before the discount.
    public var discount = "Discount"
    /// Before a discount in percent.
    public var discountPercent = "Discount {percent}"
    /// Before the shipping.
    public var shipping = "Shipping"
    /// Before the total without tax.
    public var netTotal = "Total excl. tax"
    /// Before the tax when all lines have one rate.
    public var tax = "Tax {rate}"
    /// Before the tax of one of several rates.
    public var taxOnBasis = "Tax {rate} on {basis}"
    /// Before tax that is in the prices.
    public var taxIncluded = "Includes tax {rate}"
    /// The same for one of several rates.
    public var taxIncludedOnBasis = "Includes tax {rate} on {basis}"
    /// Before the total.
    public var total = "Total"
    /// Before what was paid already.
    public var amountPaid = "Amount paid"
    /// Before what the amount due was rounded by.
    public var rounding = "Rounding"
    /// Before what is left to pay.
    public var amountDue = "Amount due"

    // MARK: Why no tax is due

    /// Category E.
    public var taxExempt = "Exempt from tax"
    /// Category AE.
    public var reverseCharge = "Reverse charge: the recipient is liable for the tax"
    /// Category K.
    public var intraCommunity = "Tax-exempt intra-Community supply"
    /// Category G.
    public var export = "Tax-exempt export"

    // MARK: The end

    /// Above the bank account.
    public var payment = "Payment"
    /// Before the account number.
    public var iban = "IBAN"
    /// Before the identifier of the bank.
    public var bic = "BIC"
    /// Before what the payer quotes.
    public var paymentReference = "Reference"
    /// Below a code for a banking app.
    public var scanToPay = "Scan to pay"
    /// Above the notes.
    public var notes = "Notes"
    /// Above the terms.
    public var terms = "Terms"
    /// At the foot of every page.
    public var pageOfCount = "Page {page} of {count}"

    /// English, the default of every word.
    public static let english = InvoiceLabels()

    /// The words by their names on the wire, which are those of the properties in snake case.
    static let named: [(name: String, word: any WritableKeyPath<InvoiceLabels, String> & Sendable)] = [
        ("invoice", \.invoice), ("credit_note", \.creditNote), ("corrected", \.corrected), ("prepayment", \.prepayment),
        ("self_billed", \.selfBilled), ("receipt", \.receipt), ("quote", \.quote), ("proforma", \.proforma), ("demo", \.demo),
        ("from", \.from), ("bill_to", \.billTo), ("invoice_number", \.invoiceNumber), ("document_number", \.documentNumber),
        ("date", \.date), ("due_date", \.dueDate), ("valid_until", \.validUntil), ("delivery_date", \.deliveryDate),
        ("purchase_order", \.purchaseOrder), ("buyer_reference", \.buyerReference), ("preceding_invoice", \.precedingInvoice),
        ("vat_id", \.vatID), ("tax_id", \.taxID), ("description", \.description), ("sku", \.sku), ("period", \.period),
        ("quantity", \.quantity), ("unit_price", \.unitPrice), ("line_discount", \.lineDiscount), ("tax_rate", \.taxRate),
        ("amount", \.amount), ("carried_forward", \.carriedForward), ("brought_forward", \.broughtForward), ("subtotal", \.subtotal),
        ("discount", \.discount), ("discount_percent", \.discountPercent), ("shipping", \.shipping), ("net_total", \.netTotal),
        ("tax", \.tax), ("tax_on_basis", \.taxOnBasis), ("tax_included", \.taxIncluded), ("tax_included_on_basis", \.taxIncludedOnBasis),
        ("total", \.total), ("amount_paid", \.amountPaid), ("rounding", \.rounding), ("amount_due", \.amountDue),
        ("tax_exempt", \.taxExempt), ("reverse_charge", \.reverseCharge), ("intra_community", \.intraCommunity), ("export", \.export),
        ("payment", \.payment), ("iban", \.iban), ("bic", \.bic), ("payment_reference", \.paymentReference),
        ("scan_to_pay", \.scanToPay), ("notes", \.notes), ("terms", \.terms), ("page_of_count", \.pageOfCount),
    ]

    /// The names that words have on the wire.
    public static let names: [String] = named.map(\.name)

    /// The word with a name on the wire; setting one that has none does nothing.
    public subscript(name: String) -> String? {
        get { Self.named.first { $0.name == name }.map { self[keyPath: $0.word] } }
        set {
            guard let newValue, let word = Self.named.first(where: { $0.name == name })?.word else { return }
            self[keyPath: word] = newValue
        }
    }
}

extension String {
    /// The text with every placeholder replaced, in one pass: what is put in is not searched again.
    func filling(_ values: [String: String]) -> String {
        var result = ""
        var rest = self[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let placeholder = String(rest[open...close])
            result += rest[..<open] + (values[placeholder] ?? placeholder)
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
