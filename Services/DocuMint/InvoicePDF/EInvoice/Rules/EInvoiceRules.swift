/// The business rules of EN 16931-1:2017+A1:2019, and those of XRechnung 3.0 for invoices that say they follow it.
///
/// Identifiers are those of the official validation artefacts. Left out are the rules about terms that ``EInvoice`` does not have
/// (attachments, item attributes and classifications) and those that no program can check (BR-CO-05 … BR-CO-08).
enum EInvoiceRules {
    /// The rules that apply to an invoice, in the order in which they are checked.
    static func rules(for invoice: EInvoice) -> [EInvoiceRule] {
        let rules = general + CategoryRules.all.flatMap(\.rules)
        return invoice.followsXRechnung ? rules + xrechnung : rules
    }

    /// Every rule that the invoice breaks, with every place where it does.
    static func failures(of invoice: EInvoice) -> [RuleFailure] {
        breaches(of: invoice).map { rule, breach in
            RuleFailure(
                ruleID: rule.id,
                message: rule.text,
                terms: rule.terms,
                location: breach.place.location,
                isWarning: rule.severity == .warning || breach.isTolerated
            )
        }
    }

    /// The same with what made it.
    static func breaches(of invoice: EInvoice) -> [(rule: EInvoiceRule, breach: EInvoiceRule.Breach)] {
        var breaches: [(EInvoiceRule, EInvoiceRule.Breach)] = []
        func check(_ rules: [EInvoiceRule]) {
            for rule in rules {
                for breach in rule.check(invoice) { breaches.append((rule, breach)) }
            }
        }
        check(general)
        let used = invoice.categories
        // No rule of a category can be broken by an invoice that has nothing in it.
        for category in CategoryRules.all where used.contains(category.code) { check(category.rules) }
        if invoice.followsXRechnung { check(xrechnung) }
        return breaches
    }

    private static let general = document + groups + sums + decimals + codes
}

extension EInvoice {
    /// Whether BT-24 names XRechnung, in any version and with any extension.
    var followsXRechnung: Bool { specification.contains("xrechnung") }

    /// The tax categories that occur anywhere.
    fileprivate var categories: Set<String> {
        var categories: Set<String> = []
        var last = ""
        for line in lines where line.category != last {
            last = line.category
            categories.insert(last)
        }
        categories.formUnion(taxBreakdown.map(\.category))
        categories.formUnion(allowances.map(\.category))
        categories.formUnion(charges.map(\.category))
        return categories
    }
}
