/// What of a file no declared table holds.
public struct UndeclaredContent: Sendable, Equatable {
    /// The table.
    public let table: String
    /// A column of a declared table; `nil` when the whole table is not declared.
    public let column: String?
    /// Rows of the table, or those in which the column is not NULL.
    public let rows: Int64
}

extension Connection {
    /// Visits all rows of a declared table, in the order of its key and in constant memory. A row has the declared columns in their order.
    ///
    /// - Throws: ``DatabaseError``, for example where the file lacks a column, because its tables were not brought up to date.
    public func each(rowOf table: Table, body: (borrowing Row) throws -> Void) throws {
        let order = table.key.isEmpty ? "" : " ORDER BY \(SQLText.list(table.key))"
        try eachGenerated("SELECT \(SQLText.list(table.columns.map(\.name))) FROM \(SQLText.quoted(table.name))\(order)", body: body)
    }

    /// The largest number that the identity column of a table ever had, also if that row is gone; `nil` if it had none.
    public func lastIdentity(of table: Table) throws -> Int64? {
        // SQLite makes this table together with the first one that has an AUTOINCREMENT.
        let isThere = try first("SELECT 1 AS found FROM sqlite_master WHERE name = 'sqlite_sequence'") { try $0["found"] as Int64 }
        guard isThere != nil else { return nil }
        let last = try first(
            "SELECT max(seq) AS seq FROM sqlite_sequence WHERE lower(name) = lower(?) AND typeof(seq) = 'integer'",
            table.name
        ) { try $0["seq"] as Int64? }
        return last ?? nil
    }

    /// What the file has beside the declared tables and columns, as far as there is anything in it: of an older or newer program.
    public func undeclared(by schema: Schema) throws -> [UndeclaredContent] {
        let names = try all(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
        ) { try $0["name"] as String }
        var contents: [UndeclaredContent] = []
        for name in names {
            let table = SQLText.quoted(name)
            guard let declared = schema.tables.first(where: { $0.name.lowercased() == name.lowercased() }) else {
                let rows = try integer("SELECT count(*) FROM \(table)") ?? 0
                contents.append(UndeclaredContent(table: name, column: nil, rows: rows))
                continue
            }
            let known = Set(declared.columns.map { $0.name.lowercased() })
            var others: [String] = []
            try eachGenerated("PRAGMA table_info(\(table))") { row in
                let column: String = try row["name"]
                if !known.contains(column.lowercased()) { others.append(column) }
            }
            for column in others {
                let rows = try integer("SELECT count(\(SQLText.quoted(column))) FROM \(table)") ?? 0
                contents.append(UndeclaredContent(table: name, column: column, rows: rows))
            }
        }
        return contents.filter { $0.rows > 0 }
    }
}
