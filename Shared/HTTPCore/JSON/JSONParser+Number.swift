extension JSONParser {
    /// Reads the number that begins at the position (RFC 8259 §6).
    mutating func number(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONNumber {
        let start = position
        try skipNumber(bytes)
        let text = bytes.extracting(start..<position).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        return JSONNumber(validated: text)
    }

    /// Whether the bytes are one number and nothing else.
    static func isNumber(_ bytes: Span<UInt8>) -> Bool {
        var parser = JSONParser()
        do {
            try parser.skipNumber(bytes)
        } catch {
            return false
        }
        return parser.position == bytes.count
    }

    private mutating func skipNumber(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
        if position < bytes.count && bytes[position] == UInt8(ascii: "-") { position += 1 }
        if position < bytes.count && bytes[position] == UInt8(ascii: "0") {
            position += 1
            guard !isDigit(bytes) else { throw unexpected(bytes, expected: "no digit after a leading zero") }
        } else {
            try skipDigits(bytes)
        }
        if position < bytes.count && bytes[position] == UInt8(ascii: ".") {
            position += 1
            try skipDigits(bytes)
        }
        if position < bytes.count && bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count && (bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")) { position += 1 }
            try skipDigits(bytes)
        }
    }

    private mutating func skipDigits(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
        guard isDigit(bytes) else { throw unexpected(bytes, expected: "a digit") }
        while isDigit(bytes) { position += 1 }
    }

    private func isDigit(_ bytes: Span<UInt8>) -> Bool {
        position < bytes.count && bytes[position] &- UInt8(ascii: "0") < 10
    }
}
