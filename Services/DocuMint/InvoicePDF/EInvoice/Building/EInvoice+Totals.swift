extension EInvoice {
    /// The discount, as one allowance for each tax.
    static func allowances(of request: InvoiceRequest, amounts: InvoiceAmounts) -> [AllowanceCharge] {
        let reason = request.discount?.reason.cleaned ?? ""
        return amounts.taxBreakdown.filter { $0.discount != .zero }.map { group in
            AllowanceCharge(group.discount, reason: reason.isEmpty ? request.locale.labels.discount : reason, in: group)
        }
    }

    /// The shipping, as one charge for each tax.
    static func charges(of request: InvoiceRequest, amounts: InvoiceAmounts) -> [AllowanceCharge] {
        amounts.taxBreakdown.filter { $0.shipping != .zero }.map { group in
            AllowanceCharge(group.shipping, reason: request.locale.labels.shipping, in: group)
        }
    }
}

extension EInvoice.AllowanceCharge {
    fileprivate init(_ amount: DecimalNumber, reason: String, in group: InvoiceAmounts.TaxGroup) {
        self.amount = amount
        self.reason = reason
        category = group.category.rawValue
        rate = group.category.percent(of: group.rate)
    }
}

extension EInvoice.Totals {
    init(_ amounts: InvoiceAmounts, isBasic: Bool) {
        lines = amounts.linesTotal
        allowances = amounts.discount == .zero ? nil : amounts.discount
        charges = amounts.shipping == .zero ? nil : amounts.shipping
        net = amounts.netTotal
        tax = amounts.taxTotal
        gross = amounts.total
        paid = amounts.amountPaid == .zero ? nil : amounts.amountPaid
        rounding = amounts.rounding == .zero || isBasic ? nil : amounts.rounding
        due = amounts.amountDue
    }
}

extension EInvoice.TaxSubtotal {
    init(_ group: InvoiceAmounts.TaxGroup, of request: InvoiceRequest, profile: InvoiceProfile) {
        basis = group.basis
        tax = group.tax
        category = group.category.rawValue
        rate = group.category.percent(of: group.rate)
        // XRechnung wants a rate even where no tax applies (BR-DE-14).
        if profile == .xrechnung { rate = rate ?? .zero }
        guard group.category != .standard, group.category != .zeroRated else { return }
        let reason = request.taxExemptionReason.cleanedLines
        exemptionReason = reason.isEmpty ? group.category.usualReason(in: request.locale.labels) : reason
        exemptionCode = group.category.usualReasonCode
    }
}

extension TaxCategory {
    /// BT-119 and its like: in percent, and absent where no tax applies (BR-O-05).
    func percent(of rate: DecimalNumber?) -> DecimalNumber? {
        let rate = rate ?? .zero
        return self == .notSubject && rate == .zero ? nil : rate.asPercent
    }

    /// BT-120, for the categories that leave no choice.
    fileprivate func usualReason(in labels: InvoiceLabels) -> String {
        switch self {
        case .standard, .zeroRated, .exempt: ""
        case .reverseCharge: labels.reverseCharge
        case .intraCommunity: labels.intraCommunity
        case .export: labels.export
        case .notSubject: "Not subject to VAT"
        }
    }

    /// BT-121, likewise.
    fileprivate var usualReasonCode: String {
        switch self {
        case .standard, .zeroRated, .exempt: ""
        case .reverseCharge: "VATEX-EU-AE"
        case .intraCommunity: "VATEX-EU-IC"
        case .export: "VATEX-EU-G"
        case .notSubject: "VATEX-EU-O"
        }
    }
}

extension DecimalNumber {
    /// A hundred times the number.
    fileprivate var asPercent: DecimalNumber {
        if scale >= 2 { return DecimalNumber(reducing: mantissa, scale: scale - 2) }
        return (try? self * 100) ?? self
    }
}
