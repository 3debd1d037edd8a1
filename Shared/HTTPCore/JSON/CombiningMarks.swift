/// Guards against text whose comparison would take forever.
///
/// To compare two strings Swift sorts the combining marks that follow each other, in time that grows with the square of their
/// number: `==` on 80 KB of them takes a second, on 1 MB minutes. No language needs more than a few. The limit is that of the
/// Stream-Safe Text Format (UAX #15 §13), and a limit on the contents of strings is what RFC 8259 §9 allows.
enum CombiningMarks {
    /// At most this many may follow each other: 30.
    static let limit = 30

    /// Whether more marks than allowed follow each other. The bytes must be UTF-8.
    static func exceedLimit(in utf8: Span<UInt8>) -> Bool {
        // Marks take two bytes at least.
        guard utf8.count > 2 * limit else { return false }
        var count = 0
        var position = 0
        while position < utf8.count {
            let byte = utf8[position]
            // The first mark is U+0300, which is CC 80.
            guard byte >= 0xCC else {
                count = 0
                position += byte < 0x80 ? 1 : 2
                continue
            }
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            count = isMark(scalar(utf8, at: position, length: length)) ? count + 1 : 0
            if count > limit { return true }
            position += length
        }
        return false
    }

    private static func scalar(_ utf8: Span<UInt8>, at position: Int, length: Int) -> Unicode.Scalar {
        var value = UInt32(utf8[position]) & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(utf8[position + offset] & 0x3F) }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // The three that are no marks themselves but decompose into two.
        case 0x0F73, 0x0F75, 0x0F81: true
        default: scalar.properties.canonicalCombiningClass != .notReordered
        }
    }
}
