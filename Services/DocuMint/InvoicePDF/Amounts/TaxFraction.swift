/// A tax rate as a fraction of whole numbers: with it, tax can be put on an amount and taken out of one exactly.
///
/// Amounts are whole numbers of the smallest unit of a currency that fit in 64 bits, so that no product overflows.
struct TaxFraction {
    /// More digits after the point than this are refused; the sum of two rates in binary floating point has 17.
    static let maximumDigits = 18

    let numerator: Int128
    let denominator: Int128

    /// - Parameter rate: 0 … 1, with at most ``maximumDigits`` digits after the point; `nil` is zero.
    init(_ rate: DecimalNumber?) {
        numerator = rate?.mantissa ?? 0
        denominator = DecimalNumber.powersOfTen[rate?.scale ?? 0]
    }

    /// The tax on an amount without tax.
    func tax(on net: Int128) -> Int128 {
        (net * numerator).divided(by: denominator)
    }

    /// The tax that is in an amount with tax: of 119 at 19 % it is 19.
    func tax(in gross: Int128) -> Int128 {
        (gross * numerator).divided(by: denominator + numerator)
    }
}

extension Int128 {
    /// The nearest whole number to the quotient; a half goes away from zero, as ``DecimalNumber/rounded(toFractionDigits:)`` has it.
    ///
    /// - Parameter divisor: above zero.
    func divided(by divisor: Int128) -> Int128 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        let roundsAway = remainder.magnitude >= divisor.magnitude - remainder.magnitude
        return roundsAway ? quotient + signum() : quotient
    }

    /// Divides a sum into whole parts that add up to it, by the method of the largest remainder: every part is rounded down, and what is
    /// then left goes, one each, to those that lost most by it; of equals to the first.
    ///
    /// Parts of the negated sum are the negated parts.
    ///
    /// - Parameters:
    ///   - parts: what each part is exactly, times `divisor`. Their sum is less than one from this number.
    ///   - divisor: above zero.
    func apportioned(to parts: [Int128], over divisor: Int128) -> [Int128] {
        guard self >= 0 else { return (-self).apportioned(to: parts.map { -$0 }, over: divisor).map { -$0 } }
        var shares: [Int128] = []
        var remainders: [Int128] = []
        for part in parts {
            let (quotient, remainder) = part.quotientAndRemainder(dividingBy: divisor)
            shares.append(remainder < 0 ? quotient - 1 : quotient)
            remainders.append(remainder < 0 ? remainder + divisor : remainder)
        }
        let left = Int(self - shares.reduce(0, +))
        guard left > 0 else { return shares }
        let order = shares.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
        for index in order.prefix(left) {
            shares[index] += 1
        }
        return shares
    }
}
