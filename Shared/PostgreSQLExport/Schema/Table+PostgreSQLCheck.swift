import Database

extension Table {
    /// Finds what PostgreSQL would refuse or silently change, before anything is written.
    ///
    /// - Throws: ``PostgreSQLExportError/schema(table:reason:)``
    func checkForPostgreSQL() throws {
        for name in [name] + columns.map(\.name) + indexes.map(\.name) { try check(name: name) }
        for column in columns {
            if PostgreSQLText.systemColumns.contains(column.name) {
                throw fault("PostgreSQL has a column \"\(column.name)\" of its own in every table")
            }
            var texts = column.allowed ?? []
            if case .text(let text) = column.default { texts.append(text) }
            if texts.contains(where: { $0.utf8.contains(0) }) {
                throw fault("the default or an allowed text of \"\(column.name)\" has a NUL character, which PostgreSQL cannot hold")
            }
        }
        let isKeyOfJSON = columns.contains { $0.type == .json && key.contains($0.name) }
        if isKeyOfJSON { throw fault("a JSON column is part of the key, and PostgreSQL does not compare JSON") }
        _ = try postgreSQLIndexes()
    }

    private func check(name: String) throws {
        guard !name.isEmpty, !name.utf8.contains(0) else { throw fault("\"\(name)\" is no name") }
        guard name.utf8.count <= PostgreSQLText.nameLimit else {
            let length = "\(name.utf8.count) bytes long, PostgreSQL cuts names after \(PostgreSQLText.nameLimit)"
            throw fault("the name \"\(name)\" is \(length)")
        }
    }

    private func fault(_ reason: String) -> PostgreSQLExportError { .schema(table: name, reason: reason) }
}
