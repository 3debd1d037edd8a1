import Glibc
import TestKit
import Testing

@testable import Database

@Suite struct InspectionTests {
    private let schema = Schema([TestFile.notes])
    private let parent = Table("parents", columns: [.identity()])
    private let child = Table("children", columns: [.identity(), .reference("parent_id", to: "parents", onDelete: .cascade)])

    private func settings(_ inspection: Inspection) -> [String: String] {
        Dictionary(uniqueKeysWithValues: inspection.settings.map { ($0.name, $0.value) })
    }

    @Test func `a sound file has nothing wrong with it`() throws {
        let file = try TestFile()
        let path = file.database.path
        #expect(throws: DatabaseError.self) { try Inspection(path: path, schema: schema) }
        file.database.close()
        let before = try file.folder.read("app.db")
        let inspection = try Inspection(path: path, schema: schema)
        #expect(inspection.damage.isEmpty)
        #expect(inspection.brokenReferences.isEmpty)
        #expect(inspection.uncheckedReferences == nil)
        #expect(inspection.drift == SchemaDifference())
        #expect(settings(inspection)["journal_mode"] == "wal")
        #expect(settings(inspection)["auto_vacuum"] == "2")
        #expect(inspection.pages > 0)
        #expect(try file.folder.read("app.db") == before)
    }

    @Test func `broken references and a missing column are found`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        try DatabaseFile(path: path, schema: Schema([parent, child])).close()
        try runElsewhere("PRAGMA foreign_keys = OFF; INSERT INTO children (parent_id) VALUES (1), (2)", on: path)
        let newer = Table("parents", columns: [.identity(), .text("name", nullable: true)])
        let inspection = try Inspection(path: path, schema: Schema([newer, child]))
        #expect(inspection.brokenReferences == ["children → parents: 2"])
        #expect(inspection.drift.additions == [#"ALTER TABLE "parents" ADD COLUMN "name" TEXT"#])
        #expect(throws: DatabaseError.self) { try Inspection(path: folder.file("none.db"), schema: schema) }
        #expect(access(folder.file("none.db"), F_OK) != 0)
    }

    @Test func `settings are reported as found, and stay so`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        try runElsewhere("PRAGMA page_size = 8192; PRAGMA application_id = 7; CREATE TABLE other (text)", on: path)
        let before = try folder.read("app.db")
        let found = settings(try Inspection(path: path, schema: schema))
        #expect(
            found == [
                "journal_mode": "delete", "auto_vacuum": "0", "page_size": "8192", "encoding": "UTF-8", "application_id": "7",
                "user_version": "0",
            ]
        )
        #expect(try folder.read("app.db") == before)
    }

    @Test func `what a killed service left in the WAL is looked at and left there`() async throws {
        let file = try TestFile()
        try await file.database.write { try $0.execute("INSERT INTO notes (text) VALUES ('only in the WAL')") }
        // As the files are at this moment, they are after a kill.
        let (main, wal) = (try file.folder.read("app.db"), try file.folder.read("app.db-wal"))
        try file.folder.write(main, to: "killed.db")
        try file.folder.write(wal, to: "killed.db-wal")
        let inspection = try Inspection(path: file.folder.file("killed.db"), schema: schema)
        #expect(inspection.damage.isEmpty)
        #expect(inspection.drift == SchemaDifference())
        #expect(try file.folder.read("killed.db") == main)
        #expect(try file.folder.read("killed.db-wal") == wal)
    }

    @Test func `of a damaged file as much is reported as can be read`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        try DatabaseFile(path: path, schema: Schema([parent, child])).close()
        try runElsewhere("PRAGMA foreign_keys = OFF; INSERT INTO children (parent_id) VALUES (1), (2)", on: path)
        var bytes = try folder.read("app.db")
        // The first page names the tables, the others hold them.
        for index in 4_096..<bytes.count { bytes[index] = 0xA5 }
        try folder.write(bytes, to: "app.db")
        let inspection = try Inspection(path: path, schema: Schema([parent, child]))
        #expect(!inspection.damage.isEmpty)
        #expect(inspection.uncheckedReferences != nil)
        #expect(inspection.drift == SchemaDifference())
        #expect(inspection.pages > 0)
    }
}
