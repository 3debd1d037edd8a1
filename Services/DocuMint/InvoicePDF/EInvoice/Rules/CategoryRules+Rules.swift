extension CategoryRules {
    fileprivate typealias Place = EInvoiceRule.Place
    fileprivate typealias Breach = EInvoiceRule.Breach

    /// The rules of the category.
    var rules: [EInvoiceRule] {
        let special = code == "K" ? communityRules : code == "O" ? exclusiveRules : []
        return [presence] + registrations + rates + [basis, tax, exemption] + special
    }

    private func rule(_ number: String, _ terms: [String], _ text: String, check: @escaping @Sendable (EInvoice) -> [Breach])
        -> EInvoiceRule
    {
        EInvoiceRule(id: "BR-\(letters)-\(number)", text: "“\(name)”: \(text)", terms: terms, severity: .fatal, check: check)
    }

    private var presence: EInvoiceRule {
        rule("01", ["BT-118"], "what the category is used for has a VAT breakdown, and the breakdown is used.") { invoice in
            let isUsed =
                invoice.lines.contains { $0.category == code } || invoice.allowances.contains { $0.category == code }
                || invoice.charges.contains { $0.category == code }
            let count = invoice.taxBreakdown.count { $0.category == code }
            let holds = hasRates ? !isUsed || count > 0 : count == (isUsed ? 1 : 0)
            return holds ? [] : [Breach(term: "BT-118")]
        }
    }

    /// One rule each for lines, allowances and charges.
    private var registrations: [EInvoiceRule] {
        let terms = ["BT-31", "BT-48"]
        let text = registration == .nobody ? "neither party has a VAT identifier." : "the parties are registered for tax."
        return [
            rule("02", terms, text) { invoice in
                invoice.lines.contains { $0.category == code } ? missingRegistrations(in: invoice) : []
            },
            rule("03", terms, text) { invoice in
                invoice.allowances.contains { $0.category == code } ? missingRegistrations(in: invoice) : []
            },
            rule("04", terms, text) { invoice in
                invoice.charges.contains { $0.category == code } ? missingRegistrations(in: invoice) : []
            },
        ]
    }

    private func missingRegistrations(in invoice: EInvoice) -> [Breach] {
        let (seller, buyer) = (invoice.seller, invoice.buyer)
        let sellerHasVAT = !seller.vatID.isEmpty || !(invoice.taxRepresentative?.vatID ?? "").isEmpty
        let sellerHasTax = sellerHasVAT || !seller.taxRegistration.isEmpty
        let buyerHasVAT = !buyer.vatID.isEmpty
        let (isSellerRight, isBuyerRight) =
            switch registration {
            case .seller: (sellerHasTax, true)
            case .sellerForVAT: (sellerHasVAT, true)
            case .sellerAndBuyer: (sellerHasTax, buyerHasVAT || !buyer.legalRegistration.value.isEmpty)
            case .bothForVAT: (sellerHasVAT, buyerHasVAT)
            case .nobody: (!sellerHasVAT, !buyerHasVAT)
            }
        return (isSellerRight ? [] : [Breach(term: "BT-31")]) + (isBuyerRight ? [] : [Breach(term: "BT-48")])
    }

    private var rates: [EInvoiceRule] {
        let text =
            switch rate {
            case .aboveZero: "the rate is above zero."
            case .zeroOrAbove: "the rate is zero or above."
            case .zero: "the rate is zero."
            case .absent: "there is no rate."
            }
        return [
            rule("05", ["BT-152"], text) { invoice in
                invoice.lines.indices.filter { invoice.lines[$0].category == code && !allows(invoice.lines[$0].rate) }
                    .map { Breach(place: .line($0), term: "BT-152") }
            },
            rule("06", ["BT-96"], text) { invoice in
                invoice.allowances.indices.filter { invoice.allowances[$0].category == code && !allows(invoice.allowances[$0].rate) }
                    .map { Breach(place: .allowance($0), term: "BT-96") }
            },
            rule("07", ["BT-103"], text) { invoice in
                invoice.charges.indices.filter { invoice.charges[$0].category == code && !allows(invoice.charges[$0].rate) }
                    .map { Breach(place: .charge($0), term: "BT-103") }
            },
        ]
    }

    private func allows(_ given: DecimalNumber?) -> Bool {
        switch rate {
        case .aboveZero: given.map { $0 > .zero } ?? false
        case .zeroOrAbove: given.map { $0 >= .zero } ?? false
        case .zero: given == .zero
        case .absent: given == nil
        }
    }

    private var basis: EInvoiceRule {
        rule("08", ["BT-116"], "the taxable amount is the sum of the lines and charges less the allowances.") { invoice in
            subtotals(of: invoice).compactMap { index, subtotal in
                let sum = sum(of: invoice, rate: hasRates ? subtotal.rate : nil)
                let difference: DecimalNumber? = .sum([subtotal.basis], less: [sum])
                let isKnown = subtotal.basis != nil && sum != nil
                // Official validators forgive a difference below 1 where a category has one rate only.
                return (isKnown ? difference : nil).breach(of: "BT-116", at: .subtotal(index), tolerance: hasRates ? 0 : .almostOne)
            }
        }
    }

    /// The sum of what has the category, and the rate if one is named.
    private func sum(of invoice: EInvoice, rate: DecimalNumber?) -> DecimalNumber? {
        func counts(_ category: String, _ given: DecimalNumber?) -> Bool { category == code && (rate == nil || given == rate) }
        let lines = invoice.lines.lazy.filter { counts($0.category, $0.rate) }.map { $0.net }
        let charges = invoice.charges.filter { counts($0.category, $0.rate) }.map { $0.amount }
        let allowances = invoice.allowances.filter { counts($0.category, $0.rate) }.map { $0.amount }
        return .sum([.sum(lines), .sum(charges)], less: allowances)
    }

    private var tax: EInvoiceRule {
        rule("09", ["BT-117"], hasRates ? "the tax is the taxable amount times the rate." : "the tax is zero.") { invoice in
            let exponent = min(Currency(code: invoice.currency)?.exponent ?? 2, 2)
            return subtotals(of: invoice).compactMap { index, subtotal in
                let difference = hasRates ? subtotal.taxDifference(exponent: exponent) : subtotal.tax
                return difference.breach(of: "BT-117", at: .subtotal(index), tolerance: hasRates ? 1 : 0)
            }
        }
    }

    private var exemption: EInvoiceRule {
        rule("10", ["BT-120", "BT-121"], isExempt ? "there is a reason for the exemption." : "there is no reason for an exemption.") {
            invoice in
            subtotals(of: invoice).compactMap { index, subtotal in
                let hasReason = !subtotal.exemptionReason.isEmpty || !subtotal.exemptionCode.isEmpty
                return hasReason == isExempt ? nil : Breach(place: .subtotal(index), term: "BT-120")
            }
        }
    }

    private func subtotals(of invoice: EInvoice) -> [(Int, EInvoice.TaxSubtotal)] {
        invoice.taxBreakdown.enumerated().filter { $0.element.category == code }.map { ($0.offset, $0.element) }
    }
}

extension CategoryRules {
    fileprivate var communityRules: [EInvoiceRule] {
        [
            rule("11", ["BT-72"], "there is a date of delivery or an invoicing period.") { invoice in
                let isGiven = invoice.delivery?.date != nil || invoice.period?.start != nil || invoice.period?.end != nil
                return isGiven || subtotals(of: invoice).isEmpty ? [] : [Breach(term: "BT-72")]
            },
            rule("12", ["BT-80"], "there is the country of delivery.") { invoice in
                let isGiven = !(invoice.delivery?.address?.country ?? "").isEmpty
                return isGiven || subtotals(of: invoice).isEmpty ? [] : [Breach(term: "BT-80")]
            },
        ]
    }

    fileprivate var exclusiveRules: [EInvoiceRule] {
        [
            rule("11", ["BT-118"], "there is no VAT breakdown of another category.") { invoice in
                guard !subtotals(of: invoice).isEmpty else { return [] }
                return invoice.taxBreakdown.indices.filter { invoice.taxBreakdown[$0].category != code }
                    .map { Breach(place: .subtotal($0), term: "BT-118") }
            },
            rule("12", ["BT-151"], "there is no line of another category.") { invoice in
                guard !subtotals(of: invoice).isEmpty else { return [] }
                return invoice.lines.indices.filter { invoice.lines[$0].category != code }.map { Breach(place: .line($0), term: "BT-151") }
            },
            rule("13", ["BT-95"], "there is no allowance of another category.") { invoice in
                guard !subtotals(of: invoice).isEmpty else { return [] }
                return invoice.allowances.indices.filter { invoice.allowances[$0].category != code }
                    .map { Breach(place: .allowance($0), term: "BT-95") }
            },
            rule("14", ["BT-102"], "there is no charge of another category.") { invoice in
                guard !subtotals(of: invoice).isEmpty else { return [] }
                return invoice.charges.indices.filter { invoice.charges[$0].category != code }
                    .map { Breach(place: .charge($0), term: "BT-102") }
            },
        ]
    }
}
