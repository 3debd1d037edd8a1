import Database
import Glibc
import PostgreSQLExport
import TestKit
import Testing

/// What PostgreSQL cannot hold is refused with its place, before a file appears.
@Suite struct RefusalTests {
    static let notes = Table(
        "notes",
        columns: [.identity(), .text("text"), .json("data", nullable: true), .timestamp("at", nullable: true)]
    )

    private func refusal(_ insert: StaticString, _ value: (any ValueConvertible & Sendable)? = nil) async throws -> String {
        let fixture = try ExportFixture([Self.notes])
        try await fixture.insert("INSERT INTO notes (text) VALUES ('sound')")
        if let value { try await fixture.insert(insert, value) } else { try await fixture.insert(insert) }
        let error = try #require(try fixture.refusal())
        #expect(access(fixture.dump, F_OK) != 0)
        #expect(access(fixture.dump + ".partial", F_OK) != 0)
        return error.description
    }

    @Test func `NUL in a text is refused with table, column and key, or replaced on request`() async throws {
        let place = try await refusal("INSERT INTO notes (text) VALUES (?)", "a\u{0}b")
        #expect(place.hasPrefix("table \"notes\", column \"text\", row id = 2: the text has a NUL character"))
        let fixture = try ExportFixture([Self.notes])
        try await fixture.insert("INSERT INTO notes (text) VALUES (?)", "a\u{0}b\u{0}")
        let manifest = try fixture.export(replacesNUL: "\\0")
        #expect(try fixture.text().contains("\n1\ta\\\\0b\\\\0\t\\N\t\\N\n"))
        #expect(manifest.warnings == ["table \"notes\": 2 NUL characters in texts were replaced"])
    }

    @Test func `NUL in what has to be unique is refused in any case: two texts could become the same`() async throws {
        let key = Table("keys", columns: [.text("name"), .integer("n")], primaryKey: ["name", "n"])
        let index = Table(
            "emails",
            columns: [.identity(), .text("Email"), .text("kind", default: "a"), .text("free", default: "")],
            indexes: [.unique("by_email", onExpressions: ["lower(email)"], where: "\"kind\" <> 'b'")]
        )
        for table in ["keys", "emails", "kinds"] {
            let fixture = try ExportFixture([key, index])
            switch table {
            case "keys": try await fixture.insert("INSERT INTO keys VALUES (?, 1)", "a\u{0}")
            case "emails": try await fixture.insert("INSERT INTO emails (email) VALUES (?)", "a\u{0}")
            default: try await fixture.insert("INSERT INTO emails (email, kind) VALUES ('', ?)", "a\u{0}")
            }
            let error = #expect(throws: PostgreSQLExportError.self, "\(table)") { try fixture.export(replacesNUL: "") }
            #expect(error?.description.contains("and has to be unique") == true)
        }
        let fixture = try ExportFixture([key, index])
        try await fixture.insert("INSERT INTO emails (email, free) VALUES ('', ?)", "a\u{0}")
        #expect(try fixture.export(replacesNUL: "").warnings.count == 1)
    }

    @Test func `JSON too deep for PostgreSQL is refused with its place`() async throws {
        let place = try await refusal("INSERT INTO notes (text, data) VALUES ('', ?)", String(repeating: "[", count: 2_000))
        #expect(place.hasPrefix("table \"notes\", column \"data\", row id = 2: the JSON is nested more than 1000 deep"))
    }

    @Test func `references in tables of other programs do not matter`() async throws {
        let fixture = try ExportFixture([Self.notes])
        let path = fixture.database.path
        fixture.database.close()
        // The parent's column is not unique: SQLite cannot say what such a reference means.
        try runElsewhere("CREATE TABLE p (x); CREATE TABLE c (a REFERENCES p(x)); INSERT INTO c VALUES (1)", on: path)
        let again = try DatabaseFile(path: path, schema: fixture.schema)
        let exporter = PostgreSQLExporter(schema: fixture.schema, product: "test", version: "1")
        let manifest = try again.read { try exporter.export($0, to: .file(fixture.dump), asOf: ExportFixture.asOf) }
        #expect(manifest.tables.count == 1)
    }

    @Test(arguments: ["80", "C3", "EDA080", "C080", "F4908080", "FF"])
    func `bytes that are not UTF-8 are refused`(hex: String) async throws {
        let fixture = try ExportFixture([Self.notes])
        let path = fixture.database.path
        fixture.database.close()
        try runElsewhere("INSERT INTO notes (text) VALUES (CAST(x'61\(hex)' AS TEXT))", on: path)
        let again = try DatabaseFile(path: path, schema: fixture.schema)
        let exporter = PostgreSQLExporter(schema: fixture.schema, product: "test", version: "1")
        let error = #expect(throws: PostgreSQLExportError.self) {
            try again.read { try exporter.export($0, to: .file(fixture.dump), asOf: ExportFixture.asOf) }
        }
        #expect(error?.description.contains("column \"text\", row id = 1: the text is not UTF-8") == true)
    }

    @Test(arguments: [Int64.min, -210_866_803_200_001, 9_224_318_016_000_000, Int64.max])
    func `instants beyond PostgreSQL's years are refused`(milliseconds: Int64) async throws {
        let place = try await refusal("INSERT INTO notes (text, at) VALUES ('', ?)", milliseconds)
        #expect(place.hasPrefix("table \"notes\", column \"at\", row id = 2: \(milliseconds) milliseconds"))
    }

    @Test(arguments: ["", "{", "{'a':1}", "[1,]", "nul", "\"a\tb\"", "01"])
    func `texts that are not JSON are refused in a JSON column`(text: String) async throws {
        let place = try await refusal("INSERT INTO notes (text, data) VALUES ('', ?)", text)
        #expect(place.contains("column \"data\", row id = 2: the text is not JSON"))
    }

    @Test func `rows that refer to missing ones are refused with their number`() async throws {
        let parents = Table("parents", columns: [.identity()])
        let children = Table("children", columns: [.identity(), .reference("parent_id", to: "parents", onDelete: .cascade)])
        let fixture = try ExportFixture([parents, children])
        let path = fixture.database.path
        fixture.database.close()
        try runElsewhere("PRAGMA foreign_keys = OFF; INSERT INTO children (parent_id) VALUES (7), (8)", on: path)
        let again = try DatabaseFile(path: path, schema: fixture.schema)
        let exporter = PostgreSQLExporter(schema: fixture.schema, product: "test", version: "1")
        #expect(throws: PostgreSQLExportError.references(table: "children", parent: "parents", rows: 2)) {
            try again.read { try exporter.export($0, to: .file(fixture.dump), asOf: ExportFixture.asOf) }
        }
    }

    @Test(arguments: [
        Table(String(repeating: "ä", count: 32), columns: [.identity()]),
        Table("t", columns: [.identity(), .text(String(repeating: "c", count: 64))]),
        Table("t", columns: [.identity(), .text("ctid")]),
        Table("t", columns: [.identity(), .text("a", default: "x\u{0}")]),
        Table("t", columns: [.identity(), .json("j")], indexes: [.index("i", on: ["j"])]),
        Table("t", columns: [.identity(), .timestamp("at")], indexes: [.index("i", on: ["id"], where: "at > 5")]),
        Table("t", columns: [.identity(), .boolean("b")], indexes: [.index("i", on: ["id"], where: "b = 2")]),
        Table("t", columns: [.identity(), .text("a")], indexes: [.index("i", onExpressions: ["substr(a, 0)"])]),
    ])
    func `tables that PostgreSQL cannot have are refused`(table: Table) throws {
        // In memory only: SQLite would refuse some of them, too.
        let fixture = try ExportFixture([Self.notes])
        let exporter = PostgreSQLExporter(schema: Schema([table]), product: "test", version: "1")
        let error = #expect(throws: PostgreSQLExportError.self) {
            try fixture.database.read { try exporter.export($0, to: .file(fixture.dump), asOf: ExportFixture.asOf) }
        }
        guard case .schema(let name, _) = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(name == table.name)
    }

    @Test func `a refused export leaves the one before as it was`() async throws {
        let fixture = try ExportFixture([Self.notes])
        try await fixture.insert("INSERT INTO notes (text) VALUES ('first')")
        let first = try fixture.export()
        let text = try fixture.text()
        try await fixture.insert("INSERT INTO notes (text) VALUES (?)", "\u{0}")
        #expect(try fixture.refusal() != nil)
        #expect(try fixture.text() == text)
        #expect(try DumpManifest(ofFileAt: fixture.dump) == first)
    }
}
