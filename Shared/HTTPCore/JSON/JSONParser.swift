/// Reads JSON as RFC 8259 defines it, and nothing else: no comments, no trailing commas, no byte order mark, no duplicate names.
///
/// One pass over the bytes, in linear time whatever they are.
public struct JSONParser {
    /// How deep arrays and objects may be nested: 128.
    public static let depthLimit = 128

    var position = 0
    private var depth = 0

    /// Reads one value and nothing after it.
    public static func parse(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONValue {
        var parser = JSONParser()
        return try parser.document(bytes)
    }

    /// Reads one value and nothing after it.
    public static func parse(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
        try parse(bytes.span)
    }

    /// Reads one value and nothing after it.
    public static func parse(_ text: String) throws(JSONSyntaxError) -> JSONValue {
        try parse(text.utf8.span)
    }

    // MARK: The grammar

    private mutating func document(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONValue {
        if bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF {
            throw JSONSyntaxError(.byteOrderMark, at: 0, in: bytes)
        }
        skipWhitespace(bytes)
        guard position < bytes.count else { throw JSONSyntaxError(.empty, at: 0, in: bytes) }
        let value = try value(bytes)
        skipWhitespace(bytes)
        guard position == bytes.count else {
            _ = try scalar(bytes)
            throw JSONSyntaxError(.trailingContent, at: position, in: bytes)
        }
        return value
    }

    private mutating func value(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONValue {
        guard position < bytes.count else { throw unexpected(bytes, expected: "a value") }
        switch bytes[position] {
        case UInt8(ascii: "\""): return .string(try string(bytes))
        case UInt8(ascii: "{"): return .object(try object(bytes))
        case UInt8(ascii: "["): return .array(try array(bytes))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number(bytes))
        case UInt8(ascii: "t"): return try word("true", .bool(true), bytes)
        case UInt8(ascii: "f"): return try word("false", .bool(false), bytes)
        case UInt8(ascii: "n"): return try word("null", .null, bytes)
        default: throw unexpected(bytes, expected: "a value")
        }
    }

    private mutating func array(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> [JSONValue] {
        try descend(bytes)
        var elements: [JSONValue] = []
        if skip(UInt8(ascii: "]"), bytes) { return elements }
        repeat {
            skipWhitespace(bytes)
            elements.append(try value(bytes))
        } while try goesOn(until: UInt8(ascii: "]"), expected: "\",\" or \"]\"", bytes)
        return elements
    }

    private mutating func object(_ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONObject {
        try descend(bytes)
        var members = JSONObject()
        if skip(UInt8(ascii: "}"), bytes) { return members }
        repeat {
            skipWhitespace(bytes)
            let start = position
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                throw unexpected(bytes, expected: "a member name in double quotes")
            }
            let name = try string(bytes)
            skipWhitespace(bytes)
            guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { throw unexpected(bytes, expected: "\":\"") }
            position += 1
            skipWhitespace(bytes)
            guard members.appendIfNew(name, try value(bytes)) else {
                throw JSONSyntaxError(.duplicateName(name), at: start, in: bytes)
            }
        } while try goesOn(until: UInt8(ascii: "}"), expected: "\",\" or \"}\"", bytes)
        return members
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue, _ bytes: Span<UInt8>) throws(JSONSyntaxError) -> JSONValue {
        for index in 0..<word.utf8CodeUnitCount {
            guard position < bytes.count, bytes[position] == word.utf8Start[index] else {
                throw unexpected(bytes, expected: "the rest of \"\(word)\"")
            }
            position += 1
        }
        return value
    }

    // MARK: Steps

    /// Enters an array or object: past its bracket, one level down.
    private mutating func descend(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
        guard depth < Self.depthLimit else { throw JSONSyntaxError(.tooDeep, at: position, in: bytes) }
        depth += 1
        position += 1
        skipWhitespace(bytes)
    }

    /// Leaves an array or object if it ends here.
    private mutating func skip(_ end: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard position < bytes.count, bytes[position] == end else { return false }
        position += 1
        depth -= 1
        return true
    }

    /// After an element: past the comma, or out of the array or object.
    private mutating func goesOn(until end: UInt8, expected: String, _ bytes: Span<UInt8>) throws(JSONSyntaxError) -> Bool {
        skipWhitespace(bytes)
        if position < bytes.count && bytes[position] == UInt8(ascii: ",") {
            position += 1
            return true
        }
        guard skip(end, bytes) else { throw unexpected(bytes, expected: expected) }
        return false
    }

    private mutating func skipWhitespace(_ bytes: Span<UInt8>) {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }
}
