/// How texts and numbers are written in PDF objects, as strings.
enum PDFText {
    /// Characters of a text string. PDF/A allows strings of 32 767 bytes (ISO 19005-3 §6.1.13), and a character takes up to 4.
    static let maximumLength = 8_000

    /// A text string (ISO 32000-1 §7.9.2.2) in hexadecimal UTF-16 with byte order mark, which needs no escapes.
    static func string(_ text: some Sequence<Unicode.Scalar>) -> String {
        written { $0.append(text: text) }
    }

    /// A literal string (§7.3.4.2) of ASCII characters; others are left out.
    static func literal(_ text: String) -> String {
        written { $0.append(literal: text) }
    }

    /// UTF-16BE in hexadecimal digits.
    static func hexadecimal(_ text: some Sequence<Unicode.Scalar>) -> String {
        written { bytes in
            for unit in text.lazy.flatMap(\.utf16) { bytes.append(hexadecimal: unit) }
        }
    }

    /// Four digits.
    static func hexadecimal(_ number: UInt16) -> String {
        written { $0.append(hexadecimal: number) }
    }

    /// A real number with at most two digits after the point, without exponent.
    static func number(_ value: Double) -> String {
        written { $0.append(real: value) }
    }

    /// A date (§7.9.4): the first moment of a day.
    static func date(_ date: InvoiceDate) -> String {
        "(D:\(date.description.filter(\.isNumber))000000Z)"
    }

    private static func written(_ write: (inout [UInt8]) -> Void) -> String {
        var bytes: [UInt8] = []
        write(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
