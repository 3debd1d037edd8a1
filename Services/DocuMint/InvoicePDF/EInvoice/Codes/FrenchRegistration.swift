/// The number of a company in the French register SIRENE: SIREN, or SIRET when it names one of its establishments.
struct FrenchRegistration: Sendable, Hashable {
    /// Nine digits, the company.
    let siren: String
    /// Fourteen digits, of which the first nine are the SIREN; empty when only the company is named.
    let siret: String

    /// The scheme of a SIREN in ISO/IEC 6523.
    static let sirenScheme = "0002"
    /// The scheme of a SIRET in ISO/IEC 6523.
    static let siretScheme = "0009"
    /// The scheme of the addresses in the French directory of recipients (EAS), which start with the SIREN.
    static let addressScheme = "0225"

    /// Reads a SIREN or a SIRET; white space is left out. `nil` when the length or the check digit is another.
    init?(parsing text: String) {
        let number = text.compact
        let digits = number.utf8.compactMap { (0x30...0x39).contains($0) ? Int($0) - 0x30 : nil }
        guard digits.count == number.utf8.count, digits.count == 9 || digits.count == 14, digits.prefix(9).passLuhn else { return nil }
        siren = String(number.prefix(9))
        siret = digits.count == 14 ? number : ""
        if siret.isEmpty || digits.passLuhn { return }
        // The establishments of La Poste are too many for Luhn: the sum of their digits is a multiple of five.
        guard siren == "356000000", digits.reduce(0, +).isMultiple(of: 5) else { return nil }
    }
}

extension BidirectionalCollection where Element == Int {
    /// Whether digits pass the test of ISO/IEC 7812-1: from the right every second one counts twice, and ten divides the sum.
    fileprivate var passLuhn: Bool {
        let sum = reversed().enumerated().reduce(0) { sum, place in
            let weighted = place.offset.isMultiple(of: 2) ? place.element : place.element * 2
            return sum + weighted / 10 + weighted % 10
        }
        return sum.isMultiple(of: 10)
    }
}
