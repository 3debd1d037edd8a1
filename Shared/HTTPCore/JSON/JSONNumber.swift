/// A JSON number, kept as the digits it was written with: `10.0` stays `10.0`, and `0.1` and `1e400` are exact.
///
/// Two numbers are equal when they are written alike; `10`, `10.0` and `1e1` are three different numbers.
public struct JSONNumber: Sendable, Hashable, CustomStringConvertible {
    /// The number as written, valid by the grammar of RFC 8259 §6.
    public let text: String

    /// A number from text.
    ///
    /// - Returns: `nil` unless the whole text is a JSON number; `01`, `+1`, `.5`, `1.`, `NaN` and white space are not.
    public init?(_ text: String) {
        guard JSONParser.isNumber(text.utf8.span) else { return nil }
        self.text = text
    }

    /// A number from an integer.
    public init(_ integer: some BinaryInteger) {
        text = String(integer)
    }

    /// A number from a floating-point value: the shortest digits that give the same value again.
    ///
    /// - Returns: `nil` for infinities and not-a-number, which JSON cannot express.
    public init?(exactly value: Double) {
        guard value.isFinite else { return nil }
        text = value.description
    }

    /// Takes text that is known to be a number.
    init(validated text: String) {
        self.text = text
    }

    /// The integer, if the number is written as one, without fraction and exponent, and fits in 64 bits.
    ///
    /// `10.0` and `1e1` give `nil`: whoever means a count writes a count, and no rounding has to be argued about. `-0` gives 0.
    public var int64: Int64? { Int64(text) }

    /// The integer, if the number is one however it is written and fits in 64 bits: `60.0` and `6e1` give 60.
    ///
    /// JSON Schema calls these integers (draft 2020-12, Validation §6.1.1), and programs that know only floating-point numbers send them.
    public var wholeInt64: Int64? {
        if let int64 { return int64 }
        let parts = text.utf8.split(whereSeparator: { $0 | 0x20 == UInt8(ascii: "e") }).map { Substring($0) }
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        guard let exponent = parts.count > 1 ? Int(parts[1]) : 0 else { return nil }
        let fraction = mantissa.count > 1 ? mantissa[1] : ""
        // All digits as one integer, without the zeros at its end, times a power of ten. Beyond 18 the power does not fit anyway.
        var digits = (mantissa[0] + fraction)[...]
        let (scale, isBeyond) = exponent.subtractingReportingOverflow(fraction.utf8.count)
        guard !isBeyond else { return nil }
        let zeros = digits.utf8.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        digits = digits.dropLast(zeros)
        guard !digits.isEmpty, digits != "-" else { return 0 }
        let (power, isTooLarge) = scale.addingReportingOverflow(zeros)
        guard !isTooLarge, (0...18).contains(power) else { return nil }
        return Int64(digits + String(repeating: "0", count: power))
    }

    /// Whether the number is written as an integer, of whatever size.
    public var isInteger: Bool { text.utf8.allSatisfy { $0 <= UInt8(ascii: "9") && $0 != UInt8(ascii: ".") } }

    /// The nearest floating-point value, or `nil` if it would be infinite. Never for amounts of money.
    public var double: Double? {
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// Same as ``text``.
    public var description: String { text }
}
