/// The place of a value in a JSON text, as a normalized JSONPath (RFC 9535) with dots where names allow: `$.items[0]['we ird']`.
public struct JSONPath: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The path as text.
    public let text: String

    /// The whole text: `$`.
    public static let root: JSONPath = "$"

    /// A path from its text, taken as it is.
    public init(stringLiteral text: String) {
        self.text = text
    }

    /// The path of a member. Names other than ASCII letters, digits and underscores are quoted, and cut short after 80 characters.
    public func member(_ name: String) -> JSONPath {
        JSONPath(stringLiteral: Self.isPlain(name) ? "\(text).\(name)" : "\(text)['\(Self.escaped(name))']")
    }

    /// The path of an element, counted from 0.
    public func element(_ position: Int) -> JSONPath {
        JSONPath(stringLiteral: "\(text)[\(position)]")
    }

    /// Same as ``text``.
    public var description: String { text }

    private static func isPlain(_ name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= InputText.repeatedScalars else { return false }
        return !isDigit(first) && name.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10
    }

    /// The name as it stands between single quotes (RFC 9535 §2.7).
    private static func escaped(_ name: String) -> String {
        // The escapes of a JSON string, except that the single quote needs one and the double quote does not.
        InputText.quoted(name).dropFirst().dropLast()
            .split(separator: "\\\"", omittingEmptySubsequences: false).joined(separator: "\"")
            .split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'")
    }
}
