import TestKit
import Testing
import Timekeeping

@testable import Database

/// Which moment the archive says a commit was made at.
@Suite(.timeLimit(.minutes(2))) struct ArchiveTimeTests {
    @Test func `a commit has the time of the wall clock, to the millisecond`() async throws {
        let fixture = try ArchiveFixture()
        let database = try fixture.open()
        let base = try await fixture.base(of: database)
        var times: [Timestamp] = []
        for step: Int64 in [1, 17, 1_000, 3_600_000] {
            fixture.clock.now = Timestamp(milliseconds: fixture.clock.now.milliseconds + step)
            times.append(fixture.clock.now)
            try await fixture.insert("\(step)", into: database)
        }
        fixture.clock.advance(seconds: 5)
        try await fixture.archive(database)
        #expect(try fixture.times(after: base.position) == times)
        #expect(database.archiveStatistics?.lastArchived == fixture.clock.now)
    }

    @Test func `when the wall clock is put back, times stay where they were, also after a start`() async throws {
        let fixture = try ArchiveFixture()
        var database = try fixture.open()
        let base = try await fixture.base(of: database)
        fixture.clock.advance(seconds: 60)
        let latest = fixture.clock.now
        try await fixture.insert("a", into: database)
        fixture.clock.advance(seconds: -3_600)
        try await fixture.insert("b", into: database)
        try await fixture.archive(database)
        #expect(try fixture.times(after: base.position) == [latest, latest])
        database.close()
        database = try fixture.open()
        try await fixture.insert("c", into: database)
        let snapshot = try await database.snapshot()
        #expect(snapshot.time >= latest)
        snapshot.close()
        let times = try fixture.times(after: base.position)
        #expect(times == times.sorted())
        // No later than needed, either.
        #expect(times.allSatisfy { $0.milliseconds - latest.milliseconds < 1_000 })
        #expect(try fixture.restore(base, until: Timestamp(milliseconds: latest.milliseconds - 1)).texts == [])
        #expect(try fixture.restore(base).texts == ["a", "b", "c"])
    }

    @Test func `after a kill, too, times do not go back`() async throws {
        let fixture = try ArchiveFixture()
        let first = try fixture.open()
        let base = try await fixture.base(of: first)
        first.close()
        let writer = try BareWriter(fixture)
        fixture.clock.advance(seconds: 60)
        let latest = fixture.clock.now
        try writer.insert("a")
        writer.kill()
        fixture.clock.advance(seconds: -3_600)
        let database = try fixture.open()
        try await fixture.insert("b", into: database)
        try await fixture.archive(database)
        let times = try fixture.times(after: base.position)
        #expect(times == times.sorted() && times.last == latest)
        #expect(try fixture.restore(base, until: Timestamp(milliseconds: latest.milliseconds - 1)).texts == [])
    }

    @Test func `a snapshot's time is between two commits, even if the clock stands still`() async throws {
        let fixture = try ArchiveFixture()
        let database = try fixture.open()
        let base = try await fixture.base(of: database)
        var bases: [ArchiveFixture.Base] = []
        for number in 0..<4 {
            try await fixture.insert("\(number)", into: database)
            bases.append(try await fixture.base(of: database, name: "\(number).db"))
        }
        try await fixture.archive(database)
        let times = try fixture.times(after: base.position)
        #expect(times.count == 4)
        for (number, snapshot) in bases.enumerated() {
            #expect(times[number] <= snapshot.time)
            if number < 3 { #expect(snapshot.time < times[number + 1]) }
            #expect(try fixture.restore(base, until: snapshot.time).texts == (0...number).map(String.init))
            #expect(try fixture.restore(snapshot, until: snapshot.time).replay.commits == 0)
        }
    }

    @Test func `a snapshot is between commits also when the archive cannot be written`() async throws {
        var fixture = try ArchiveFixture()
        fixture.options.archive = ArchiveOptions(folder: fixture.folder.file("blocker/archive"))
        try fixture.folder.write([], to: "blocker")
        let database = try fixture.open()
        let before = try await database.snapshot()
        let after = try await database.snapshot()
        #expect(before.time < after.time)
        #expect(before.position == nil && after.position == nil)
    }

    @Test func `each segment says from when until when it is, without being opened when it is closed`() async throws {
        let fixture = try ArchiveFixture { $0.segmentBytes = 1 }
        let database = try fixture.open()
        try await fixture.archive(database)
        var times: [Timestamp] = []
        for number in 0..<4 {
            fixture.clock.advance(seconds: 10)
            try await fixture.insert("\(number)", into: database)
            fixture.clock.advance(seconds: 10)
            try await fixture.insert("\(number)b", into: database)
            times.append(fixture.clock.now)
            try await fixture.archive(database)
        }
        let segments = try fixture.reader.segments().dropFirst()
        #expect(segments.map(\.lastTime) == times)
        #expect(segments.map(\.firstTime) == times.map { $0.adding(seconds: -10) })
        #expect(segments.map(\.isClosed) == [true, true, true, false])
        #expect(segments.allSatisfy { !$0.isCompressed && $0.bytes > 0 && $0.generation == database.archiveStatistics?.generation })
        // What cannot be read has no time, and hides no other one.
        let unreadable = try #require(segments.last)
        try fixture.flip(unreadable.path, at: 50)
        try fixture.flip(try #require(segments.first).path, at: 50)
        #expect(try fixture.reader.segments().dropFirst().map(\.lastTime) == times.dropLast() + [nil])
    }
}
