/// Makes text from outside harmless in a line of the log.
enum LogEscaping {
    /// Longer values are cut, so that one request cannot fill the log.
    static let longestValue = 2048

    /// Whether a value can stand in a text line without quotes: printable ASCII without space, quote, backslash and equals sign.
    static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= longestValue
            && text.utf8.allSatisfy {
                $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "=")
            }
    }

    /// Appends the text with everything escaped that could end a value or a line, or steer a terminal: control characters (also those above
    /// ASCII), line separators and the marks that reorder text.
    ///
    /// - Parameter asJSON: Whether quotes and backslashes are escaped too.
    static func append(_ text: String, to bytes: inout [UInt8], asJSON: Bool) {
        var written = 0
        for scalar in text.unicodeScalars {
            guard written < longestValue else { return bytes.append(contentsOf: "…".utf8) }
            written += 1
            switch scalar {
            case "\n": bytes.append(contentsOf: "\\n".utf8)
            case "\r": bytes.append(contentsOf: "\\r".utf8)
            case "\t": bytes.append(contentsOf: "\\t".utf8)
            case "\"" where asJSON, "\\" where asJSON:
                bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)])
            case let scalar where isDangerous(scalar): appendEscape(scalar, to: &bytes)
            default: bytes.append(contentsOf: scalar.utf8)
            }
        }
    }

    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }

    private static func appendEscape(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        let digits = String(scalar.value, radix: 16)
        bytes.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
    }
}
