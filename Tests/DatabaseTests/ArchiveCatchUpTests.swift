import Glibc
import TestKit
import Testing
import Timekeeping

@testable import Database

@Suite(.timeLimit(.minutes(2))) struct ArchiveCatchUpTests {
    private func catchUp(_ fixture: ArchiveFixture) throws {
        try DatabaseFile.catchUpArchive(path: fixture.path, options: try #require(fixture.options.archive))
    }

    @Test func `what a killed process left is archived with its times, and the file stays as it is`() async throws {
        let fixture = try ArchiveFixture()
        let first = try fixture.open()
        let base = try await fixture.base(of: first)
        first.close()
        let writer = try BareWriter(fixture)
        var times: [Timestamp] = []
        for number in 0..<5 {
            fixture.clock.advance(seconds: 60)
            try writer.insert("\(number)")
            times.append(fixture.clock.now)
            if number == 1 { #expect(writer.archiver.archive()) }
        }
        writer.kill()
        #expect(try fixture.restore(base).texts == ["0", "1"])
        let before = (try fixture.folder.read("app.db"), try fixture.folder.read("app.db-wal"), FileIdentity(of: fixture.path))
        for _ in 0..<2 {
            try catchUp(fixture)
            #expect(try fixture.restore(base).texts == ["0", "1", "2", "3", "4"])
        }
        #expect(try fixture.times(after: base.position).suffix(5) == times[...])
        #expect(try fixture.folder.read("app.db") == before.0)
        #expect(try fixture.folder.read("app.db-wal") == before.1)
        #expect(FileIdentity(of: fixture.path) == before.2)
        // And the next start goes on from there.
        let database = try fixture.open()
        try await fixture.insert("5", into: database)
        try await fixture.archive(database)
        #expect(database.archiveStatistics?.generations == 0)
        #expect(try fixture.restore(base).texts == ["0", "1", "2", "3", "4", "5"])
    }

    @Test func `a file that a service has open is refused`() async throws {
        let fixture = try ArchiveFixture()
        let database = try fixture.open()
        #expect(throws: DatabaseError.inUse(path: database.path, process: getpid())) { try catchUp(fixture) }
        database.close()
        try catchUp(fixture)
    }

    @Test func `without a file or an archive there is nothing to do, and nothing is made`() throws {
        let fixture = try ArchiveFixture()
        try catchUp(fixture)
        #expect(access(fixture.path, F_OK) != 0)
        try DatabaseFile(path: fixture.path, schema: Schema([TestFile.notes])).close()
        try catchUp(fixture)
        #expect(access(fixture.folder.file("archive"), F_OK) != 0)
    }

    @Test func `commits that do not follow on the archive are left alone`() async throws {
        let fixture = try ArchiveFixture()
        let first = try fixture.open()
        let base = try await fixture.base(of: first)
        try await fixture.insert("ours", into: first)
        first.close()
        // What is in the file now was never in the archive.
        try runElsewhere("INSERT INTO notes (text) VALUES ('\(String(repeating: "theirs", count: 2_000))')", on: fixture.path)
        let other = try Connection.writer(path: fixture.path, isArchived: true)
        try other.execute("INSERT INTO notes (text) VALUES ('left in the WAL')")
        other.close()
        let segments = try fixture.segments()
        try catchUp(fixture)
        #expect(try fixture.segments() == segments)
        #expect(try fixture.restore(base).texts == ["ours"])
        #expect(try fixture.folder.read("app.db-wal").count > 0)
    }

    @Test func `a damaged end of the archive is not gone on after`() async throws {
        let fixture = try ArchiveFixture()
        let first = try fixture.open()
        let base = try await fixture.base(of: first)
        first.close()
        let writer = try BareWriter(fixture)
        try writer.insert("a")
        #expect(writer.archiver.archive())
        writer.kill()
        let segment = try #require(try fixture.segments().last)
        try fixture.flip(segment, at: 20)
        try catchUp(fixture)
        let error = #expect(throws: ArchiveError.self) { _ = try fixture.restore(base) }
        #expect(error?.kind == "damaged")
        // A service begins anew instead, so that there is an archive again.
        let database = try fixture.open()
        let later = try await fixture.base(of: database, name: "later.db")
        try await fixture.insert("b", into: database)
        try await fixture.archive(database)
        #expect(later.position.generation != base.position.generation)
        #expect(try fixture.restore(later).texts == ["a", "b"])
    }
}
