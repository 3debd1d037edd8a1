/// How value added tax applies to a line: the codes of UNTDID 5305 that EN 16931 uses.
public enum TaxCategory: String, Sendable, Hashable {
    /// Standard or reduced rate.
    case standard = "S"
    /// Zero rated: a rate of 0 was stated.
    case zeroRated = "Z"
    /// Not subject to tax: no rate was stated.
    case notSubject = "O"

    init(rate: DecimalNumber?) {
        switch rate {
        case nil: self = .notSubject
        case .zero: self = .zeroRated
        default: self = .standard
        }
    }
}
