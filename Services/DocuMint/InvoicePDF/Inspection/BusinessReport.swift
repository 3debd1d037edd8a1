/// What the rules of EN 16931, and of XRechnung where they apply, say of an e-invoice.
public struct BusinessReport: Sendable {
    /// BT-24, which says what rules it wants to keep; empty when it does not say.
    public let specification: String
    /// BT-1.
    public let number: String
    /// The identifiers of all rules that were applied.
    public let rules: [String]
    /// The rules that are broken, with warnings for what official validators accept.
    public let failures: [RuleFailure]
    /// The amounts as its lines, allowances and charges give them; `nil` when numbers are missing or too long.
    public let amounts: RecomputedAmounts?

    init(_ invoice: EInvoice) {
        specification = invoice.specification
        number = invoice.number
        rules = EInvoiceRules.rules(for: invoice).map(\.id)
        failures = EInvoiceRules.failures(of: invoice)
        amounts = RecomputedAmounts(invoice)
    }

    /// Whether no rule is broken that official validators insist on.
    public var passed: Bool { failures.allSatisfy(\.isWarning) }
}
