/// A value of a header field with its parameters, such as `form-data; name="title"` (RFC 9110 §5.6.6).
///
/// Read byte by byte: texts that nobody has checked may take long to compare.
struct ParameterizedValue: Sendable {
    /// What stands before the parameters, in lower case.
    private let value: [UInt8]
    /// Their names in lower case.
    private var parameters: [(name: [UInt8], value: [UInt8])] = []

    /// Reads what a header field says. What is not written by the rules is passed over.
    init(_ field: ArraySlice<UInt8>) {
        value = field.prefix { $0 != Self.semicolon }.withoutBlanksAround.inLowerCase
        var rest = field.drop { $0 != Self.semicolon }
        while rest.popFirst() != nil {
            let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != Self.semicolon }
            rest = rest[name.endIndex...]
            if rest.first == UInt8(ascii: "=") {
                rest = rest.dropFirst()
                parameters.append((name.withoutBlanksAround.inLowerCase, Self.takeValue(from: &rest)))
            }
            // What stands between the end of a quoted string and the next semicolon belongs to nothing.
            rest = rest.drop { $0 != Self.semicolon }
        }
    }

    /// Whether the value without its parameters is this one.
    ///
    /// - Parameter text: in lower case.
    func isValue(_ text: String) -> Bool { value.elementsEqual(text.utf8) }

    /// The value of the first parameter of that name, without its quotes; `nil` if there is none.
    ///
    /// - Parameter name: in lower case.
    subscript(parameter name: String) -> [UInt8]? { parameters.first { $0.name.elementsEqual(name.utf8) }?.value }

    private static let semicolon = UInt8(ascii: ";")
    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    /// Takes a quoted string (RFC 9110 §5.6.4) off the front, or else all up to the next semicolon.
    private static func takeValue(from rest: inout ArraySlice<UInt8>) -> [UInt8] {
        guard rest.first == quote else {
            let token = rest.prefix { $0 != semicolon }
            rest = rest[token.endIndex...]
            return Array(token.withoutBlanksAround)
        }
        rest = rest.dropFirst()
        var value: [UInt8] = []
        while let byte = rest.popFirst(), byte != quote {
            // Elsewhere a backslash is itself, because browsers write those of a file's name as they are (WHATWG HTML §4.10.21.8).
            let isEscape = byte == backslash && (rest.first == quote || rest.first == backslash)
            value.append(isEscape ? rest.removeFirst() : byte)
        }
        return value
    }
}

extension ArraySlice<UInt8> {
    /// Without the spaces and tabs before and behind it.
    var withoutBlanksAround: ArraySlice<UInt8> {
        let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        let start = drop(while: isBlank)
        return start[..<(start.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start.startIndex)]
    }

    /// With the letters of ASCII in lower case, as names are compared (RFC 9110 §5.1).
    var inLowerCase: [UInt8] {
        map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    }
}
