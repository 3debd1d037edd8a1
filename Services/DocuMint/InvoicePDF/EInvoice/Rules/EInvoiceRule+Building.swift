extension EInvoiceRule {
    /// A rule about the invoice as a whole.
    static func invoice(
        _ id: String,
        _ term: String,
        _ text: String,
        severity: Severity = .fatal,
        holds: @escaping @Sendable (EInvoice) -> Bool
    ) -> EInvoiceRule {
        EInvoiceRule(id: id, text: text, terms: [term], severity: severity) { invoice in
            holds(invoice) ? [] : [Breach(term: term)]
        }
    }

    /// A rule about every line.
    static func lines(
        _ id: String,
        _ term: String,
        _ text: String,
        severity: Severity = .fatal,
        holds: @escaping @Sendable (EInvoice.Line) -> Bool
    ) -> EInvoiceRule {
        EInvoiceRule(id: id, text: text, terms: [term], severity: severity) { invoice in
            breaches(in: invoice.lines, term: term, place: Place.line, holds: holds)
        }
    }

    /// A rule about every entry of the tax breakdown.
    static func subtotals(_ id: String, _ term: String, _ text: String, holds: @escaping @Sendable (EInvoice.TaxSubtotal) -> Bool)
        -> EInvoiceRule
    {
        EInvoiceRule(id: id, text: text, terms: [term], severity: .fatal) { invoice in
            breaches(in: invoice.taxBreakdown, term: term, place: Place.subtotal, holds: holds)
        }
    }

    /// A rule about every allowance of the document.
    static func allowances(_ id: String, _ term: String, _ text: String, holds: @escaping @Sendable (EInvoice.AllowanceCharge) -> Bool)
        -> EInvoiceRule
    {
        EInvoiceRule(id: id, text: text, terms: [term], severity: .fatal) { invoice in
            breaches(in: invoice.allowances, term: term, place: Place.allowance, holds: holds)
        }
    }

    /// A rule about every charge of the document.
    static func charges(_ id: String, _ term: String, _ text: String, holds: @escaping @Sendable (EInvoice.AllowanceCharge) -> Bool)
        -> EInvoiceRule
    {
        EInvoiceRule(id: id, text: text, terms: [term], severity: .fatal) { invoice in
            breaches(in: invoice.charges, term: term, place: Place.charge, holds: holds)
        }
    }

    private static func breaches<Part>(in parts: [Part], term: String, place: (Int) -> Place, holds: (Part) -> Bool) -> [Breach] {
        var breaches: [Breach] = []
        for (index, part) in parts.enumerated() where !holds(part) {
            breaches.append(Breach(place: place(index), term: term))
        }
        return breaches
    }
}
