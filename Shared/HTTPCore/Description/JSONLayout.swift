/// JSON as people write it: what is short on one line, what is long on several.
enum JSONLayout {
    /// The value as text.
    ///
    /// - Parameters:
    ///   - width: how many characters of a line are filled before it is broken, as far as that helps.
    ///   - indentation: how many spaces stand before the value's last line.
    static func text(_ value: JSONValue, width: Int = 80, indentation: Int = 0) -> String {
        let line = oneLine(value)
        guard line.count > width - indentation else { return line }
        let parts: [String]
        switch value {
        case .array(let elements): parts = elements.map { text($0, width: width, indentation: indentation + 2) }
        case .object(let members):
            parts = members.map { "\(oneLine(.string($0.name))): \(text($0.value, width: width, indentation: indentation + 2))" }
        default: return line
        }
        let margin = String(repeating: " ", count: indentation)
        let (opening, closing) = value.arrayValue == nil ? ("{", "}") : ("[", "]")
        return "\(opening)\n\(margin)  " + parts.joined(separator: ",\n\(margin)  ") + "\n\(margin)\(closing)"
    }

    /// The value on one line, with a space after each comma and colon.
    private static func oneLine(_ value: JSONValue) -> String {
        switch value {
        case .array(let elements): "[\(elements.map(oneLine).joined(separator: ", "))]"
        case .object(let members): "{\(members.map { "\(oneLine(.string($0.name))): \(oneLine($0.value))" }.joined(separator: ", "))}"
        default: value.serialized()
        }
    }
}
