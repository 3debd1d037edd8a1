extension InvoiceRequest {
    /// What the profile requires and the request lacks: every broken rule once for each value that breaks it, in the order of the rules.
    func eInvoiceFaults(in invoice: EInvoice) -> [EInvoiceFault] {
        var faults = requestFaults
        var seen = Set(faults)
        for (rule, breach) in EInvoiceRules.breaches(of: invoice) where rule.severity == .fatal && !breach.isTolerated {
            // Whoever forgets the rate is not to be told to leave out the VAT identifiers.
            if isTaxForgotten, ["BR-O-02", "BR-O-03", "BR-O-04"].contains(rule.id) { continue }
            let path = RequestPath.path(of: breach.term, at: breach.place, in: self)
            let fault = EInvoiceFault(path: path, term: breach.term, ruleID: rule.id, message: rule.text)
            if seen.insert(fault).inserted { faults.append(fault) }
        }
        return faults
    }

    /// What no rule of EN 16931 says.
    private var requestFaults: [EInvoiceFault] {
        var faults: [EInvoiceFault] = []
        if profile == .xrechnung, type == .proforma {
            let message = "A pro forma invoice is none of the documents that XRechnung knows."
            faults.append(EInvoiceFault(path: "$.type", term: "BT-3", ruleID: "BR-DE-17", message: message))
        }
        if isTaxForgotten {
            let message = "A party with a VAT identifier needs a tax rate, or the tax category O and no VAT identifiers."
            faults.append(EInvoiceFault(path: "$.tax_rate", term: "BT-152", ruleID: "BR-O-02", message: message))
        }
        let account = from.iban.compact.uppercased()
        if !account.isEmpty, IBAN(parsing: account) == nil {
            let message = "The account is no IBAN: its letters, its length or its check digits are wrong."
            faults.append(EInvoiceFault(path: "$.from.iban", term: "BT-84", ruleID: "ISO-13616", message: message))
        }
        return faults
    }
}

extension InvoiceRequest {
    /// Whether a party is known to the tax office, and neither a rate nor a category is named for some item.
    private var isTaxForgotten: Bool {
        let isRegistered = !from.vatID.isEmpty || !to.vatID.isEmpty
        return isRegistered && taxCategory == nil && taxRate == nil && items.contains { $0.taxRate == nil && $0.taxCategory == nil }
    }
}

extension DocumentType {
    /// Why there is no e-invoice of a document.
    var eInvoiceFault: EInvoiceFault {
        let message = "A \(rawValue) is no invoice: choose the profile plain or pdfa."
        return EInvoiceFault(path: "$.type", term: "BT-3", ruleID: "BR-CL-01", message: message)
    }
}
