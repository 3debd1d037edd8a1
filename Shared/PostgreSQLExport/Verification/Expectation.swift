import Database

/// Something that a database has, if it was loaded from an export and nothing of its form was changed since.
struct Expectation {
    /// What is the matter where it has not.
    let fault: String
    /// True where it has, in PostgreSQL's SQL.
    let condition: String

    /// All that is checked of the form of a table: its columns, identity, key, indexes and references.
    static func all(of table: Table) -> [Expectation] {
        let id = identifier(table.name)
        return table.columns.flatMap { columns($0, of: table, id) } + key(of: table, id) + table.indexes.map { index($0, of: table, id) }
    }

    private static func columns(_ column: Column, of table: Table, _ id: String) -> [Expectation] {
        let place = "table \"\(table.name)\", column \"\(column.name)\""
        let collation = column.type == .text ? " AND attcollation = 'pg_catalog.\"C\"'::pg_catalog.regcollation" : ""
        var list = [
            Expectation(
                fault: "\(place): is not \(column.type.postgreSQL)\(column.isNullable ? "" : " NOT NULL")",
                condition: """
                    EXISTS (SELECT FROM pg_catalog.pg_attribute WHERE attrelid = \(id) AND attname = \(PostgreSQLText.literal(column.name)) \
                    AND NOT attisdropped AND atttypid = '\(column.type.postgreSQLType)'::pg_catalog.regtype\(collation)\
                    \(column.isNullable ? "" : " AND attnotnull"))
                    """
            )
        ]
        if column.isIdentity {
            let name = PostgreSQLText.name(column.name)
            let sequence = """
                pg_catalog.pg_get_serial_sequence(\(PostgreSQLText.literal(PostgreSQLText.name(table.name))), \
                \(PostgreSQLText.literal(column.name)))
                """
            list.append(
                Expectation(
                    fault: "\(place): gives no numbers, or numbers that rows have already",
                    condition: """
                        \(sequence) IS NOT NULL AND coalesce(pg_catalog.pg_sequence_last_value(\(sequence)::pg_catalog.regclass), 0) \
                        >= coalesce((SELECT max(\(name)) FROM \(PostgreSQLText.name(table.name))), 0)
                        """
                )
            )
        }
        if let parent = column.references {
            list.append(
                Expectation(
                    fault: "\(place): does not refer to \"\(parent)\"",
                    condition: """
                        EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conrelid = \(id) AND contype = 'f' AND convalidated \
                        AND confrelid = \(identifier(parent)) AND confdeltype = '\(column.deleteRule.code)' AND \(names([column.name])))
                        """
                )
            )
        }
        return list
    }

    private static func key(of table: Table, _ id: String) -> [Expectation] {
        guard !table.key.isEmpty else { return [] }
        return [
            Expectation(
                fault: "table \"\(table.name)\": the primary key is not \(PostgreSQLText.names(table.key))",
                condition: "EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conrelid = \(id) AND contype = 'p' AND \(names(table.key)))"
            )
        ]
    }

    private static func index(_ index: Index, of table: Table, _ id: String) -> Expectation {
        Expectation(
            fault: "table \"\(table.name)\": the index \"\(index.name)\" is missing or another one",
            condition: """
                EXISTS (SELECT FROM pg_catalog.pg_index JOIN pg_catalog.pg_class ON pg_class.oid = indexrelid WHERE indrelid = \(id) \
                AND relname = \(PostgreSQLText.literal(index.name)) AND indisvalid AND indisunique = \(index.isUnique) \
                AND indnkeyatts = \(index.terms.count) AND (indpred IS NOT NULL) = \(index.condition != nil))
                """
        )
    }

    private static func identifier(_ table: String) -> String {
        "\(PostgreSQLText.literal(PostgreSQLText.name(table)))::pg_catalog.regclass"
    }

    /// Whether a constraint is on these columns, in this order.
    private static func names(_ columns: [String]) -> String {
        """
        ARRAY[\(columns.map { PostgreSQLText.literal($0) }.joined(separator: ", "))] = (SELECT array_agg(attname::text ORDER BY place) \
        FROM unnest(conkey) WITH ORDINALITY AS k(number, place) JOIN pg_catalog.pg_attribute ON attrelid = conrelid AND attnum = number)
        """
    }
}

extension Column.DeleteRule {
    /// As in the catalog. Source: PostgreSQL's documentation, pg_constraint.
    fileprivate var code: String {
        switch self {
        case .restrict: "r"
        case .cascade: "c"
        case .setNull: "n"
        }
    }
}
