/// Writes values as compact JSON: numbers with their own digits, text as UTF-8, members in their order.
///
/// U+2028 and U+2029 are escaped too, so that the text may stand in a script.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []

    /// Makes room for what is to come, so that a short text needs no more than one piece of memory.
    mutating func reserve(bytes count: Int) {
        bytes.reserveCapacity(count)
    }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let number): bytes.append(contentsOf: number.text.utf8)
        case .string(let text): write(text)
        case .array(let elements): write(elements)
        case .object(let members): write(members)
        }
    }

    private mutating func write(_ elements: [JSONValue]) {
        bytes.append(UInt8(ascii: "["))
        var isFirst = true
        for element in elements {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            write(element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ members: JSONObject) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for (name, value) in members {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            write(name)
            bytes.append(UInt8(ascii: ":"))
            write(value)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        write(text.utf8.span)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes the runs between characters that need an escape in one piece each.
    private mutating func write(_ utf8: Span<UInt8>) {
        var start = 0
        var position = 0
        while position < utf8.count {
            let byte = utf8[position]
            if byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0xE2 {
                position += 1
                continue
            }
            guard let escape = escape(at: position, in: utf8) else {
                position += 1
                continue
            }
            append(utf8.extracting(start..<position))
            bytes.append(contentsOf: escape.text.utf8)
            position += escape.replacedBytes
            start = position
        }
        append(utf8.extracting(start..<position))
    }

    private mutating func append(_ run: Span<UInt8>) {
        run.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }

    /// How the character at the position is escaped, if it has to be.
    private func escape(at position: Int, in utf8: Span<UInt8>) -> (text: String, replacedBytes: Int)? {
        switch utf8[position] {
        case UInt8(ascii: "\""): ("\\\"", 1)
        case UInt8(ascii: "\\"): ("\\\\", 1)
        case 0x0A: ("\\n", 1)
        case 0x0D: ("\\r", 1)
        case 0x09: ("\\t", 1)
        case 0x08: ("\\b", 1)
        case 0x0C: ("\\f", 1)
        case let byte where byte < 0x20: (Self.controlEscapes[Int(byte)], 1)
        default: lineSeparator(at: position, in: utf8)
        }
    }

    private static let controlEscapes = (0..<0x20).map { "\\u00" + ($0 < 0x10 ? "0" : "") + String($0, radix: 16) }

    /// The escape of U+2028 and U+2029, which are E2 80 A8 and E2 80 A9.
    private func lineSeparator(at position: Int, in utf8: Span<UInt8>) -> (text: String, replacedBytes: Int)? {
        guard position + 2 < utf8.count, utf8[position + 1] == 0x80 else { return nil }
        switch utf8[position + 2] {
        case 0xA8: return ("\\u2028", 3)
        case 0xA9: return ("\\u2029", 3)
        default: return nil
        }
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as compact JSON in UTF-8.
    public func serializedBytes() -> [UInt8] {
        var writer = JSONWriter()
        writer.reserve(bytes: 256)
        writer.write(self)
        return writer.bytes
    }

    /// The value as compact JSON.
    public func serialized() -> String {
        String(decoding: serializedBytes(), as: UTF8.self)
    }

    /// Same as ``serialized()``.
    public var description: String { serialized() }
}
