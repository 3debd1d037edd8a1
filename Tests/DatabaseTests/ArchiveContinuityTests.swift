import Glibc
import TestKit
import Testing
import Timekeeping

@testable import Database

/// What becomes of an archive from one process to the next.
@Suite(.timeLimit(.minutes(2))) struct ArchiveContinuityTests {
    @Test func `a file that was closed and opened again goes on where it was`() async throws {
        let fixture = try ArchiveFixture()
        var database = try fixture.open()
        let base = try await fixture.base(of: database)
        #expect(database.archiveStatistics?.generations == 1)
        var times: [Timestamp] = []
        for round in 0..<3 {
            fixture.clock.advance(seconds: 1)
            try await fixture.insert("\(round)", into: database)
            times.append(fixture.clock.now)
            database.close()
            database = try fixture.open()
            #expect(database.archiveStatistics?.generations == 0)
            #expect(database.archiveStatistics?.generation == base.position.generation)
        }
        fixture.clock.advance(seconds: 1)
        try await fixture.insert("3", into: database)
        try await fixture.archive(database)
        #expect(try fixture.restore(base).texts == ["0", "1", "2", "3"])
        for (round, time) in times.enumerated() {
            #expect(try fixture.restore(base, until: time).texts == (0...round).map(String.init))
        }
    }

    @Test func `what a killed process had not archived is archived at the next start, with its times`() async throws {
        let fixture = try ArchiveFixture()
        let first = try fixture.open()
        let base = try await fixture.base(of: first)
        first.close()
        var times: [Timestamp] = []
        // Killed a second time after it was opened, and once with nothing that is not archived.
        for round in 0..<3 {
            let writer = try BareWriter(fixture)
            for part in 0..<4 {
                fixture.clock.advance(seconds: 60)
                try writer.insert("\(round) \(part)")
                times.append(fixture.clock.now)
                if part == 1 || round == 1 { #expect(writer.archiver.archive()) }
            }
            #expect(writer.archiver.isUpToDate == (round == 1))
            writer.kill()
        }
        fixture.clock.advance(seconds: 86_400)
        let database = try fixture.open()
        #expect(database.archiveStatistics?.generation == base.position.generation)
        let texts = (0..<3).flatMap { round in (0..<4).map { "\(round) \($0)" } }
        #expect(try fixture.restore(base).texts == texts)
        for (index, time) in times.enumerated() {
            #expect(try fixture.restore(base, until: time).texts == Array(texts.prefix(index + 1)))
        }
        #expect(try database.read { try $0.all("SELECT text FROM notes ORDER BY id") { try $0["text"] as String } } == texts)
    }

    @Test func `a process that was killed before it archived anything is gone on with, too`() async throws {
        let fixture = try ArchiveFixture()
        let writer = try BareWriter(fixture)
        let generation = try #require(try writer.archiver.position()).generation
        try writer.insert("a")
        #expect(try fixture.segments() == [])
        writer.kill()
        let database = try fixture.open()
        #expect(database.archiveStatistics?.generation == generation)
        let start = ArchivePosition(generation: generation, sequence: 0)
        #expect(try fixture.reader.coverage(from: start).lastSequence >= 2)
    }

    @Test func `after a stop in which the archive could not be written, the next start makes up for it`() async throws {
        let fixture = try ArchiveFixture()
        let database = try fixture.open()
        let generation = try #require(database.archiveStatistics).generation
        let folder = fixture.folder.file("archive/\(generation)")
        try fixture.block(folder)
        try await fixture.insert("a", into: database)
        database.close()
        #expect(try fixture.folder.read("app.db-wal").count > 0)
        try fixture.unblock(folder)
        let again = try fixture.open()
        #expect(again.archiveStatistics?.generation == generation)
        #expect(again.archiveStatistics?.lastFailure == nil)
        let position = try #require(try await again.snapshot().position)
        #expect(try fixture.reader.coverage(from: ArchivePosition(generation: generation, sequence: 0)).lastSequence == position.sequence)
        #expect(position.sequence >= 2)
    }

    @Test func `archiving that was broken off anywhere goes on without a fault`() async throws {
        let fixture = try ArchiveFixture { $0.blockBytes = 1 }
        let first = try BareWriter(fixture)
        first.kill()
        // Its first segment is of the opening, the second one is broken off.
        let database = try fixture.open()
        let base = try await fixture.base(of: database)
        database.close()
        let writer = try BareWriter(fixture)
        #expect(writer.archiver.archive())
        try writer.insertMany(["a", String(repeating: "b", count: 12_000), "c"])
        #expect(writer.archiver.archive())
        try writer.insert("d")
        #expect(writer.archiver.archive())
        writer.kill()
        let expected = ["a", String(repeating: "b", count: 12_000), "c", "d"]
        let segment = try #require(try fixture.segments().last)
        let name = String(segment.dropFirst(fixture.folder.path.utf8.count + 1))
        let (whole, log) = (try fixture.folder.read(name), try fixture.folder.read("app.db-wal"))
        let blocks = try fixture.blocks(of: segment)
        #expect(blocks.count > 6 && blocks.reduce(0, +) == whole.count)
        // Between two blocks, in a header, in a page, in a digest.
        let borders = (1..<blocks.count).map { blocks.prefix($0).reduce(0, +) }
        let cuts = borders.flatMap { [$0, $0 + 100, $0 + 1_000] } + [whole.count - 1, whole.count]
        for cut in cuts where cut <= whole.count {
            try fixture.folder.write(whole.prefix(cut), to: name)
            try fixture.folder.write(log, to: "app.db-wal")
            let again = try BareWriter(fixture)
            #expect(try again.archiver.position()?.generation == base.position.generation, "cut at \(cut)")
            #expect(again.archiver.archive())
            again.kill()
            #expect(try fixture.restore(base).texts == expected, "cut at \(cut)")
            for other in try fixture.segments() where other > segment { try fixture.remove(other) }
        }
    }

    @Test func `after another program has written to the file, a new generation begins, and the old one ends`() async throws {
        let fixture = try ArchiveFixture()
        let first = try fixture.open()
        let base = try await fixture.base(of: first)
        try await fixture.insert("ours", into: first)
        first.close()
        try runElsewhere("INSERT INTO notes (text) VALUES ('\(String(repeating: "theirs", count: 2_000))')", on: fixture.path)
        let database = try fixture.open()
        fixture.clock.advance(seconds: 1)
        try await fixture.insert("after", into: database)
        let later = try await fixture.base(of: database, name: "later.db")
        try await fixture.insert("last", into: database)
        try await fixture.archive(database)
        #expect(database.archiveStatistics?.generations == 1)
        #expect(later.position.generation != base.position.generation)
        #expect(try fixture.restore(base).texts == ["ours"])
        #expect(try fixture.restore(later).texts == ["ours", String(repeating: "theirs", count: 2_000), "after", "last"])
        #expect(try Set(fixture.reader.segments().map(\.generation)).count == 2)
    }

    @Test func `what another program left in the WAL of a killed process belongs to the archive`() async throws {
        let fixture = try ArchiveFixture()
        let first = try fixture.open()
        let base = try await fixture.base(of: first)
        first.close()
        let writer = try BareWriter(fixture)
        try writer.insert("ours")
        writer.kill()
        let other = try Connection.writer(path: fixture.path, isArchived: true)
        try other.execute("INSERT INTO notes (text) VALUES ('theirs')")
        other.close()
        let database = try fixture.open()
        try await fixture.insert("after", into: database)
        try await fixture.archive(database)
        #expect(try fixture.restore(base).texts == ["ours", "theirs", "after"])
    }

    @Test func `a file that another one took the place of begins a new generation`() async throws {
        let fixture = try ArchiveFixture()
        let first = try fixture.open()
        try await fixture.insert("a", into: first)
        let base = try await fixture.base(of: first)
        try await fixture.insert("b", into: first)
        first.close()
        let other = try fixture.folder.write(try fixture.folder.read(base.name), to: "other.db")
        try #require(rename(other, fixture.path) == 0)
        let database = try fixture.open()
        try await fixture.insert("c", into: database)
        try await fixture.archive(database)
        #expect(database.archiveStatistics?.generations == 1)
        #expect(try fixture.restore(base).texts == ["a", "b"])
    }
}
