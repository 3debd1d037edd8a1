extension DecimalNumber {
    /// The exact sum.
    ///
    /// - Throws: ``DecimalError/outOfRange`` when it does not fit.
    public static func + (left: DecimalNumber, right: DecimalNumber) throws(DecimalError) -> DecimalNumber {
        let scale = max(left.scale, right.scale)
        let (sum, overflow) = try left.mantissa(atScale: scale).addingReportingOverflow(right.mantissa(atScale: scale))
        guard !overflow else { throw .outOfRange }
        return try DecimalNumber(mantissa: sum, scale: scale)
    }

    /// The exact difference.
    ///
    /// - Throws: ``DecimalError/outOfRange`` when it does not fit.
    public static func - (left: DecimalNumber, right: DecimalNumber) throws(DecimalError) -> DecimalNumber {
        try left + (-right)
    }

    /// The number with the other sign.
    public static prefix func - (number: DecimalNumber) -> DecimalNumber {
        DecimalNumber(reducing: -number.mantissa, scale: number.scale)
    }

    /// The exact product.
    ///
    /// - Throws: ``DecimalError/outOfRange`` when it does not fit.
    public static func * (left: DecimalNumber, right: DecimalNumber) throws(DecimalError) -> DecimalNumber {
        let (product, overflow) = left.mantissa.multipliedReportingOverflow(by: right.mantissa)
        guard !overflow else { throw .outOfRange }
        return try DecimalNumber(mantissa: product, scale: left.scale + right.scale)
    }

    /// The nearest number with at most `digits` digits after the point; a half goes away from zero (2.5 → 3, −2.5 → −3).
    ///
    /// This is commercial rounding, which EN 16931 calls "half up". `digits` below zero is taken as zero.
    public func rounded(toFractionDigits digits: Int) -> DecimalNumber {
        let digits = max(digits, 0)
        guard scale > digits else { return self }
        let divisor = Self.powersOfTen[scale - digits]
        let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: divisor)
        let roundsAway = remainder.magnitude >= divisor.magnitude - remainder.magnitude
        let rounded = roundsAway ? quotient + mantissa.signum() : quotient
        return DecimalNumber(reducing: rounded, scale: digits)
    }

    /// A count of the smallest unit of a currency.
    ///
    /// - Parameter exponent: 0 … 38.
    public init(minorUnits: Int64, exponent: Int) {
        self.init(reducing: Int128(minorUnits), scale: exponent)
    }

    /// The value in the smallest unit of a currency, for example cents for an exponent of 2.
    ///
    /// `nil` when the value has more digits after the point than that, or does not fit in 64 bits.
    public func minorUnits(exponent: Int) -> Int64? {
        guard scale <= exponent, exponent <= Self.maximumScale else { return nil }
        let (units, overflow) = mantissa.multipliedReportingOverflow(by: Self.powersOfTen[exponent - scale])
        return overflow ? nil : Int64(exactly: units)
    }

    private func mantissa(atScale wanted: Int) throws(DecimalError) -> Int128 {
        let (mantissa, overflow) = mantissa.multipliedReportingOverflow(by: Self.powersOfTen[wanted - scale])
        guard !overflow else { throw .outOfRange }
        return mantissa
    }
}
