public import Database
import HTTPCore
public import Timekeeping
import POSIX

/// Writes a file that plain `psql -f` loads into an empty PostgreSQL 13 or newer.
///
/// One transaction: tables from the declared schema (not from SQLite's text), rows as COPY, then indexes, keys, identities, foreign keys, and
/// sequences past the largest number ever given; after it ANALYZE. What PostgreSQL could not hold is refused with its place. Constant
/// memory, whatever the number of rows.
public struct PostgreSQLExporter: Sendable {
    /// Where the export goes.
    public enum Destination: Sendable, Equatable {
        /// A file, which appears when it is complete, its manifest beside it (``DumpManifest/path(besideFileAt:)``).
        case file(String)
        /// An open descriptor, such as standard output. The manifest is the last line only.
        case descriptor(Int32)
    }

    /// The tables to export.
    public var schema: Schema
    /// Whose file it is, for the manifest.
    public var product: String
    /// The version of the program, for the manifest.
    public var version: String
    /// What takes the place of a NUL character in a text; `nil` to refuse such a text.
    public var replacesNUL: String?
    /// Called before each piece of the output is written; what it throws ends the export, and nothing is left of it. Default: nothing.
    public var check: @Sendable () throws -> Void = {}

    /// An exporter that refuses NUL characters.
    public init(schema: Schema, product: String, version: String, replacesNUL: String? = nil) {
        self.schema = schema
        self.product = product
        self.version = version
        self.replacesNUL = replacesNUL
    }

    /// Exports what a connection sees. Call it within one `DatabaseFile.read`, so that all tables are of one moment.
    ///
    /// - Parameter asOf: the moment that the data is of, for the manifest.
    /// - Returns: what was exported.
    /// - Throws: ``PostgreSQLExportError``, or `DatabaseError` where the file cannot be read. Then there is no new file, and an old one is
    ///   as it was.
    public func export(_ connection: Connection, to destination: Destination, asOf: Timestamp) throws -> DumpManifest {
        try checkContent(connection)
        switch destination {
        case .descriptor(let descriptor):
            return try write(connection, to: output(descriptor, "the output", connection), asOf: asOf)
        case .file(let path):
            let path = try ExportPlace.resolve(path)
            let file = try ExportFile(path, beginning: LoadScript.firstWords)
            let record = try ExportFile(DumpManifest.path(besideFileAt: path), beginning: DumpManifest.firstWords)
            let manifest = try write(connection, to: output(file.descriptor, path, connection), asOf: asOf)
            let line = ExportOutput(descriptor: record.descriptor, name: record.path)
            try line.line(manifest.json.serialized())
            try line.flush()
            // All that can fail for want of room is done before the first of them appears.
            try record.sync()
            try file.sync()
            try file.finish()
            try record.finish()
            return manifest
        }
    }

    private func output(_ descriptor: Int32, _ name: String, _ connection: Connection) throws -> ExportOutput {
        let file = try connection.first("SELECT file FROM pragma_database_list WHERE name = 'main'") { try $0["file"] as String } ?? ""
        guard ExportRoom.isShared(descriptor, file) else { return ExportOutput(descriptor: descriptor, name: name, check: check) }
        let folder = FilePath.folder(of: file)
        return ExportOutput(descriptor: descriptor, name: name, check: check) { try ExportRoom.check(folder) }
    }

    /// What would make the load fail at its end is found before anything is written.
    private func checkContent(_ connection: Connection) throws {
        if let replacesNUL, replacesNUL.utf8.contains(0) {
            throw PostgreSQLExportError.schema(table: "", reason: "the text in the place of NUL has a NUL character itself")
        }
        for table in schema.tables { try table.checkForPostgreSQL() }
        for table in schema.tables {
            // Table by table: in others, which are not exported, a reference may make no sense, and that would be an error.
            try connection.each("SELECT parent, count(*) AS n FROM pragma_foreign_key_check(?) GROUP BY parent", table.name) { row in
                let rows: Int64 = try row["n"]
                throw PostgreSQLExportError.references(table: table.name, parent: try row["parent"], rows: Int(rows))
            }
        }
    }

    private func write(_ connection: Connection, to output: ExportOutput, asOf: Timestamp) throws -> DumpManifest {
        let script = LoadScript(schema: schema, product: product, asOf: asOf)
        try output.line(script.beginning)
        for table in schema.tables { try output.line(table.postgreSQLCreation) }
        var manifest = DumpManifest(product: product, version: version, asOf: asOf)
        for entry in try connection.undeclared(by: schema) { manifest.warnings.append(entry.warning) }
        var sequences: [String] = []
        for table in schema.tables {
            try output.line("\n" + table.postgreSQLCopy)
            var encoder = RowEncoder(table: table, replacement: replacesNUL.map { Array($0.utf8) }, output: output)
            try connection.each(rowOf: table) { row in try encoder.encode(row) }
            try output.line("\\.")
            manifest.tables.append(DumpManifest.Table(table, rows: encoder.rows, checksum: encoder.checksum))
            manifest.warnings += encoder.warnings
            let last = [try connection.lastIdentity(of: table), encoder.largestIdentity].compactMap { $0 }.max()
            if let sequence = table.postgreSQLSequence(last: last) { sequences.append(sequence) }
        }
        for line in try script.end(sequences: sequences) { try output.line(line) }
        try output.line(DumpManifest.linePrefix + manifest.json.serialized())
        try output.flush()
        return manifest
    }
}

extension UndeclaredContent {
    fileprivate var warning: String {
        let reason = "is not known to this program and not exported"
        if let column { return "table \"\(table)\": the column \"\(column)\" \(reason) (\(rows) values)" }
        return "the table \"\(table)\" \(reason) (\(rows) rows)"
    }
}
