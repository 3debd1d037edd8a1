/// Every word that is printed on an invoice, for one language.
///
/// Texts in braces are replaced: `{rate}`, `{basis}`, `{page}`, `{count}`.
public struct InvoiceLabels: Sendable, Hashable {
    /// The title of the document.
    public var invoice = "Invoice"
    /// Above the seller.
    public var from = "From"
    /// Above the buyer.
    public var billTo = "Bill to"
    /// Above the invoice number.
    public var invoiceNumber = "Invoice number"
    /// Above the day of issue.
    public var date = "Date of issue"
    /// Above the day on which payment is due.
    public var dueDate = "Date due"
    /// Before a VAT identifier.
    public var vatID = "VAT ID"
    /// Before a national tax number.
    public var taxID = "Tax ID"
    /// Head of the column of descriptions.
    public var description = "Description"
    /// Head of the column of quantities.
    public var quantity = "Qty"
    /// Head of the column of unit prices.
    public var unitPrice = "Unit price"
    /// Head of the column of tax rates.
    public var taxRate = "Tax"
    /// Head of the column of line nets.
    public var amount = "Amount"
    /// Before the sum of the line nets.
    public var subtotal = "Subtotal"
    /// Before the tax when all lines have one rate.
    public var tax = "Tax {rate}"
    /// Before the tax of one of several rates.
    public var taxOnBasis = "Tax {rate} on {basis}"
    /// Before the total.
    public var total = "Total"
    /// Above the bank account.
    public var payment = "Payment"
    /// Before the account number.
    public var iban = "IBAN"
    /// Before the identifier of the bank.
    public var bic = "BIC"
    /// Above the notes.
    public var notes = "Notes"
    /// Above the terms.
    public var terms = "Terms"
    /// At the foot of every page.
    public var pageOfCount = "Page {page} of {count}"
    /// On demonstrations.
    public var demo = "DEMO"
    /// January … December.
    public var months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    /// How a day is written: `{month}` (its name), `{day}`, `{year}`.
    public var dateFormat = "{month} {day}, {year}"
    /// The language, as a BCP 47 tag.
    public var language = "en"

    /// English, the default of every word.
    public static let english = InvoiceLabels()

    func text(of date: InvoiceDate) -> String {
        let month = months.indices.contains(date.month - 1) ? months[date.month - 1] : String(date.month)
        return dateFormat.filling(["{month}": month, "{day}": String(date.day), "{year}": String(date.year)])
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
