/// How value added tax applies: the codes of UNTDID 5305 that EN 16931 uses.
public enum TaxCategory: String, Sendable, Hashable, CaseIterable {
    /// Standard or reduced rate.
    case standard = "S"
    /// Zero rated: a rate of 0 was stated.
    case zeroRated = "Z"
    /// Exempt from tax.
    case exempt = "E"
    /// Reverse charge: the buyer owes the tax.
    case reverseCharge = "AE"
    /// Supply to another country of the European Union.
    case intraCommunity = "K"
    /// Export to where the tax does not apply.
    case export = "G"
    /// Not subject to tax: no rate was stated.
    case notSubject = "O"

    init(rate: DecimalNumber?) {
        switch rate {
        case nil: self = .notSubject
        case .zero: self = .zeroRated
        default: self = .standard
        }
    }

    /// Whether there is tax at a rate above zero.
    var isTaxed: Bool { self == .standard }

    /// The place among groups with the same rate.
    var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
