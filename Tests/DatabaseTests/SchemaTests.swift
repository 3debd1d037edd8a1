import TestKit
import Testing

@testable import Database
import Timekeeping

@Suite struct SchemaTests {
    private let first = Table("notes", columns: [.identity(), .text("text")])

    /// The CREATE statements in a file.
    private func found(_ path: String, _ schema: Schema) throws -> Schema.Found {
        let database = try DatabaseFile(path: path, schema: schema)
        defer { database.close() }
        return try database.read { try Schema.Found(in: $0) }
    }

    private func conflicts(_ path: String, _ tables: [Table]) -> [SchemaConflict] {
        do {
            _ = try DatabaseFile(path: path, schema: Schema(tables))
            return []
        } catch DatabaseError.schemaConflict(_, let conflicts) {
            return conflicts
        } catch {
            Issue.record("unexpected \(error)")
            return []
        }
    }

    @Test func `the second start changes nothing`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        let schema = Schema([
            Table(
                "a b\"c",
                columns: [.identity(), .text("order", default: "it's, (fine)"), .boolean("group", default: true)],
                indexes: [.index("by group", on: ["group"], where: "\"order\" <> ''")]
            ),
            Table("keyed", columns: [.integer("day"), .text("kind", allowed: ["x", "y's"])], primaryKey: ["day", "kind"]),
        ])
        let before = try found(path, schema)
        #expect(try found(path, schema) == before)
        #expect(schema.difference(from: before) == SchemaDifference())
    }

    @Test func `a newer version adds its tables, columns and indexes and keeps the rows`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        let old = try DatabaseFile(path: path, schema: Schema([first]))
        try await old.write { try $0.execute("INSERT INTO notes (text) VALUES ('kept')") }
        old.close()
        let newer = Schema([
            Table("people", columns: [.identity(), .text("name")]),
            Table(
                "notes",
                columns: [
                    .identity(), .text("text"), .integer("stars", default: 3), .timestamp("read_at", nullable: true),
                    .reference("person_id", to: "people", nullable: true, onDelete: .setNull),
                    .text("state", default: "new", allowed: ["new", "old"]),
                ],
                indexes: [.unique("notes_by_text", on: ["text"])]
            ),
        ])
        let database = try DatabaseFile(path: path, schema: newer)
        let row = try database.read { connection in
            try connection.first("SELECT * FROM notes") { row in
                (try row["text"] as String, try row["stars"] as Int, try row["read_at"] as Timestamp?, try row["state"] as String)
            }
        }
        #expect(try #require(row) == ("kept", 3, nil, "new"))
        await #expect(throws: DatabaseError.self) {
            try await database.write { try $0.execute("INSERT INTO notes (text) VALUES ('kept')") }
        }
        await #expect(throws: DatabaseError.self) { try await database.write { try $0.execute("UPDATE notes SET state = 'odd'") } }
        await #expect(throws: DatabaseError.self) { try await database.write { try $0.execute("UPDATE notes SET person_id = 9") } }
        database.close()
        let before = try found(path, newer)
        #expect(try found(path, newer) == before)
    }

    @Test func `a file made by a newer program starts`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        let newer = Table(
            "notes",
            columns: [.identity(), .text("text"), .integer("stars", default: 3)],
            indexes: [.index("by_stars", on: ["stars"])]
        )
        try DatabaseFile(path: path, schema: Schema([newer, Table("later", columns: [.identity()])])).close()
        let database = try DatabaseFile(path: path, schema: Schema([first]))
        try await database.write { try $0.execute("INSERT INTO notes (text) VALUES ('from the older one')") }
        #expect(try database.read { try $0.first("SELECT stars FROM notes") { try $0["stars"] as Int } } == 3)
    }

    @Test(arguments: [
        (Column.integer("text"), "\"text\" TEXT NOT NULL", "\"text\" INTEGER NOT NULL"),
        (Column.text("text", nullable: true), "\"text\" TEXT NOT NULL", "\"text\" TEXT"),
        (Column.text("text", default: "x"), "\"text\" TEXT NOT NULL", "\"text\" TEXT NOT NULL DEFAULT 'x'"),
        (
            Column.text("text", allowed: ["x"]), "\"text\" TEXT NOT NULL", "\"text\" TEXT NOT NULL CHECK (\"text\" = 'x')"
        ),
        (
            Column.text("extra"), "no such column, and it cannot be added: it is NOT NULL and has no default for the rows that are there",
            "\"extra\" TEXT NOT NULL"
        ),
    ])
    func `what adding cannot mend is named and nothing is changed`(column: Column, foundText: String, wanted: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        let before = try found(path, Schema([first]))
        let changed = Table("notes", columns: first.columns.filter { $0.name != column.name } + [column])
        let more = Table("more", columns: [.identity()])
        #expect(
            conflicts(path, [more, changed]) == [SchemaConflict(table: "notes", column: column.name, found: foundText, wanted: wanted)]
        )
        #expect(try found(path, Schema([first])) == before)
    }

    @Test(arguments: [
        "\"extra\" TEXT NOT NULL", "extra INTEGER NOT NULL CHECK (extra > 0)", "extra TEXT NOT NULL DEFAULT NULL",
        "extra INTEGER NOT NULL REFERENCES others (id) ON DELETE SET DEFAULT",
    ])
    func `a column that every new row would have to fill, and that this program does not know, stops the start`(extra: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        try runElsewhere(
            "CREATE TABLE \"notes\" (\"id\" INTEGER PRIMARY KEY AUTOINCREMENT, \"text\" TEXT NOT NULL, \(extra)) STRICT",
            on: path
        )
        let found = conflicts(path, [first])
        #expect(found.map(\.column) == ["extra"])
        #expect(found.map(\.found) == [extra])
    }

    @Test(arguments: [
        "extra TEXT", "\"not null\" TEXT", "extra TEXT NOT NULL DEFAULT 'none'", "extra INTEGER DEFAULT (1 + 1) NOT NULL",
        "extra TEXT CHECK (extra IS NOT NULL OR id > 0)", "extra INTEGER NOT NULL GENERATED ALWAYS AS (id + 1) STORED",
    ])
    func `any other column that this program does not know is let be`(extra: String) async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        try runElsewhere(
            "CREATE TABLE \"notes\" (\"id\" INTEGER PRIMARY KEY AUTOINCREMENT, \"text\" TEXT NOT NULL, \(extra)) STRICT",
            on: path
        )
        let database = try DatabaseFile(path: path, schema: Schema([first]))
        try await database.write { try $0.execute("INSERT INTO notes (text) VALUES ('fine')") }
    }

    @Test func `a table of another program under our name is refused`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        try runElsewhere("CREATE TABLE notes (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT, UNIQUE (text))", on: path)
        let found = conflicts(path, [first])
        #expect(found.count == 4)
        #expect(found.first?.description == "table \"notes\": found a table that is not STRICT, wanted STRICT")
        #expect(found.last?.found == "UNIQUE (text)")
    }

    @Test func `a changed index is refused, an equal one under other white space is not`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        try DatabaseFile(path: path, schema: Schema([first])).close()
        try runElsewhere("CREATE INDEX \"by_text\"\n   ON \"notes\"   (\"text\")", on: path)
        let same = Table("notes", columns: first.columns, indexes: [.index("by_text", on: ["text"])])
        #expect(conflicts(path, [same]) == [])
        let unique = Table("notes", columns: first.columns, indexes: [.unique("by_text", on: ["text"])])
        #expect(conflicts(path, [unique]).map(\.wanted) == ["CREATE UNIQUE INDEX \"by_text\" ON \"notes\" (\"text\")"])
    }

    @Test func `a condition that stands on several lines is no difference at the next start`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        let index = Index.index("by_text", on: ["text"], where: "text <> 'a  b'\n        AND id > 0")
        let table = Table("notes", columns: first.columns, indexes: [index])
        for _ in 0..<2 { #expect(conflicts(path, [table]) == []) }
    }

    @Test func `a unique index over rows that break it stops the start and leaves the file`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        let old = try DatabaseFile(path: path, schema: Schema([first]))
        try await old.write { try $0.execute("INSERT INTO notes (text) VALUES ('twice'), ('twice')") }
        old.close()
        let before = try found(path, Schema([first]))
        let unique = Table("notes", columns: first.columns + [.integer("n", default: 0)], indexes: [.unique("by_text", on: ["text"])])
        #expect(throws: DatabaseError.self) { try DatabaseFile(path: path, schema: Schema([unique])) }
        #expect(try found(path, Schema([first])) == before)
    }

    @Test func `an adoption runs at every start, in the transaction of the schema`() throws {
        struct Stop: Error {}
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        let failing = Schema([first]) + Schema([], adoptions: [{ _ in throw Stop() }])
        #expect(throws: Stop.self) { try DatabaseFile(path: path, schema: failing) }
        #expect(try found(path, Schema([])).tables.isEmpty)
        let adopting = Schema(
            [first],
            adoptions: [{ try $0.execute("INSERT INTO notes (text) SELECT 'old' WHERE NOT EXISTS (SELECT 1 FROM notes)") }]
        )
        for _ in 0..<2 { try DatabaseFile(path: path, schema: adopting).close() }
        let database = try DatabaseFile(path: path, schema: Schema([first]))
        #expect(try database.read { try $0.first("SELECT count(*) AS n FROM notes") { try $0["n"] as Int } } == 1)
    }
}
