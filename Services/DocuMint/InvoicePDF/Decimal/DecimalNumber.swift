/// An exact decimal number: what money, quantities and rates are computed with.
///
/// The value is `mantissa / 10^scale`. Every operation is exact or throws ``DecimalError/outOfRange``; nothing is ever
/// rounded except by ``rounded(toFractionDigits:)``. Range: 38 significant digits, of which at most 38 after the point.
public struct DecimalNumber: Sendable, Hashable {
    /// The largest number of digits after the decimal point.
    static let maximumScale = 38

    /// The digits with their sign; not divisible by ten unless `scale` is zero, so that equal values have equal parts.
    let mantissa: Int128
    /// The number of digits after the decimal point, 0 … 38.
    let scale: Int

    /// The number 0.
    public static let zero = DecimalNumber(0)
    /// The number 1.
    public static let one = DecimalNumber(1)

    /// A whole number.
    public init(_ integer: Int) {
        mantissa = Int128(integer)
        scale = 0
    }

    /// The number `mantissa / 10^scale`, with trailing zeros after the point removed.
    ///
    /// - Throws: ``DecimalError/outOfRange`` when more than 38 digits remain.
    init(mantissa: Int128, scale: Int) throws(DecimalError) {
        self.init(reducing: mantissa, scale: scale)
        guard self.scale <= Self.maximumScale, self.mantissa.magnitude < Self.limit else { throw .outOfRange }
    }

    /// The same for a value that is known to be in range.
    init(reducing mantissa: Int128, scale: Int) {
        var mantissa = mantissa
        var scale = mantissa == 0 ? 0 : scale
        while scale > 0 {
            let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { break }
            mantissa = quotient
            scale -= 1
        }
        self.mantissa = mantissa
        self.scale = scale
    }

    /// Whether the number is below zero.
    public var isNegative: Bool { mantissa < 0 }

    /// 10^0 … 10^38, the powers that fit.
    static let powersOfTen: [Int128] = (0..<maximumScale).reduce(into: [1]) { powers, index in powers.append(powers[index] * 10) }

    private static let limit = powersOfTen[maximumScale].magnitude
}

extension DecimalNumber: ExpressibleByIntegerLiteral {
    /// A whole number written in source code.
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}

extension DecimalNumber: Comparable {
    /// Compares by value. Never overflows: whole parts first, then the fractions at their common scale.
    public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        let (leftWhole, leftFraction) = left.mantissa.quotientAndRemainder(dividingBy: powersOfTen[left.scale])
        let (rightWhole, rightFraction) = right.mantissa.quotientAndRemainder(dividingBy: powersOfTen[right.scale])
        guard leftWhole == rightWhole else { return leftWhole < rightWhole }
        let scale = max(left.scale, right.scale)
        return leftFraction * powersOfTen[scale - left.scale] < rightFraction * powersOfTen[scale - right.scale]
    }
}
