import Database
import Glibc
import TestKit
import Testing

@testable import PostgreSQLExport

/// Where an export may go, and what it leaves there.
@Suite struct PlaceTests {
    private struct Stop: Error {}

    private func fixture() async throws -> ExportFixture {
        let fixture = try ExportFixture([Table("t", columns: [.identity(), .text("a")])])
        try await fixture.insert("INSERT INTO t (a) VALUES ('x')")
        return fixture
    }

    @Test(arguments: ["dump.sql", "dump.sql.partial", "dump.sql.manifest.json", "dump.sql.manifest.json.partial"])
    func `a file that is no export stays as it is, whichever name of an export it has`(name: String) async throws {
        let fixture = try await fixture()
        let other = Array("SQLite format 3".utf8)
        try fixture.folder.write(other, to: name)
        let wanted = PostgreSQLExportError.file(
            path: fixture.folder.file(name),
            reason: "this is another file than an export, and stays as it is. Name another file, or delete this one."
        )
        #expect(throws: wanted) { try PostgreSQLExporter.checkPlace(fixture.dump, sparing: []) }
        #expect(throws: wanted) { try fixture.export() }
        #expect(try fixture.folder.read(name) == other)
    }

    @Test func `an empty file and an earlier export are replaced`() async throws {
        let fixture = try await fixture()
        try fixture.folder.write([], to: "dump.sql")
        try fixture.export()
        try await fixture.insert("INSERT INTO t (a) VALUES ('y')")
        let second = try fixture.export()
        #expect(try DumpManifest(ofFileAt: fixture.dump) == second)
        #expect(second.tables.map(\.rows) == [2])
    }

    @Test func `the data itself is no place, not even empty or by another name`() async throws {
        let fixture = try await fixture()
        let folder = fixture.folder
        let data = try folder.write([], to: "data.db")
        #expect(link(data, folder.file("hard.db")) == 0)
        #expect(symlink(data, folder.file("soft.db")) == 0)
        let spared = [data, data + "-wal"]
        for name in ["data.db", "hard.db", "soft.db", "data.db-wal", "./data.db-wal"] {
            let error = #expect(throws: PostgreSQLExportError.self, "\(name)") {
                try PostgreSQLExporter.checkPlace(folder.file(name), sparing: spared)
            }
            #expect(error?.description.contains("belongs to the data") == true)
        }
        try PostgreSQLExporter.checkPlace(folder.file("other.sql"), sparing: spared)
    }

    @Test func `a link is followed, not replaced; one that leads nowhere is refused`() async throws {
        let fixture = try await fixture()
        let place = fixture.folder.file("real.sql")
        #expect(symlink(place, fixture.dump) == 0)
        #expect(throws: PostgreSQLExportError.self) { try fixture.export() }
        try fixture.folder.write([], to: "real.sql")
        let manifest = try fixture.export()
        var status = stat()
        #expect(lstat(fixture.dump, &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFLNK)
        #expect(try DumpManifest(ofFileAt: place) == manifest)
        #expect(access(DumpManifest.path(besideFileAt: place), F_OK) == 0)
    }

    @Test func `the draft is nobody else's file, and readable for its owner only`() async throws {
        let fixture = try await fixture()
        let draft = fixture.dump + ".partial"
        let other = try fixture.folder.write("-- All data of somebody else".utf8, to: "other")
        for make in [{ symlink($0, $1) }, { link($0, $1) }] as [(String, String) -> Int32] {
            #expect(make(other, draft) == 0)
            #expect(throws: PostgreSQLExportError.self) { try fixture.export() }
            #expect(try fixture.folder.read("other") == Array("-- All data of somebody else".utf8))
            unlink(draft)
        }
        try fixture.folder.write("-- All data of test".utf8, to: "dump.sql.partial")
        #expect(chmod(draft, 0o666) == 0)
        try fixture.export()
        var status = stat()
        #expect(stat(fixture.dump, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test func `a check that throws ends the export, and nothing is left of it`() async throws {
        let fixture = try await fixture()
        var exporter = PostgreSQLExporter(schema: fixture.schema, product: "test", version: "1")
        exporter.check = { throw Stop() }
        #expect(throws: Stop.self) {
            try fixture.database.read { [exporter] in try exporter.export($0, to: .file(fixture.dump), asOf: ExportFixture.asOf) }
        }
        for file in ExportPlace.files(of: fixture.dump) { #expect(access(file.path, F_OK) != 0, "\(file.path)") }
    }

    @Test func `the disk is looked at every 16 MiB`() throws {
        let folder = try TemporaryFolder()
        let descriptor = open(folder.file("out"), O_WRONLY | O_CREAT, 0o600)
        defer { close(descriptor) }
        var looks: [Int64] = []
        let piece = [UInt8](repeating: 0x61, count: 1 << 20)
        var position: Int64 = 0
        let output = ExportOutput(descriptor: descriptor, name: "out", lookAtDisk: { looks.append(position >> 20) })
        for _ in 0..<40 {
            position += 1 << 20
            try output.append(piece)
        }
        #expect(looks == [1, 17, 33])
    }

    @Test func `what would leave too little room is refused with the folder`() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: PostgreSQLExportError.self) { try ExportRoom.check(folder.path, for: 1 << 60) }
        #expect(error?.description.hasPrefix("\(folder.path): the disk has ") == true)
        #expect(ExportRoom.isShared(folder.path, folder.path))
        #expect(!ExportRoom.isShared(folder.path, "/proc"))
    }
}
