/// Why a text is not JSON, and where.
public struct JSONSyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: Sendable, Equatable {
        /// There is nothing, or nothing but white space.
        case empty
        /// The text starts with a byte order mark, which RFC 8259 §8.1 forbids.
        case byteOrderMark
        /// The bytes are not UTF-8.
        case invalidUTF8
        /// The text stops before the value is complete; what was still expected.
        case unexpectedEnd(expected: String)
        /// A character that cannot be there; what was expected instead.
        case unexpectedCharacter(Unicode.Scalar, expected: String)
        /// Something follows after the value.
        case trailingContent
        /// Arrays and objects are nested deeper than ``JSONParser/depthLimit``.
        case tooDeep
        /// An object has two members of this name.
        case duplicateName(String)
        /// A control character that must be written as an escape.
        case unescapedControlCharacter(Unicode.Scalar)
        /// A backslash that no escape of JSON begins with.
        case invalidEscape
        /// A `\u` escape that is half of a surrogate pair.
        case loneSurrogate
        /// A string has more combining marks in a row than any text needs (Stream-Safe Text Format, UAX #15).
        case tooManyCombiningMarks
    }

    /// What is wrong.
    public let reason: Reason
    /// How many bytes come before the place.
    public let offset: Int
    /// The line of the place, counted from 1; lines end with a line feed.
    public let line: Int
    /// The column of the place, counted from 1 in Unicode scalars.
    public let column: Int

    init(_ reason: Reason, at offset: Int, in bytes: Span<UInt8>) {
        self.reason = reason
        self.offset = offset
        var line = 1
        var column = 1
        for index in 0..<Swift.min(offset, bytes.count) {
            if bytes[index] == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if bytes[index] & 0b1100_0000 != 0b1000_0000 {
                column += 1
            }
        }
        self.line = line
        self.column = column
    }

    /// One sentence that says what is wrong and where, for the person who sent the text.
    public var message: String {
        switch reason {
        case .empty: "The body is empty; a JSON value was expected."
        case .byteOrderMark: "The body starts with a byte order mark (U+FEFF), which JSON does not allow; send UTF-8 without it."
        default: "\(fault) at line \(line), column \(column)."
        }
    }

    /// Same as ``message``.
    public var description: String { message }

    private var fault: String {
        switch reason {
        case .empty, .byteOrderMark: ""
        case .invalidUTF8: "The body is not valid UTF-8: the sequence that begins at byte \(offset) is malformed,"
        case .unexpectedEnd(let expected): "The JSON text ends too early: \(expected) was expected"
        case .unexpectedCharacter(let character, let expected): "Unexpected \(Self.name(of: character)) where \(expected) was expected"
        case .trailingContent: "Something follows after the end of the JSON value"
        case .tooDeep: "Arrays and objects are nested deeper than \(JSONParser.depthLimit) levels"
        case .duplicateName(let name): "The member name \(InputText.quoted(name)) occurs twice in one object"
        case .unescapedControlCharacter(let character): "A string contains the control character \(Self.name(of: character)) unescaped"
        case .invalidEscape: "A string contains a backslash that begins no valid escape"
        case .loneSurrogate: "A string contains a \\u escape that is only half of a surrogate pair"
        case .tooManyCombiningMarks: "A string contains more than \(CombiningMarks.limit) combining marks in a row"
        }
    }

    private static func name(of character: Unicode.Scalar) -> String {
        if character == "\"" { return "'\"'" }
        if character.value > 0x20 && character.value < 0x7F { return "\"\(character)\"" }
        let digits = String(character.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
    }
}
