extension [UInt8] {
    /// Decodes base64 (RFC 4648 §4): padded, with unused bits zero; line breaks, tabs and spaces are skipped. `nil` for anything else.
    init?(base64 text: ArraySlice<UInt8>) {
        self.init()
        reserveCapacity(text.count / 4 * 3)
        var bits: UInt32 = 0
        var digits = 0
        var padding = 0
        for byte in text {
            if byte == UInt8(ascii: "=") {
                padding += 1
                continue
            }
            let digit = Self.base64Digits[Int(byte)]
            guard digit != .skipped else { continue }
            guard digit != .foreign, padding == 0 else { return nil }
            bits = bits << 6 | UInt32(digit)
            digits += 1
            guard digits.isMultiple(of: 4) else { continue }
            append(UInt8(truncatingIfNeeded: bits >> 16))
            append(UInt8(truncatingIfNeeded: bits >> 8))
            append(UInt8(truncatingIfNeeded: bits))
        }
        switch (digits % 4, padding) {
        case (0, 0): break
        case (2, 2) where bits & 0xF == 0: append(UInt8(truncatingIfNeeded: bits >> 4))
        case (3, 1) where bits & 0x3 == 0:
            append(UInt8(truncatingIfNeeded: bits >> 10))
            append(UInt8(truncatingIfNeeded: bits >> 2))
        default: return nil
        }
    }

    /// The value of each byte as a digit of base64.
    private static let base64Digits: [UInt8] = {
        var values = [UInt8](repeating: .foreign, count: 256)
        for byte in "\r\n\t ".utf8 { values[Int(byte)] = .skipped }
        for (value, byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
            values[Int(byte)] = UInt8(value)
        }
        return values
    }()
}

extension UInt8 {
    fileprivate static let skipped: UInt8 = 254
    fileprivate static let foreign: UInt8 = 255
}
