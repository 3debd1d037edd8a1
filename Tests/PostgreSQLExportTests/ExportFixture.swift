import Database
import PostgreSQLExport
import TestKit
import Timekeeping

/// A file with tables, and exports of it.
struct ExportFixture {
    static let asOf = Timestamp(milliseconds: 1_795_682_700_123)

    let folder: TemporaryFolder
    let database: DatabaseFile
    let schema: Schema

    init(_ tables: [Table]) throws {
        schema = Schema(tables)
        folder = try TemporaryFolder()
        database = try DatabaseFile(path: folder.file("app.db"), schema: schema)
    }

    var dump: String { folder.file("dump.sql") }

    func insert(_ sql: StaticString, _ arguments: (any ValueConvertible & Sendable)...) async throws {
        let values = arguments.map(\.databaseValue)
        try await database.write { connection in
            switch values.count {
            case 0: try connection.execute(sql)
            case 1: try connection.execute(sql, values[0])
            case 2: try connection.execute(sql, values[0], values[1])
            default: try connection.execute(sql, values[0], values[1], values[2])
            }
        }
    }

    @discardableResult
    func export(replacesNUL: String? = nil) throws -> DumpManifest {
        let exporter = PostgreSQLExporter(schema: schema, product: "test", version: "1", replacesNUL: replacesNUL)
        return try database.read { try exporter.export($0, to: .file(dump), asOf: Self.asOf) }
    }

    func text() throws -> String { String(decoding: try folder.read("dump.sql"), as: UTF8.self) }

    /// The error that an export ends with.
    func refusal() throws -> PostgreSQLExportError? {
        do {
            try export()
            return nil
        } catch let error as PostgreSQLExportError {
            return error
        }
    }
}
