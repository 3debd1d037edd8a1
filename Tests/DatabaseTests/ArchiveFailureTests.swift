import Glibc
import Synchronization
import TestKit
import Testing
import Timekeeping

@testable import Database

@Suite(.timeLimit(.minutes(2))) struct ArchiveFailureTests {
    /// A file whose archive has no segment yet: one that is open already would be missed at once.
    private func openWithoutSegment(_ fixture: ArchiveFixture) throws -> DatabaseFile {
        // All that the opening itself would archive is there already.
        try DatabaseFile(path: fixture.path, schema: Schema([TestFile.notes])).close()
        return try fixture.open()
    }

    @Test func `without a place for the archive the service works, says so, and begins one when there is a place`() async throws {
        var fixture = try ArchiveFixture()
        fixture.options.archive = ArchiveOptions(folder: fixture.folder.file("blocker/archive"))
        fixture.options.archive?.interval = 3_600_000
        try fixture.folder.write([], to: "blocker")
        let database = try fixture.open()
        try await fixture.insert("a", into: database)
        #expect(try await database.snapshot().position == nil)
        let statistics = try #require(database.archiveStatistics)
        #expect(statistics.failures >= 2)
        #expect(statistics.lastFailure?.contains("blocker") == true)
        #expect(statistics.generation == "" && statistics.generations == 0 && statistics.blocks == 0)
        #expect(statistics.unarchivedCommits > 0)
        // Nobody waits for it: what was deleted can be purged.
        try await database.purge()
        try fixture.remove(fixture.folder.file("blocker"))
        let base = try await fixture.base(of: database)
        try await fixture.insert("b", into: database)
        try await fixture.archive(database)
        #expect(database.archiveStatistics?.lastFailure == nil)
        #expect(database.archiveStatistics?.generations == 1)
        #expect(database.archiveStatistics?.unarchivedCommits == 0)
        let reader = ArchiveReader(folder: fixture.folder.file("blocker/archive")) { _ in throw ArchiveFixture.Packed() }
        #expect(try fixture.restore(base, by: reader).texts == ["a", "b"])
    }

    @Test func `commits get into the archive by themselves, and after failures as soon as it can be written`() async throws {
        let fixture = try ArchiveFixture { $0.interval = 1 }
        let database = try openWithoutSegment(fixture)
        let generation = try #require(database.archiveStatistics).generation
        let folder = fixture.folder.file("archive/\(generation)")
        let start = ArchivePosition(generation: generation, sequence: 0)
        func wait(until isSo: (ArchiveStatistics) -> Bool) async throws {
            while !isSo(try #require(database.archiveStatistics)) { await Task.yield() }
        }
        try fixture.block(folder)
        try await fixture.insert("a", into: database)
        try await wait { $0.failures >= 3 }
        try fixture.unblock(folder)
        try await wait { $0.unarchivedCommits == 0 }
        #expect(try fixture.reader.coverage(from: start).lastSequence == 1)
        try await fixture.insert("b", into: database)
        try await wait { $0.unarchivedCommits == 0 && $0.blocks == 2 }
        #expect(try fixture.reader.coverage(from: start).lastSequence == 2)
        #expect(database.archiveStatistics?.generation == generation)
    }

    @Test func `a checkpoint waits for an archive that cannot be written, and nothing is lost when it can be again`() async throws {
        let fixture = try ArchiveFixture()
        let database = try openWithoutSegment(fixture)
        let generation = try #require(database.archiveStatistics).generation
        let folder = fixture.folder.file("archive/\(generation)")
        let base = try await fixture.base(of: database)
        try fixture.block(folder)
        for number in 0..<5 { try await fixture.insert("\(number)", into: database) }
        await #expect(
            performing: { try await database.purge() },
            throws: { error in
                guard let error = error as? DatabaseError, case .sqlite(.busy, _, _) = error else { return false }
                return error.isTemporary
            }
        )
        #expect(try fixture.folder.read("app.db-wal").count > 5 * 4_096)
        #expect(try #require(database.archiveStatistics).failures > 0)
        #expect(try #require(database.archiveStatistics).unarchivedCommits >= 5)
        #expect(database.archiveStatistics?.lastFailure?.contains(generation) == true)
        try fixture.unblock(folder)
        try await database.purge()
        #expect(try fixture.folder.read("app.db-wal").isEmpty)
        #expect(database.archiveStatistics?.generations == 1)
        #expect(database.archiveStatistics?.lastFailure == nil)
        #expect(try fixture.restore(base).texts == ["0", "1", "2", "3", "4"])
    }

    @Test func `where a snapshot leads on is right also while the archive cannot be written`() async throws {
        let fixture = try ArchiveFixture()
        let database = try openWithoutSegment(fixture)
        let folder = fixture.folder.file("archive/\(try #require(database.archiveStatistics).generation)")
        try fixture.block(folder)
        var bases: [ArchiveFixture.Base] = []
        for number in 0..<4 {
            bases.append(try await fixture.base(of: database, name: "\(number).db"))
            fixture.clock.advance(seconds: 1)
            try await fixture.insert("\(number)", into: database)
        }
        try fixture.unblock(folder)
        try await fixture.archive(database)
        for (number, base) in bases.enumerated() {
            #expect(try fixture.restore(base).texts == ["0", "1", "2", "3"])
            #expect(try fixture.restore(base).replay.commits == 4 - number)
        }
    }

    @Test func `when too much waits for it, the archive is given up, and begun anew as soon as it can be written`() throws {
        let fixture = try ArchiveFixture { $0.patienceBytes = 20 * 4_096 }
        let writer = try BareWriter(fixture)
        let generation = try #require(try writer.archiver.position()).generation
        let folder = fixture.folder.file("archive/\(generation)")
        try fixture.block(folder)
        var number = 0
        repeat {
            try writer.insert("\(number)")
            number += 1
            #expect(!writer.archiver.archive())
            #expect(writer.archiver.mayCheckpoint == (writer.archiver.frames > 20), "\(writer.archiver.frames) frames")
        } while writer.archiver.frames <= 20
        #expect(number > 3)
        #expect(try writer.archiver.position() == nil)
        // It is not gone on with, since what comes now may be overwritten unseen.
        try writer.insert("unseen")
        try fixture.unblock(folder)
        #expect(writer.archiver.archive())
        let position = try #require(try writer.archiver.position())
        #expect(position.generation != generation && position.sequence == 0)
        #expect(writer.archiver.statistics.withLock { $0.generations } == 2)
        try writer.insert("seen")
        #expect(writer.archiver.archive())
        #expect(try fixture.reader.coverage(from: position).lastSequence == 1)
        #expect(try fixture.reader.coverage(from: ArchivePosition(generation: generation, sequence: 0)).lastSequence == 0)
        writer.kill()
    }

    @Test func `an archive that somebody removes is begun anew`() async throws {
        let fixture = try ArchiveFixture()
        let database = try fixture.open()
        let before = try await fixture.base(of: database)
        try #require(rename(fixture.folder.file("archive"), fixture.folder.file("gone")) == 0)
        try await fixture.insert("a", into: database)
        // The first attempt finds it out, the second one begins.
        try await fixture.archive(database)
        let base = try await fixture.base(of: database, name: "second.db")
        #expect(base.position.generation != before.position.generation)
        try await fixture.insert("b", into: database)
        try await fixture.archive(database)
        #expect(try fixture.restore(base).texts == ["a", "b"])
    }

    @Test func `two files cannot have one archive`() async throws {
        let fixture = try ArchiveFixture()
        let database = try fixture.open()
        let base = try await fixture.base(of: database)
        let other = fixture.folder.file("other.db")
        func openOther() throws -> DatabaseFile {
            try DatabaseFile(path: other, schema: Schema([TestFile.notes]), options: fixture.options)
        }
        for _ in 0..<2 {
            #expect(
                performing: { try openOther() },
                throws: { error in
                    guard let error = error as? DatabaseError, case .unusable(let path, _) = error else { return false }
                    return path == fixture.folder.file("archive")
                }
            )
        }
        try await fixture.insert("a", into: database)
        try await fixture.archive(database)
        #expect(database.archiveStatistics?.failures == 0)
        database.close()
        // One after the other they can, but what the one archives never follows on the other.
        let second = try openOther()
        try await fixture.insert("b", into: second)
        try await fixture.archive(second)
        second.close()
        #expect(try fixture.restore(base).texts == ["a"])
        let first = try fixture.open()
        #expect(first.archiveStatistics?.generations == 1)
    }
}
