/// How texts and numbers are written in PDF objects.
enum PDFText {
    /// A text string (ISO 32000-1 §7.9.2.2) in hexadecimal UTF-16 with byte order mark, which needs no escapes.
    static func string(_ text: some Sequence<Unicode.Scalar>) -> String {
        "<FEFF\(hexadecimal(text))>"
    }

    /// UTF-16BE in hexadecimal digits.
    static func hexadecimal(_ text: some Sequence<Unicode.Scalar>) -> String {
        text.flatMap(\.utf16).map(hexadecimal).joined()
    }

    /// Four digits.
    static func hexadecimal(_ number: UInt16) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }

    /// A real number with at most two digits after the point, without exponent: a hundredth of a point is 3.5 µm.
    static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        guard rest > 0 else { return "\(sign)\(whole)" }
        let fraction = rest.isMultiple(of: 10) ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return "\(sign)\(whole).\(fraction)"
    }
}
