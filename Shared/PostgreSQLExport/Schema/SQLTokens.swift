/// Takes the SQL of an index apart.
enum SQLTokens {
    enum Token: Equatable {
        /// Without quotes; in capitals, because they do not matter.
        case word(String)
        /// What stood in double quotes.
        case name(String)
        /// What stood in single quotes.
        case text(String)
        case number(String)
        case symbol(String)
    }

    /// `nil` if a quote is not closed.
    static func split(_ sql: String) -> [Token]? {
        var tokens: [Token] = []
        var rest = Substring(sql)
        while let character = rest.first {
            if character.isWhitespace {
                rest.removeFirst()
            } else if character == "'" || character == "\"" {
                guard let text = quoted(character, &rest) else { return nil }
                tokens.append(character == "'" ? .text(text) : .name(text))
            } else if character == "_" || character.isLetter {
                let word = rest.prefix { $0 == "_" || $0.isLetter || $0.isNumber }
                rest = rest[word.endIndex...]
                tokens.append(.word(word.uppercased()))
            } else if character.isNumber {
                let number = rest.prefix { $0 == "." || $0.isNumber }
                rest = rest[number.endIndex...]
                tokens.append(.number(String(number)))
            } else {
                let symbol = ["<>", "!=", "==", "<=", ">=", "||"].first { rest.hasPrefix($0) } ?? String(character)
                rest = rest.dropFirst(symbol.count)
                tokens.append(.symbol(symbol))
            }
        }
        return tokens
    }

    /// A quote that is doubled stands for itself.
    private static func quoted(_ quote: Character, _ rest: inout Substring) -> String? {
        rest.removeFirst()
        var text = ""
        while let end = rest.firstIndex(of: quote) {
            text += rest[..<end]
            rest = rest[rest.index(after: end)...]
            guard rest.first == quote else { return text }
            text.append(quote)
            rest.removeFirst()
        }
        return nil
    }
}
