/// A rule that an e-invoice breaks, and where.
public struct RuleFailure: Sendable, Hashable {
    /// `BR-CO-10`.
    public let ruleID: String
    /// What the rule wants, in one sentence.
    public let message: String
    /// The terms that the rule is about: `BT-106`.
    public let terms: [String]
    /// The group and its number, such as `BG-25[3]`; `nil` for the invoice as a whole.
    public let location: String?
    /// Whether official validators accept the invoice all the same.
    public let isWarning: Bool
}

extension EInvoiceRule.Place {
    /// The group of EN 16931 with its number, counted from 1.
    var location: String? {
        switch self {
        case .document: nil
        case .line(let index): "BG-25[\(index + 1)]"
        case .subtotal(let index): "BG-23[\(index + 1)]"
        case .allowance(let index): "BG-20[\(index + 1)]"
        case .charge(let index): "BG-21[\(index + 1)]"
        }
    }
}
