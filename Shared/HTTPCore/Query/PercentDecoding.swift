/// Decodes percent-encoded text (RFC 3986 §2.1).
enum PercentDecoding {
    /// The text, decoded.
    ///
    /// - Parameter plusIsSpace: Whether `+` stands for a space, as in queries written by forms (WHATWG URL §5.1).
    /// - Returns: `nil` if a `%` has no two hexadecimal digits after it, or what comes out is not UTF-8, holds a NUL, or has more combining
    ///   marks in a row than any text needs (``CombiningMarks``).
    static func decode(_ text: some StringProtocol, plusIsSpace: Bool) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var rest = text.utf8.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(hexValue), let low = rest.next().flatMap(hexValue) else { return nil }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        guard !bytes.contains(0), let decoded = String(validating: bytes, as: UTF8.self) else { return nil }
        return CombiningMarks.exceedLimit(in: bytes.span) ? nil : decoded
    }

    private static func hexValue(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
