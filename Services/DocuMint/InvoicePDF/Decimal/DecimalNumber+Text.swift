extension DecimalNumber: CustomStringConvertible {
    /// The shortest plain text: `1234.5`, `-0.08`, `100`. Never an exponent. ``init(parsing:)`` reads it back.
    public var description: String { text() }

    /// Plain text with at least `minimumFractionDigits` digits after the point: `text(minimumFractionDigits: 2)` of 5 is `5.00`.
    ///
    /// - Parameter minimumFractionDigits: how far to pad with zeros; digits that the number has are never dropped.
    public func text(minimumFractionDigits: Int = 0) -> String {
        let (whole, fraction) = parts(minimumFractionDigits: minimumFractionDigits)
        let sign = isNegative ? "-" : ""
        return fraction.isEmpty ? sign + whole : "\(sign)\(whole).\(fraction)"
    }

    /// The digits before and after the point, without sign; the second is empty for whole numbers.
    func parts(minimumFractionDigits: Int) -> (whole: String, fraction: String) {
        // Arithmetic of 128 bits is slow, and few numbers need it.
        let digits = UInt64(exactly: mantissa.magnitude).map { String($0) } ?? String(mantissa.magnitude)
        guard scale > 0 else { return (digits, String(repeating: "0", count: max(0, minimumFractionDigits))) }
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
        let missing = String(repeating: "0", count: max(0, minimumFractionDigits - scale))
        return (String(padded.dropLast(scale)), padded.suffix(scale) + missing)
    }
}
