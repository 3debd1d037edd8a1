import Cryptography
import HTTPCore

/// The fields of a query or of a form, in the order in which their names come first. A name that comes more than once has an array.
struct FormFields: Sendable {
    private var fields: [Field] = []
    /// Where each name is, by its bytes: texts that nobody has checked may take long to compare.
    private var positions: [[UInt8]: Int] = [:]

    private struct Field {
        let name: String
        let first: JSONValue
        var others: [JSONValue] = []

        var json: JSONValue { others.isEmpty ? first : .array([first] + others) }
    }

    init() {}

    /// Reads a query, or a form in `application/x-www-form-urlencoded` (WHATWG URL §5.1).
    init(urlEncoded bytes: ArraySlice<UInt8>) {
        for part in bytes.split(separator: UInt8(ascii: "&")) {
            let pieces = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            add(Self.decode(pieces[0]), .string(pieces.count > 1 ? Self.decode(pieces[1]) : ""))
        }
    }

    /// The fields by their names.
    var json: JSONObject { JSONObject(fields.map { ($0.name, $0.json) }) }

    mutating func add(_ name: String, _ value: JSONValue) {
        let key = Array(name.utf8)
        if let position = positions[key] {
            fields[position].others.append(value)
        } else {
            positions[key] = fields.count
            fields.append(Field(name: name, first: value))
        }
    }

    /// `+` is a space. A `%` that no two hexadecimal digits follow is itself; what is not UTF-8 becomes U+FFFD.
    private static func decode(_ bytes: ArraySlice<UInt8>) -> String {
        var decoded: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let escaped = Hex.decode(String(decoding: rest.prefix(2), as: UTF8.self))?.first {
                decoded.append(escaped)
                rest = rest.dropFirst(2)
            } else {
                decoded.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}
