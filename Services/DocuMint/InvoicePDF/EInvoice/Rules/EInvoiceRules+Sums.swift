extension EInvoiceRules {
    /// BR-CO-10 … BR-CO-17: amounts that follow from others, to the last digit.
    static let sums: [EInvoiceRule] = [
        .invoice("BR-CO-10", "BT-106", "The sum of the lines is the sum of their net amounts.") { invoice in
            invoice.totals.lines == .sum(invoice.lines.lazy.map { $0.net })
        },
        .invoice("BR-CO-11", "BT-107", "The sum of the allowances is the sum of their amounts.") { invoice in
            if invoice.allowances.isEmpty, invoice.totals.allowances == nil { return true }
            return invoice.totals.allowances == .sum(invoice.allowances.lazy.map { $0.amount })
        },
        .invoice("BR-CO-12", "BT-108", "The sum of the charges is the sum of their amounts.") { invoice in
            if invoice.charges.isEmpty, invoice.totals.charges == nil { return true }
            return invoice.totals.charges == .sum(invoice.charges.lazy.map { $0.amount })
        },
        .invoice("BR-CO-13", "BT-109", "The total without VAT is the sum of the lines, less allowances, plus charges.") { invoice in
            let totals = invoice.totals
            return totals.net == .sum([totals.lines, totals.charges], less: [totals.allowances])
        },
        .invoice("BR-CO-14", "BT-110", "The total VAT is the sum of the tax amounts of the breakdown.") { invoice in
            guard invoice.totals.tax != nil else { return true }
            return invoice.totals.tax == .sum(invoice.taxBreakdown.lazy.map { $0.tax })
        },
        .invoice("BR-CO-15", "BT-112", "The total with VAT is the total without VAT plus the total VAT.") { invoice in
            invoice.totals.gross == .sum([invoice.totals.net, invoice.totals.tax])
        },
        .invoice("BR-CO-16", "BT-115", "The amount due is the total with VAT, less what was paid, plus the rounding.") { invoice in
            let totals = invoice.totals
            return totals.due == .sum([totals.gross, totals.rounding], less: [totals.paid])
        },
        EInvoiceRule(
            id: "BR-CO-17",
            text: "The tax of a VAT breakdown is its taxable amount times its rate, rounded; official validators accept a difference of 1.",
            terms: ["BT-117"],
            severity: .fatal
        ) { invoice in
            let exponent = min(Currency(code: invoice.currency)?.exponent ?? 2, 2)
            return invoice.taxBreakdown.enumerated().compactMap { index, subtotal in
                subtotal.taxDifference(exponent: exponent).breach(of: "BT-117", at: .subtotal(index), tolerance: 1)
            }
        },
    ]
}

extension EInvoice.TaxSubtotal {
    /// How far the tax is from basis × rate; `nil` when a number is missing or nothing can be computed.
    func taxDifference(exponent: Int) -> DecimalNumber? {
        guard let basis, let tax, let product = try? basis * (rate ?? .zero) else { return nil }
        let percent = DecimalNumber(reducing: product.mantissa, scale: product.scale + 2)
        return try? tax - percent.rounded(toFractionDigits: exponent)
    }
}

extension DecimalNumber? {
    /// What a difference from what should be says about a rule; a breach as well when there is none to be computed.
    func breach(of term: String, at place: EInvoiceRule.Place, tolerance: DecimalNumber) -> EInvoiceRule.Breach? {
        if self == .zero { return nil }
        return EInvoiceRule.Breach(place: place, term: term, isTolerated: self.map { $0 <= tolerance && -tolerance <= $0 } ?? false)
    }

    /// The exact sum, in which a missing number counts nothing; `nil` when it does not fit.
    static func sum(_ terms: some Sequence<DecimalNumber?>, less: [DecimalNumber?] = []) -> DecimalNumber? {
        var sum = DecimalNumber.zero
        do {
            for case .some(let term) in terms { sum = try sum + term }
            for case .some(let term) in less { sum = try sum - term }
        } catch {
            return nil
        }
        return sum
    }
}
