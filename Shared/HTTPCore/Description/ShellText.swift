/// Text for a command of `sh`. `$NAME`, in capital letters, digits and underscores, is a variable; any other `$` is itself.
enum ShellText {
    private enum Piece {
        case literal(String)
        case variable(String)
    }

    /// The text as one word: in single quotes, unless it has variables, which are expanded only between double ones.
    static func quoted(_ text: String) -> String {
        let pieces = pieces(of: text)
        let hasVariables = !variables(in: text).isEmpty
        guard hasVariables else { return singleQuoted(text) }
        guard text.contains("\"") else { return doubleQuoted(pieces) }
        // What is full of double quotes, such as JSON, stays readable between single ones, with the variables in gaps.
        return pieces.map { piece -> String in
            switch piece {
            case .literal(let text): singleQuoted(text)
            case .variable(let name): "\"$\(name)\""
            }
        }
        .joined()
    }

    /// The text as it stands in an address, the variables unchanged.
    ///
    /// - Parameter inQuery: whether a space may be written as `+`, and a slash as it is.
    static func percentEncoded(_ text: String, inQuery: Bool = false) -> String {
        pieces(of: text).map { piece -> String in
            switch piece {
            case .literal(let text): encoded(text, inQuery: inQuery)
            case .variable(let name): "$\(name)"
            }
        }
        .joined()
    }

    /// The names of the variables, as often as they occur.
    static func variables(in text: String) -> [String] {
        pieces(of: text).compactMap { piece -> String? in if case .variable(let name) = piece { name } else { nil } }
    }

    private static func singleQuoted(_ text: String) -> String { "'\(text.replacing("'", with: #"'\''"#))'" }

    private static func doubleQuoted(_ pieces: [Piece]) -> String {
        var text = ""
        for (position, piece) in pieces.enumerated() {
            switch piece {
            case .literal(let literal):
                for character in literal { text += "\\$`".contains(character) ? "\\\(character)" : String(character) }
            case .variable(let name):
                // Between braces where the next character would belong to the name.
                text += startsLikeName(pieces.dropFirst(position + 1).first) ? "${\(name)}" : "$\(name)"
            }
        }
        return "\"\(text)\""
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var literal = ""
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            literal += rest[..<dollar]
            rest = rest[dollar...].dropFirst()
            let name = rest.prefix { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
            guard let first = name.first, first.isUppercase else {
                literal += "$"
                continue
            }
            if !literal.isEmpty { pieces.append(.literal(literal)) }
            literal = ""
            pieces.append(.variable(String(name)))
            rest = rest.dropFirst(name.count)
        }
        literal += rest
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        return pieces
    }

    private static func startsLikeName(_ piece: Piece?) -> Bool {
        guard case .literal(let text)? = piece else { return false }
        return text.first.map(isNameCharacter) ?? false
    }

    private static func isNameCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "_")
    }

    private static func encoded(_ text: String, inQuery: Bool) -> String {
        var encoded = ""
        for byte in text.utf8 {
            let character = Character(Unicode.Scalar(byte))
            if isNameCharacter(character) || "-.~*,:@".contains(character) || inQuery && character == "/" {
                encoded.append(character)
            } else if inQuery, character == " " {
                encoded.append("+")
            } else {
                encoded += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}
