/// Base 64 (RFC 4648 §4 and §5).
public enum Base64 {
    /// Which characters stand for 62 and 63, and whether the text is padded.
    public enum Variant: Sendable, Hashable, CaseIterable {
        /// `+` and `/`, padded with `=` to a multiple of four (RFC 4648 §4).
        case standard
        /// `-` and `_`, without padding (RFC 4648 §5, as JSON Web Signatures use it).
        case urlSafe
    }

    /// The bytes as text.
    public static func encode(_ bytes: some Collection<UInt8>, as variant: Variant = .standard) -> String {
        withContiguousBytes(of: bytes) { encode(contiguous: $0, as: variant) }
    }

    private static func encode(contiguous bytes: UnsafeBufferPointer<UInt8>, as variant: Variant) -> String {
        let digits = variant.digits
        return String(unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { text in
            var count = 0
            func append(_ digit: UInt8) {
                text[count] = digit
                count += 1
            }
            var bits: UInt32 = 0
            var bitCount = 0
            for byte in bytes {
                bits = bits << 8 | UInt32(byte)
                bitCount += 8
                while bitCount >= 6 {
                    bitCount -= 6
                    append(digits[Int(bits >> bitCount & 63)])
                }
            }
            if bitCount > 0 { append(digits[Int(bits << (6 - bitCount) & 63)]) }
            while variant.isPadded && !count.isMultiple(of: 4) { append(padding) }
            return count
        }
    }

    /// The bytes that the text stands for. Strict: for every sequence of bytes exactly one text is accepted, the one that ``encode(_:as:)`` gives.
    ///
    /// - Returns: `nil` for characters of another alphabet, white space, missing or superfluous padding, an impossible length,
    ///   or bits set after the last byte (RFC 4648 §3.5).
    public static func decode(_ text: String, as variant: Variant = .standard) -> [UInt8]? {
        guard let digits = digits(of: text, variant), digits.count % 4 != 1 else { return nil }
        let values = variant.values
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count * 3 / 4)
        var bits: UInt32 = 0
        var bitCount = 0
        for digit in digits {
            let value = values[Int(digit)]
            guard value < 64 else { return nil }
            bits = bits << 6 | UInt32(value)
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> bitCount))
            }
        }
        return bits & (1 << bitCount - 1) == 0 ? bytes : nil
    }

    /// The text without its padding, or `nil` if it is not padded as the variant demands.
    private static func digits(of text: String, _ variant: Variant) -> Substring.UTF8View? {
        let characters = text.utf8
        guard variant.isPadded else { return characters[...] }
        guard characters.count.isMultiple(of: 4) else { return nil }
        let paddingCount = characters.suffix(2).reversed().prefix { $0 == padding }.count
        return characters.dropLast(paddingCount)
    }

    private static let padding = UInt8(ascii: "=")
}

extension Base64.Variant {
    fileprivate var isPadded: Bool { self == .standard }

    fileprivate var digits: [UInt8] {
        switch self {
        case .standard: Self.standardDigits
        case .urlSafe: Self.urlSafeDigits
        }
    }

    /// For every character its value, or 255 if it is not of the alphabet.
    fileprivate var values: [UInt8] {
        switch self {
        case .standard: Self.standardValues
        case .urlSafe: Self.urlSafeValues
        }
    }

    private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    private static let standardDigits = [UInt8]((letters + "+/").utf8)
    private static let urlSafeDigits = [UInt8]((letters + "-_").utf8)
    private static let standardValues = values(of: standardDigits)
    private static let urlSafeValues = values(of: urlSafeDigits)

    private static func values(of digits: [UInt8]) -> [UInt8] {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
        return values
    }
}
