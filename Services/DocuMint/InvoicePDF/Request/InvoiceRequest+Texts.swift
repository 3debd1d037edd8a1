extension InvoiceRequest {
    /// The paths of the texts that contain one of `characters`; asked only to explain a missing glyph.
    func paths(containing characters: Set<Unicode.Scalar>) -> [String] {
        texts.filter { text in text.value.unicodeScalars.contains(where: characters.contains) }.map(\.path)
    }

    /// Every free text with its path in the JSON request.
    var texts: [(path: String, value: String)] {
        let items = items.enumerated().map { (path: "$.items[\($0.offset)].description", value: $0.element.description) }
        return from.texts(at: "$.from") + to.texts(at: "$.to") + items + [
            ("$.invoice_number", invoiceNumber), ("$.currency_symbol", currencySymbol ?? ""), ("$.notes", notes), ("$.terms", terms),
        ]
    }
}

extension InvoiceParty {
    fileprivate func texts(at path: String) -> [(path: String, value: String)] {
        [
            ("name", name), ("address", address), ("postal_code", postalCode), ("city", city), ("country", country), ("email", email),
            ("phone", phone), ("vat_id", vatID), ("tax_id", taxID), ("iban", iban), ("bic", bic),
        ].map { ("\(path).\($0.0)", $0.1) }
    }
}
