import Cryptography
import Glibc
import TestKit
import Testing
import Timekeeping

@testable import Backups
@testable import Database

@Suite struct BackupMakerTests {
    let fixture: RestoreFixture

    init() throws { fixture = try RestoreFixture() }

    private func hidden() throws -> [String] {
        try DiskFile.names(in: fixture.backups.path).filter { $0.hasPrefix(BackupFolder.partialPrefix) }
    }

    @Test(arguments: [true, false])
    func `it holds all writes, and its manifest says what it is`(isCompressed: Bool) async throws {
        let database = try fixture.open()
        defer { database.close() }
        try await fixture.write(["one", "two"], to: database)
        let backup = try await fixture.backUp(database, compresses: isCompressed)
        try await fixture.write(["three"], to: database)
        let manifest = backup.manifest
        #expect(manifest.rowCounts == ["notes": 2])
        #expect(manifest.product == "notebook" && manifest.pageSize == 4_096 && manifest.brokenReferences.isEmpty)
        #expect(backup.path.hasSuffix(isCompressed ? ".db.gz" : ".db") && backup.path == "\(fixture.backups.path)/\(manifest.file)")
        let name = try #require(backup.path.split(separator: "/").last)
        let stored = try fixture.folder.read("backups/\(name)")
        #expect(SHA256.digest(of: stored).hex == manifest.sha256 && Int64(stored.count) == manifest.fileBytes)
        let plain = fixture.folder.file("plain.db")
        if isCompressed { try Gzip.decompress(backup.path, to: plain) } else { try DiskFile.copy(backup.path, to: plain) }
        #expect(SHA256.digest(of: try fixture.folder.read("plain.db")).hex == manifest.databaseSHA256)
        #expect(try fixture.notes(in: plain) == ["one", "two"])
        #expect(try fixture.backups.backups() == [backup])
        #expect(try hidden().isEmpty)
        var status = stat()
        #expect(stat(backup.path, &status) == 0 && status.st_mode & 0o007 == 0, "others may read it")
    }

    @Test func `two of the same moment have two names`() async throws {
        let database = try fixture.open()
        defer { database.close() }
        let first = try await fixture.backUp(database)
        fixture.clock.advance(seconds: -1)
        let second = try await fixture.backUp(database)
        #expect(first.path != second.path)
        #expect(try fixture.backups.backups() == [first, second])
    }

    @Test func `one at a time`() async throws {
        let database = try fixture.open()
        defer { database.close() }
        try DiskFile.makeFolder(fixture.backups.path)
        let lock = try FolderLock(fixture.backups)
        await #expect(throws: BackupError.inProgress) { try await fixture.backUp(database) }
        withExtendedLifetime(lock) {}
    }

    @Test func `a folder of another product is refused`() async throws {
        let database = try fixture.open()
        defer { database.close() }
        try await fixture.backUp(database, product: "diary")
        await #expect(throws: BackupError.foreignFolder(folder: fixture.backups.path, product: "diary")) {
            try await fixture.backUp(database)
        }
    }

    @Test func `a folder that cannot be made is named`() async throws {
        let database = try fixture.open(isArchived: false)
        defer { database.close() }
        try fixture.folder.write("a file".utf8, to: "backups")
        let error = await #expect(throws: BackupError.self) { try await fixture.backUp(database) }
        #expect("\(error, default: "nothing")".contains(fixture.backups.path))
    }

    @Test func `what a killed process left behind goes, and what only lacked its manifest's name counts`() async throws {
        let database = try fixture.open()
        defer { database.close() }
        let first = try await fixture.backUp(database)
        try fixture.folder.write("half a database".utf8, to: "backups/.partial-abc.db")
        try fixture.folder.write("half a manifest".utf8, to: "backups/.partial-abc.db.gz.json")
        try fixture.folder.write("a segment".utf8, to: "backups/.unpacked-segment-abc")
        // Ended between the two renames.
        #expect(rename(first.manifestPath, fixture.backups.path + "/.partial-def.db.gz.json") == 0)
        #expect(try fixture.backups.backups().isEmpty)
        #expect(try fixture.backups.unreadable() == [first.path])
        let second = try await fixture.backUp(database)
        #expect(try fixture.backups.backups() == [first, second])
        #expect(try hidden().isEmpty && fixture.backups.unreadable().isEmpty)
        let unpacked = fixture.backups.path + "/.unpacked-segment-abc"
        #expect(DiskFile.size(of: unpacked) != nil, "somebody may be reading it")
        let yesterday = [timespec](repeating: timespec(tv_sec: time(nil) - 86_401, tv_nsec: 0), count: 2)
        #expect(utimensat(AT_FDCWD, unpacked, yesterday, 0) == 0)
        try await fixture.backUp(database)
        #expect(DiskFile.size(of: unpacked) == nil)
    }

    @Test func `files that only look like backups are named, and deleting one leaves the others`() async throws {
        let database = try fixture.open()
        defer { database.close() }
        let first = try await fixture.backUp(database)
        let second = try await fixture.backUp(database)
        try fixture.folder.write("x".utf8, to: "backups/notebook-1.db")
        try fixture.folder.write("{}".utf8, to: "backups/notebook-2.db.json")
        let expected = ["notebook-1.db", "notebook-2.db.json"].map { "\(fixture.backups.path)/\($0)" }
        #expect(try fixture.backups.unreadable() == expected)
        try PartialBackup.delete(first, in: fixture.backups)
        #expect(try fixture.backups.backups() == [second])
        #expect(try fixture.backups.unreadable() == expected)
        #expect(try hidden().isEmpty)
    }

    @Test func `references that are broken in the file are told, not refused`() async throws {
        try runElsewhere(
            "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p INTEGER REFERENCES p (id)); INSERT INTO c VALUES (7)",
            on: fixture.path
        )
        let database = try fixture.open(isArchived: false)
        defer { database.close() }
        #expect(try await fixture.backUp(database).manifest.brokenReferences == ["c → p: 1"])
    }
}
