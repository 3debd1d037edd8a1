/// Why a decimal number could not be read or computed.
public enum DecimalError: Error, Hashable, Sendable {
    /// The text is not a number in the grammar of RFC 8259 §6.
    case malformed
    /// The value needs more than 38 significant digits, or more than 38 digits after the decimal point.
    case outOfRange
}
