import Testing

@testable import InvoicePDF

@Suite("A free text")
struct RequestTextTests {
    @Test("is found by what it contains, with its path")
    func paths() {
        var request = InvoiceRequest(items: [InvoiceItem(description: "a", unitPrice: 1), InvoiceItem(description: "b", unitPrice: 1)])
        request.currencySymbol = ""
        request.discount = Adjustment(.percent(1))
        request.items[1].discount = Adjustment(.percent(1))
        request.customFields = [CustomField(label: "", value: "")]
        let table: [(path: String, text: WritableKeyPath<InvoiceRequest, String>)] = [
            ("$.from.name", \.from.name), ("$.from.address", \.from.address), ("$.to.postal_code", \.to.postalCode),
            ("$.to.city", \.to.city),
            ("$.to.country", \.to.country), ("$.to.email", \.to.email), ("$.to.phone", \.to.phone), ("$.to.vat_id", \.to.vatID),
            ("$.to.tax_id", \.to.taxID), ("$.from.iban", \.from.iban), ("$.from.bic", \.from.bic),
            ("$.items[1].description", \.items[1].description), ("$.items[1].unit", \.items[1].unit), ("$.items[1].sku", \.items[1].sku),
            ("$.custom_fields[0].label", \.customFields[0].label), ("$.custom_fields[0].value", \.customFields[0].value),
            ("$.invoice_number", \.invoiceNumber), ("$.purchase_order", \.purchaseOrder), ("$.buyer_reference", \.buyerReference),
            ("$.preceding_invoice", \.precedingInvoice), ("$.tax_exemption_reason", \.taxExemptionReason),
            ("$.payment.reference", \.payment.reference), ("$.payment.message", \.payment.message), ("$.payment.upi_id", \.payment.upiID),
            ("$.notes", \.notes), ("$.terms", \.terms), ("$.labels.amount_due", \.locale.labels.amountDue),
        ]
        for (path, text) in table {
            var changed = request
            changed[keyPath: text] = "a\u{2603}"
            #expect(changed.paths(containing: ["\u{2603}"]) == [path])
        }
        request.discount?.reason = "\u{2603}"
        request.items[1].discount?.reason = "\u{2603}"
        request.currencySymbol = "\u{2603}"
        #expect(request.paths(containing: ["\u{2603}"]) == ["$.items[1].discount.reason", "$.currency_symbol", "$.discount.reason"])
    }
}
