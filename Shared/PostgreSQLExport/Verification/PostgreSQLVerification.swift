/// Compares the tables of a PostgreSQL database with what an export held.
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

    /// Asks PostgreSQL through `psql`, in one read-only snapshot. Blocks.
    ///
    /// - Parameters:
    ///   - url: as `psql --dbname` takes it: `postgresql://user@host/name`, or `host=… dbname=…`. A password is better in `PGPASSWORD` or
    ///     `~/.pgpass`: the command line of a process can be seen by everybody on the machine.
    ///   - manifest: of the export.
    ///   - psql: the program.
    /// - Throws: ``PostgreSQLExportError/client(reason:)`` if it cannot be asked, or a table is missing.
    public init(of url: String, against manifest: DumpManifest, psql: String = "psql") throws {
        let answer = try PSQL(program: psql).run(url: url, statements: Self.statements(for: manifest))
        try self.init(answer: answer, manifest: manifest)
    }

    init(answer: String, manifest: DumpManifest) throws {
        var found: [Int: (rows: Int64, checksum: UInt64)] = [:]
        for line in answer.split(separator: "\n") {
            let fields = line.split(separator: "|", omittingEmptySubsequences: false)
            guard fields.count == 3, let number = Int(fields[0]), let rows = Int64(fields[1]), let checksum = UInt64(fields[2]) else {
                throw PostgreSQLExportError.client(reason: "psql answered something else than three numbers: \(line.prefix(200))")
            }
            found[number] = (rows, checksum)
        }
        lines = try manifest.tables.enumerated().map { number, table in
            guard let (rows, checksum) = found[number] else {
                throw PostgreSQLExportError.client(reason: "psql said nothing of the table \"\(table.name)\"")
            }
            let isSame = rows == table.rows && checksum == table.checksum
            return Line(table: table.name, exportedRows: table.rows, foundRows: rows, isSame: isSame)
        }
    }

    /// Whether every table has exactly the rows of the export.
    public var isSame: Bool { lines.allSatisfy(\.isSame) }

    static func statements(for manifest: DumpManifest) -> [String] {
        let queries = manifest.tables.enumerated().map { number, table in
            ChecksumQuery.text(table: table.name, columns: table.columns.map { ($0.name, $0.type) }, number: number)
        }
        // A checksum of a large table may take longer than the server lets others work.
        return ["BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;", "SET LOCAL statement_timeout = 0;"] + queries + ["COMMIT;"]
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
        let differing = lines.filter { !$0.isSame }.count
        let verdict =
            differing == 0
            ? "All \(lines.count) tables hold exactly what was exported."
            : "\(differing) of \(lines.count) tables differ from what was exported."
        return (table + [verdict]).joined(separator: "\n")
    }

    private static func space(_ count: Int) -> String { String(repeating: " ", count: count) }
}
