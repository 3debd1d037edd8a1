import Database

extension Table {
    /// The columns on which it depends whether two rows may stand beside each other: those of the key, and of unique indexes with their
    /// conditions.
    var uniqueColumns: Set<String> {
        let texts = indexes.filter(\.isUnique).flatMap { index in index.terms + (index.condition.map { [$0] } ?? []) }
        let names = texts.flatMap { SQLTokens.split($0) ?? [] }.compactMap { token -> String? in
            switch token {
            // SQLite does not tell capitals from small letters.
            case .word(let name), .name(let name): name.uppercased()
            default: nil
            }
        }
        return Set(columns.map(\.name).filter { key.contains($0) || names.contains($0.uppercased()) })
    }
}
