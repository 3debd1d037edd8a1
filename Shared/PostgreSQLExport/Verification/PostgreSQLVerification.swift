public import Database

/// Compares the tables of a PostgreSQL database with what an export held, and their form with the one that the export made.
public struct PostgreSQLVerification: Sendable, Equatable {
    /// A table on both sides.
    public struct Line: Sendable, Equatable {
        /// As in the export.
        public let table: String
        /// Rows of the export.
        public let exportedRows: Int64
        /// Rows in PostgreSQL.
        public let foundRows: Int64
        /// Whether all rows are the same, value by value.
        public let isSame: Bool
    }

    /// All tables of the export.
    public let lines: [Line]
    /// What is not as the export made it: columns, numbers to come, keys, indexes, references. A sentence each.
    public let faults: [String]
    /// Tables that the export does not have, which is no difference.
    public let others: [String]

    /// Asks PostgreSQL through `psql`, in one read-only snapshot. Blocks.
    ///
    /// - Parameters:
    ///   - url: as `psql --dbname` takes it: `postgresql://user@host/name`, or `host=… dbname=…`. A password in it reaches psql through
    ///     its environment.
    ///   - manifest: of the export.
    ///   - schema: the declared tables, from which the export was made.
    ///   - psql: the program.
    /// - Throws: ``PostgreSQLExportError/client(reason:)`` if it cannot be asked, or a table is missing.
    public init(of url: String, against manifest: DumpManifest, schema: Schema, psql: String = "psql") throws {
        let exported = Set(manifest.tables.map(\.name))
        let expectations = schema.tables.filter { exported.contains($0.name) }.flatMap { Expectation.all(of: $0) }
        let answer = try PSQL(program: psql).run(
            address: DatabaseAddress(url),
            statements: Self.statements(for: manifest, expectations)
        )
        try self.init(answer: answer, manifest: manifest, expectations: expectations)
    }

    private init(answer: String, manifest: DumpManifest, expectations: [Expectation]) throws {
        var found: [Int: (rows: Int64, checksum: UInt64)] = [:]
        var faults: [String] = []
        var others: [String] = []
        for line in answer.split(separator: "\n") {
            let fields = line.split(separator: "|", omittingEmptySubsequences: false)
            if fields.count == 3, let number = Int(fields[0]), let rows = Int64(fields[1]), let checksum = UInt64(fields[2]) {
                found[number] = (rows, checksum)
            } else if fields.count == 2, fields[0] == "fault", let number = Int(fields[1]), expectations.indices.contains(number) {
                faults.append(expectations[number].fault)
            } else if fields.first == "other" {
                others.append(String(line.dropFirst("other|".count)))
            } else {
                throw PostgreSQLExportError.client(reason: "psql answered something else than was asked: \(line.prefix(200))")
            }
        }
        lines = try manifest.tables.enumerated().map { number, table in
            guard let (rows, checksum) = found[number] else {
                throw PostgreSQLExportError.client(reason: "psql said nothing of the table \"\(table.name)\"")
            }
            let isSame = rows == table.rows && checksum == table.checksum
            return Line(table: table.name, exportedRows: table.rows, foundRows: rows, isSame: isSame)
        }
        self.faults = faults
        self.others = others
    }

    /// Whether every table has exactly the rows of the export, and the form that it gave them.
    public var isSame: Bool { faults.isEmpty && lines.allSatisfy(\.isSame) }

    private static func statements(for manifest: DumpManifest, _ expectations: [Expectation]) -> [String] {
        let queries = manifest.tables.enumerated().map { number, table in
            ChecksumQuery.text(table: table.name, columns: table.columns.map { ($0.name, $0.type) }, number: number)
        }
        let checks = expectations.enumerated().map { number, expectation in
            "SELECT 'fault', \(number) WHERE (\(expectation.condition)) IS NOT TRUE"
        }
        // Few at once: an argument of a program is 128 KiB at most.
        let groups = stride(from: 0, to: checks.count, by: 50).map { start in
            checks[start..<min(start + 50, checks.count)].joined(separator: " UNION ALL ") + ";"
        }
        let known = (["NULL"] + manifest.tables.map { PostgreSQLText.literal($0.name) }).joined(separator: ", ")
        // A name can hold what would end the line, or mean something to a terminal.
        let others = """
            SELECT 'other', regexp_replace(relname, '[[:cntrl:]]', '?', 'g') FROM pg_catalog.pg_class \
            WHERE relnamespace = pg_catalog.to_regnamespace(pg_catalog.quote_ident(current_schema())) AND relkind IN ('r', 'p') \
            AND (relname IN (\(known))) IS NOT TRUE ORDER BY relname;
            """
        // A checksum of a large table may take longer than the server lets others work.
        return ["BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;", "SET LOCAL statement_timeout = 0;"] + queries
            + groups + [others, "COMMIT;"]
    }
}

extension PostgreSQLVerification {
    /// A table for people, with a last line that says what came out.
    public var text: String {
        let head = ["table", "exported", "found", "values"]
        let rows = lines.map { line in
            [line.table, "\(line.exportedRows)", "\(line.foundRows)", line.isSame ? "same" : "DIFFERENT"]
        }
        let widths = (0..<3).map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
        let table = ([head] + rows).map { cells in
            let name = cells[0] + Self.space(widths[0] - cells[0].count)
            let numbers = (1..<3).map { Self.space(widths[$0] - cells[$0].count) + cells[$0] }
            return ([name] + numbers + [cells[3]]).joined(separator: "  ")
        }
        let notes = faults.map { "DIFFERENT: \($0)" } + others.map { "not of the export: table \"\($0)\"" }
        return (table + notes + [verdict]).joined(separator: "\n")
    }

    private var verdict: String {
        let differing = lines.filter { !$0.isSame }.count
        if differing > 0 { return "\(differing) of \(lines.count) tables differ from what was exported." }
        return faults.isEmpty
            ? "All \(lines.count) tables hold exactly what was exported."
            : "All rows are those that were exported, but the tables are not as the export made them: see above."
    }

    private static func space(_ count: Int) -> String { String(repeating: " ", count: count) }
}
