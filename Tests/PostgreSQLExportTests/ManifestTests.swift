import Database
import Glibc
import TestKit
import Testing

@testable import PostgreSQLExport

@Suite struct ManifestTests {
    private func fixture() async throws -> ExportFixture {
        let table = Table("t", columns: [.identity(), .text("a"), .blob("b", nullable: true)])
        let fixture = try ExportFixture([table])
        try await fixture.insert("INSERT INTO t (a) VALUES ('x'), ('y')")
        return fixture
    }

    @Test func `it is read from its file, and without that from the last line of the export`() async throws {
        let fixture = try await fixture()
        let manifest = try fixture.export()
        #expect(manifest.tables.map(\.rows) == [2])
        #expect(manifest.asOf == ExportFixture.asOf)
        #expect(try DumpManifest(ofFileAt: fixture.dump) == manifest)
        unlink(DumpManifest.path(besideFileAt: fixture.dump))
        #expect(try DumpManifest(ofFileAt: fixture.dump) == manifest)
    }

    @Test func `the last line of the export counts, and a manifest of another one is named`() async throws {
        let fixture = try await fixture()
        try fixture.export()
        let beside = DumpManifest.path(besideFileAt: fixture.dump)
        let old = try fixture.folder.read("dump.sql.manifest.json")
        try await fixture.insert("INSERT INTO t (a) VALUES ('z')")
        let new = try fixture.export()
        try fixture.folder.write(old, to: "dump.sql.manifest.json")
        let read = try DumpManifest(ofFileAt: fixture.dump)
        #expect(read.tables == new.tables)
        #expect(read.warnings == ["\(beside) is of another export; what counts is the last line of \(fixture.dump)"])
    }

    @Test func `without its manifest no export appears`() async throws {
        let fixture = try await fixture()
        try fixture.export()
        let text = try fixture.text()
        let beside = DumpManifest.path(besideFileAt: fixture.dump)
        unlink(beside)
        #expect(mkdir(beside, 0o700) == 0)
        try await fixture.insert("INSERT INTO t (a) VALUES ('z')")
        #expect(try fixture.refusal() != nil)
        #expect(try fixture.text() == text)
    }

    @Test func `an export that is not whole, or no export, has none`() async throws {
        let fixture = try await fixture()
        try fixture.export()
        unlink(DumpManifest.path(besideFileAt: fixture.dump))
        let whole = try fixture.folder.read("dump.sql")
        for count in [0, 1, whole.count / 2, whole.count - 10] {
            let part = try fixture.folder.write(whole.prefix(count), to: "part.sql")
            #expect(throws: PostgreSQLExportError.self) { try DumpManifest(ofFileAt: part) }
        }
        #expect(throws: PostgreSQLExportError.self) { try DumpManifest(ofFileAt: fixture.folder.file("missing.sql")) }
    }

    @Test func `it names what is not exported`() async throws {
        let fixture = try await fixture()
        let path = fixture.database.path
        fixture.database.close()
        try runElsewhere(
            """
            CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT); INSERT INTO users (email) VALUES ('a'), ('b'), ('c');
            CREATE TABLE empty (a); ALTER TABLE t ADD COLUMN later TEXT; UPDATE t SET later = 'x' WHERE id = 1
            """,
            on: path
        )
        let again = try DatabaseFile(path: path, schema: fixture.schema)
        let exporter = PostgreSQLExporter(schema: fixture.schema, product: "test", version: "1")
        let manifest = try again.read { try exporter.export($0, to: .file(fixture.dump), asOf: ExportFixture.asOf) }
        #expect(
            manifest.warnings == [
                "table \"t\": the column \"later\" is not known to this program and not exported (1 values)",
                "the table \"users\" is not known to this program and not exported (3 rows)",
            ]
        )
        #expect(try DumpManifest(ofFileAt: fixture.dump) == manifest)
    }

    @Test func `the checksum depends on every value and not on the order`() async throws {
        func checksum(_ rows: [(String, Int64)]) async throws -> UInt64 {
            let fixture = try ExportFixture([Table("t", columns: [.text("a"), .integer("n")], primaryKey: ["a"])])
            for (text, number) in rows { try await fixture.insert("INSERT INTO t VALUES (?, ?)", text, number) }
            return try fixture.export().tables[0].checksum
        }
        let one = try await checksum([("a", 1), ("b", 2)])
        #expect(try await checksum([("b", 2), ("a", 1)]) == one)
        #expect(try await checksum([("a", 2), ("b", 1)]) != one)
        #expect(try await checksum([("a", 1)]) != one)
        #expect(try await checksum([]) == 0)
    }

    @Test func `keys that may be too long for an index are counted`() async throws {
        let fixture = try ExportFixture([
            Table("t", columns: [.identity(), .text("a")], indexes: [.unique("by_a", onExpressions: ["lower(\"a\")"])])
        ])
        try await fixture.insert("INSERT INTO t (a) VALUES (?)", String(repeating: "x", count: 2_601))
        try await fixture.insert("INSERT INTO t (a) VALUES (?)", String(repeating: "y", count: 2_600))
        #expect(try fixture.export().warnings.count == 1)
    }

    @Test func `two exports do not write into one file`() async throws {
        let fixture = try await fixture()
        let first = try ExportFile(fixture.dump, beginning: LoadScript.firstWords)
        #expect(throws: PostgreSQLExportError.file(path: fixture.dump + ".partial", reason: "another export is writing it")) {
            try fixture.export()
        }
        withExtendedLifetime(first) {}
    }

    @Test func `what a killed export left is overwritten`() async throws {
        let fixture = try await fixture()
        try fixture.folder.write(Array("-- All data of test".utf8) + Array(repeating: 0x41, count: 1 << 20), to: "dump.sql.partial")
        try fixture.export()
        #expect(try fixture.text().utf8.count < 1 << 16)
    }
}
