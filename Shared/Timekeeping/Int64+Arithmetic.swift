extension Int64 {
    /// The quotient rounded towards negative infinity, so that times before the epoch fall into the right second and day.
    func flooredQuotient(_ divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The product, or the largest or smallest number if it is beyond.
    func multipliedWithinRange(by factor: Int64) -> Int64 {
        let (product, isBeyond) = multipliedReportingOverflow(by: factor)
        guard isBeyond else { return product }
        return (self < 0) == (factor < 0) ? .max : .min
    }

    /// The sum, or the largest or smallest number if it is beyond.
    func addedWithinRange(_ other: Int64) -> Int64 {
        let (sum, isBeyond) = addingReportingOverflow(other)
        guard isBeyond else { return sum }
        return other < 0 ? .min : .max
    }
}
