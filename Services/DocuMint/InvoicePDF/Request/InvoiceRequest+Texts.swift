extension InvoiceRequest {
    /// Is given a text, and its path in the JSON request if it asks for it: there are thousands of texts and nearly never a reason to ask.
    typealias TextVisitor = (_ text: String, _ path: () -> String) -> Void

    /// The paths of the texts that contain one of `characters`; asked only to explain a missing glyph.
    func paths(containing characters: Set<Unicode.Scalar>) -> [String] {
        var paths: [String] = []
        visitTexts { text, path in
            if text.unicodeScalars.contains(where: characters.contains) { paths.append(path()) }
        }
        let labels = InvoiceLabels.named.filter { locale.labels[keyPath: $0.word].unicodeScalars.contains(where: characters.contains) }
        return paths + labels.map { "$.labels.\($0.name)" }
    }

    /// Visits every free text but the printed words.
    func visitTexts(_ visit: TextVisitor) {
        from.visitTexts(at: "$.from", visit)
        to.visitTexts(at: "$.to", visit)
        for (index, item) in items.enumerated() {
            item.visitTexts(at: index, visit)
        }
        for (index, field) in customFields.enumerated() {
            visit(field.label) { "$.custom_fields[\(index)].label" }
            visit(field.value) { "$.custom_fields[\(index)].value" }
        }
        visit(invoiceNumber) { "$.invoice_number" }
        visit(purchaseOrder) { "$.purchase_order" }
        visit(buyerReference) { "$.buyer_reference" }
        visit(precedingInvoice) { "$.preceding_invoice" }
        visit(currencySymbol ?? "") { "$.currency_symbol" }
        visit(discount?.reason ?? "") { "$.discount.reason" }
        visit(taxExemptionReason) { "$.tax_exemption_reason" }
        visit(payment.reference) { "$.payment.reference" }
        visit(payment.message) { "$.payment.message" }
        visit(payment.upiID) { "$.payment.upi_id" }
        visit(notes) { "$.notes" }
        visit(terms) { "$.terms" }
    }
}

extension InvoiceItem {
    fileprivate func visitTexts(at index: Int, _ visit: InvoiceRequest.TextVisitor) {
        visit(description) { "$.items[\(index)].description" }
        visit(unit) { "$.items[\(index)].unit" }
        visit(sku) { "$.items[\(index)].sku" }
        visit(discount?.reason ?? "") { "$.items[\(index)].discount.reason" }
    }
}

extension InvoiceParty {
    fileprivate func visitTexts(at path: String, _ visit: InvoiceRequest.TextVisitor) {
        visit(name) { "\(path).name" }
        visit(address) { "\(path).address" }
        visit(postalCode) { "\(path).postal_code" }
        visit(city) { "\(path).city" }
        visit(country) { "\(path).country" }
        visit(email) { "\(path).email" }
        visit(phone) { "\(path).phone" }
        visit(vatID) { "\(path).vat_id" }
        visit(taxID) { "\(path).tax_id" }
        visit(iban) { "\(path).iban" }
        visit(bic) { "\(path).bic" }
    }
}
