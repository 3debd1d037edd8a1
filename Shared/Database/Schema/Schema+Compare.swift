extension Schema {
    /// What of a file the comparison looks at: the CREATE statements that SQLite keeps.
    struct Found: Equatable {
        var tables: [String: String] = [:]
        var indexes: [String: String] = [:]

        init(in connection: Connection) throws {
            try connection.each("SELECT type, lower(name) AS name, sql FROM sqlite_master WHERE sql IS NOT NULL") { row in
                let name: String = try row["name"]
                switch try row["type"] as String {
                case "table", "view": tables[name] = try row["sql"]
                case "index": indexes[name] = try row["sql"]
                default: break
                }
            }
        }
    }

    /// Compares the declared tables with what a file has. Pure.
    ///
    /// Columns and tables that only the file has are no difference: a newer program may have added them. Except for a column that every new
    /// row has to give a value, which this program would not know to do.
    func difference(from found: Found) -> SchemaDifference {
        var difference = SchemaDifference()
        for table in tables {
            if let createStatement = found.tables[table.name.lowercased()] {
                table.compare(with: createStatement, into: &difference)
            } else {
                difference.additions.append(table.createStatement)
            }
            for index in table.indexes {
                index.compare(with: found.indexes[index.name.lowercased()], of: table.name, into: &difference)
            }
        }
        return difference
    }
}

extension Table {
    fileprivate func compare(with createStatement: String, into difference: inout SchemaDifference) {
        guard let (parts, foundOptions) = SQLText.tableParts(of: createStatement) else {
            difference.conflicts.append(
                SchemaConflict(table: name, column: nil, found: SQLText.normalized(createStatement), wanted: "a table of this program")
            )
            return
        }
        if foundOptions.uppercased() != options {
            let found = foundOptions.isEmpty ? "a table that is not STRICT" : foundOptions
            difference.conflicts.append(SchemaConflict(table: name, column: nil, found: found, wanted: options))
        }
        var foundColumns: [String: String] = [:]
        var foundConstraints: [String] = []
        for part in parts {
            if let column = SQLText.columnName(of: part) { foundColumns[column.lowercased()] = part } else { foundConstraints.append(part) }
        }
        for part in parts { compareUndeclared(part, into: &difference) }
        for column in columns { compare(column, with: foundColumns[column.name.lowercased()], into: &difference) }
        if foundConstraints != constraints {
            let found = foundConstraints.isEmpty ? "no constraint of the table" : foundConstraints.joined(separator: ", ")
            let wanted = constraints.isEmpty ? "none" : constraints.joined(separator: ", ")
            difference.conflicts.append(SchemaConflict(table: name, column: nil, found: found, wanted: wanted))
        }
    }

    private func compareUndeclared(_ part: String, into difference: inout SchemaDifference) {
        guard let column = SQLText.columnName(of: part), SQLText.mustBeGiven(part),
            !columns.contains(where: { $0.name.lowercased() == column.lowercased() })
        else { return }
        let wanted = "no such column, or one with a default: this program gives it no value, so that every new row would be refused"
        difference.conflicts.append(SchemaConflict(table: name, column: column, found: part, wanted: wanted))
    }

    private func compare(_ column: Column, with found: String?, into difference: inout SchemaDifference) {
        if found == column.definition || found == column.formerDefinition { return }
        if found == nil, column.canBeAdded {
            difference.additions.append("ALTER TABLE \(SQLText.quoted(name)) ADD COLUMN \(column.definition)")
            return
        }
        let reason = "no such column, and it cannot be added: it is NOT NULL and has no default for the rows that are there"
        difference.conflicts.append(
            SchemaConflict(table: name, column: column.name, found: found ?? reason, wanted: column.definition)
        )
    }
}

extension Index {
    fileprivate func compare(with found: String?, of table: String, into difference: inout SchemaDifference) {
        // Both sides, because a condition may stand on several lines in the program, too.
        let wanted = SQLText.normalized(createStatement(on: table))
        guard let found = found.map({ SQLText.normalized($0) }) else { return difference.additions.append(wanted) }
        guard found != wanted else { return }
        difference.conflicts.append(SchemaConflict(table: table, column: nil, found: "index \(found)", wanted: wanted))
    }
}
