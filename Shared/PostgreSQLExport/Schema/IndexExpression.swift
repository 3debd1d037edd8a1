import Database

/// Translates the terms and conditions of indexes, which are written for SQLite, where booleans are the numbers 0 and 1.
///
/// Only what means the same in both: columns, constants, comparisons, AND, OR, NOT, IS, IN, BETWEEN and a few functions. Everything else is
/// refused: an index that means something else would be found out late.
struct IndexExpression {
    let table: Table
    let index: String

    /// A term of the index: the name of a column, or an expression.
    func term(_ sql: String) throws -> String {
        guard let tokens = SQLTokens.split(sql) else { throw fault(sql, "a quote is not closed") }
        guard tokens.count == 1, let token = tokens.first, let column = column(token) else { return "(\(try translated(sql)))" }
        if column.type == .json { throw fault(sql, "\"\(column.name)\" is JSON, which PostgreSQL does not compare") }
        return PostgreSQLText.name(column.name)
    }

    /// An expression or a condition.
    func translated(_ sql: String) throws -> String {
        guard let tokens = SQLTokens.split(sql) else { throw fault(sql, "a quote is not closed") }
        var parts: [String] = []
        var position = 0
        while position < tokens.count {
            if let (text, count) = try booleanComparison(in: tokens, at: position, sql) {
                parts.append(text)
                position += count
                continue
            }
            parts.append(try single(tokens, at: position, sql))
            position += 1
        }
        return parts.joined(separator: " ")
    }

    /// `done = 1` and the like: what takes the place of how many tokens.
    private func booleanComparison(in tokens: [SQLTokens.Token], at position: Int, _ sql: String) throws -> (String, Int)? {
        guard let column = column(tokens[position]), column.type == .boolean, position + 1 < tokens.count else { return nil }
        var end = position + 1
        var isEqual = true
        var isNullProof = false
        switch tokens[end] {
        case .symbol("="), .symbol("=="): break
        case .symbol("<>"), .symbol("!="): isEqual = false
        case .word("IS"):
            isNullProof = true
            if end + 1 < tokens.count, tokens[end + 1] == .word("NOT") {
                isEqual = false
                end += 1
            }
        case .symbol("<"), .symbol(">"), .symbol("<="), .symbol(">="), .word("IN"), .word("BETWEEN"):
            throw fault(sql, "the boolean \"\(column.name)\" may only be compared with 0 or 1 by =, <> or IS")
        default: return nil
        }
        guard end + 1 < tokens.count, case .number(let number) = tokens[end + 1] else { return nil }
        guard number == "0" || number == "1" else { throw fault(sql, "the boolean \"\(column.name)\" is never \(number)") }
        let wanted = (number == "1") == isEqual
        let name = PostgreSQLText.name(column.name)
        let count = end + 2 - position
        // NOT TRUE is not FALSE where the column is NULL.
        if isNullProof { return ("(\(name) IS \(isEqual ? "" : "NOT ")\(number == "1" ? "TRUE" : "FALSE"))", count) }
        return (wanted ? name : "(NOT \(name))", count)
    }

    private func single(_ tokens: [SQLTokens.Token], at position: Int, _ sql: String) throws -> String {
        let next = position + 1 < tokens.count ? tokens[position + 1] : nil
        switch tokens[position] {
        case .text(let text): return PostgreSQLText.literal(text)
        case .number(let number):
            try checkNeighbours(of: number, tokens, at: position, sql)
            return number
        case .symbol("=="): return "="
        case .symbol(let symbol): return symbol
        case .word(let word) where next == .symbol("("):
            if Self.functions.contains(word) { return word.lowercased() }
            guard Self.keywords.contains(word) else { throw fault(sql, "the function \(word) may mean something else") }
            return word
        case .word(let word) where Self.keywords.contains(word): return word
        case .word(let name), .name(let name):
            guard let column = column(tokens[position]) else { throw fault(sql, "there is no column \"\(name)\"") }
            if column.type == .json, next != .word("IS") {
                throw fault(sql, "\"\(column.name)\" is JSON, which PostgreSQL does not compare")
            }
            return PostgreSQLText.name(column.name)
        }
    }

    /// A number is no boolean and no time there.
    private func checkNeighbours(of number: String, _ tokens: [SQLTokens.Token], at position: Int, _ sql: String) throws {
        for neighbour in [position - 2, position + 2] where tokens.indices.contains(neighbour) {
            guard let column = column(tokens[neighbour]), [.boolean, .timestamp].contains(column.type) else { continue }
            throw fault(sql, "\"\(column.name)\" is no number in PostgreSQL and cannot be compared with \(number)")
        }
    }

    private func column(_ token: SQLTokens.Token) -> Column? {
        switch token {
        case .name(let name): table.columns.first { $0.name.lowercased() == name.lowercased() }
        // A word is held in capitals, and SQLite does not tell them from small letters.
        case .word(let word): table.columns.first { $0.name.uppercased() == word }
        default: nil
        }
    }

    private func fault(_ sql: String, _ reason: String) -> PostgreSQLExportError {
        .schema(table: table.name, reason: "the index \"\(index)\" cannot be made in PostgreSQL from \(sql): \(reason)")
    }

    private static let keywords: Set<String> = ["AND", "OR", "NOT", "IS", "NULL", "IN", "BETWEEN"]
    /// With the collation "C" of text columns, lower and upper know only ASCII, as in SQLite.
    private static let functions: Set<String> = ["LOWER", "UPPER", "LENGTH", "COALESCE", "ABS"]
}
