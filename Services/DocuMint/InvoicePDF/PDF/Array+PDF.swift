/// How the parts of objects are written (ISO 32000-1 §7.3). They go straight into the bytes: a document has thousands of numbers, and
/// a string for each would take longer than everything else.
extension [UInt8] {
    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }
    }

    mutating func append(_ reference: PDFReference) {
        append(integer: reference.number)
        append(" 0 R")
    }

    mutating func append(integer: Int) {
        if integer < 0 { append(UInt8(ascii: "-")) }
        append(digitsOf: integer.magnitude)
    }

    /// A real number with at most two digits after the point, without exponent: a hundredth of a point is 3.5 µm.
    mutating func append(real: Double) {
        // What other programs hold in 32 bits.
        let bounded = real.isNaN ? 0 : Swift.min(Swift.max(real, -2e9), 2e9)
        let hundredths = Int((bounded * 100).rounded())
        if hundredths < 0 { append(UInt8(ascii: "-")) }
        let (whole, fraction) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        append(digitsOf: whole)
        guard fraction > 0 else { return }
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "0") + UInt8(fraction / 10))
        if fraction % 10 > 0 { append(UInt8(ascii: "0") + UInt8(fraction % 10)) }
    }

    /// Numbers with a space between them.
    mutating func append(reals: Double...) {
        for (index, real) in reals.enumerated() {
            if index > 0 { append(UInt8(ascii: " ")) }
            append(real: real)
        }
    }

    /// A text string (§7.9.2.2) in hexadecimal UTF-16 with byte order mark, which needs no escapes. It is cut after
    /// ``PDFText/maximumLength`` characters.
    mutating func append(text: some Sequence<Unicode.Scalar>) {
        append("<FEFF")
        for unit in text.prefix(PDFText.maximumLength).lazy.flatMap(\.utf16) { append(hexadecimal: unit) }
        append(UInt8(ascii: ">"))
    }

    /// Four digits.
    mutating func append(hexadecimal number: UInt16) {
        append(hexadecimalDigit: number >> 12)
        append(hexadecimalDigit: number >> 8 & 0xF)
        append(hexadecimalDigit: number >> 4 & 0xF)
        append(hexadecimalDigit: number & 0xF)
    }

    private mutating func append(hexadecimalDigit number: UInt16) {
        let digit = UInt8(truncatingIfNeeded: number)
        append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }

    /// A literal string (§7.3.4.2) of ASCII characters; others are left out.
    mutating func append(literal text: String) {
        append(UInt8(ascii: "("))
        for byte in text.utf8 where (0x20...0x7E).contains(byte) {
            if [UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\")].contains(byte) { append(UInt8(ascii: "\\")) }
            append(byte)
        }
        append(UInt8(ascii: ")"))
    }

    private mutating func append(digitsOf number: UInt) {
        if number >= 100 { append(digitsOf: number / 100) }
        let lowest = UInt8(number % 100)
        if number >= 10 { append(UInt8(ascii: "0") + lowest / 10) }
        append(UInt8(ascii: "0") + lowest % 10)
    }
}
