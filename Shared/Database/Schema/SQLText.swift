/// Small pieces of SQL text, for the statements that this module generates from declared values.
enum SQLText {
    /// A name in double quotes, so that reserved words are no trouble.
    static func quoted(_ name: String) -> String {
        "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    static func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }

    /// The text with every run of white space outside quotes as one space, and none at the ends: what two equal statements share.
    static func normalized(_ sql: some StringProtocol) -> String {
        var result = ""
        var scanner = QuoteScanner()
        var pendingSpace = false
        for character in sql {
            let isQuoted = scanner.isQuoted
            scanner.take(character)
            if !isQuoted, character.isWhitespace {
                pendingSpace = !result.isEmpty
            } else {
                if pendingSpace { result.append(" ") }
                pendingSpace = false
                result.append(character)
            }
        }
        return result
    }

    /// The parts of the outermost parentheses of a CREATE TABLE, separated at its commas, and what follows them.
    static func tableParts(of createStatement: String) -> (parts: [String], options: String)? {
        guard let open = createStatement.firstIndex(of: "(") else { return nil }
        var parts: [String] = []
        var part = ""
        var depth = 1
        var scanner = QuoteScanner()
        var position = createStatement.index(after: open)
        while position < createStatement.endIndex {
            let character = createStatement[position]
            position = createStatement.index(after: position)
            let isQuoted = scanner.isQuoted
            scanner.take(character)
            if !isQuoted, !scanner.isQuoted {
                if character == "(" { depth += 1 }
                if character == ")" { depth -= 1 }
                if depth == 0 { return (parts + [normalized(part)], normalized(createStatement[position...])) }
                if character == ",", depth == 1 {
                    parts.append(normalized(part))
                    part = ""
                    continue
                }
            }
            part.append(character)
        }
        return nil
    }

    /// The column name that a part of a CREATE TABLE begins with, or `nil` for a constraint of the table.
    static func columnName(of part: String) -> String? {
        if let quote = part.first, let closing = QuoteScanner.closing[quote] {
            guard let end = part.dropFirst().firstIndex(of: closing) else { return nil }
            return String(part[part.index(after: part.startIndex)..<end])
        }
        let name = String(part.prefix { !$0.isWhitespace && $0 != "(" })
        return ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"].contains(name.uppercased()) ? nil : name
    }

    /// Whether a part of a CREATE TABLE is a column that every INSERT has to give a value: NOT NULL, without a default of its own.
    static func mustBeGiven(_ part: String) -> Bool {
        let words = words(of: part)
        var isNotNull = false
        var hasDefault = false
        for (index, word) in words.enumerated() {
            let previous = index > 0 ? words[index - 1] : ""
            let next = index + 1 < words.count ? words[index + 1] : ""
            if word == "NULL", previous == "NOT" { isNotNull = true }
            // ON DELETE SET DEFAULT gives no value to a new row, and DEFAULT NULL gives one that is refused.
            if word == "DEFAULT", previous != "SET", next != "NULL" { hasDefault = true }
        }
        // Computed (… AS (expression)), or the row's number.
        let isGiven = words.contains("AS") || words.contains("PRIMARY") && words.contains("INTEGER")
        return isNotNull && !hasDefault && !isGiven
    }

    /// The words outside quotes and parentheses, in upper case.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var depth = 0
        var scanner = QuoteScanner()
        for character in text {
            let wasQuoted = scanner.isQuoted
            scanner.take(character)
            let isBare = !wasQuoted && !scanner.isQuoted
            if isBare, depth == 0, character == "_" || character.isLetter || character.isNumber {
                word.append(character)
                continue
            }
            if !word.isEmpty { words.append(word.uppercased()) }
            word = ""
            if isBare, character == "(" { depth += 1 }
            if isBare, character == ")" { depth -= 1 }
        }
        return word.isEmpty ? words : words + [word.uppercased()]
    }

    /// Knows whether the walk through a text is inside quotes. A doubled quote closes and opens again, which comes to the same.
    private struct QuoteScanner {
        static let closing: [Character: Character] = ["'": "'", "\"": "\"", "`": "`", "[": "]"]
        private var end: Character?

        var isQuoted: Bool { end != nil }

        mutating func take(_ character: Character) {
            if let end {
                if character == end { self.end = nil }
            } else {
                end = Self.closing[character]
            }
        }
    }
}
