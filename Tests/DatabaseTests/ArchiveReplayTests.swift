import TestKit
import Testing
import Timekeeping

@testable import Database

@Suite(.timeLimit(.minutes(2))) struct ArchiveReplayTests {
    @Test func `a copy and the archive give what was committed by a moment, and nothing else`() async throws {
        let fixture = try ArchiveFixture()
        let database = try fixture.open()
        try await fixture.insert("first", into: database)
        fixture.clock.advance(seconds: 10)
        let base = try await fixture.base(of: database)
        var states: [(time: Timestamp, texts: [String])] = []
        for number in 0..<24 {
            fixture.clock.advance(seconds: 10)
            try await database.write { connection in
                switch number % 4 {
                case 3: try connection.execute("DELETE FROM notes WHERE id = (SELECT max(id) FROM notes)")
                case 2: try connection.execute("UPDATE notes SET text = ? WHERE id = 1", "changed \(number)")
                default: try connection.execute("INSERT INTO notes (text) VALUES (?)", "\(number)")
                }
            }
            let texts = try database.read { try $0.all("SELECT text FROM notes ORDER BY id") { try $0["text"] as String } }
            states.append((fixture.clock.now, texts))
            if number % 5 == 0 { try await fixture.archive(database) }
        }
        try await fixture.archive(database)
        let moments: [Timestamp?] =
            [base.time, Timestamp(milliseconds: states[0].time.milliseconds - 1)]
            + [0, 1, 5, 6, 12, 22, 23].flatMap { [states[$0].time, states[$0].time.adding(seconds: 9)] } + [nil]
        for moment in moments {
            let done = states.filter { moment == nil || $0.time <= moment! }
            let restored = try fixture.restore(base, until: moment)
            #expect(restored.texts == done.last?.texts ?? ["first"])
            #expect(restored.replay.commits == done.count)
            #expect(restored.replay.lastTime == done.last?.time)
            #expect(restored.replay.lastSequence == base.position.sequence + Int64(done.count))
        }
        let coverage = try fixture.reader.coverage(from: base.position)
        #expect(coverage.lastSequence == base.position.sequence + 24)
        #expect(coverage.firstTime == states[0].time)
        #expect(coverage.lastTime == states[23].time)
    }

    @Test func `every snapshot is a place to begin at, and they all lead to the same`() async throws {
        let fixture = try ArchiveFixture { $0.segmentBytes = 20_000 }
        let database = try fixture.open()
        var bases: [ArchiveFixture.Base] = []
        for number in 0..<6 {
            bases.append(try await fixture.base(of: database, name: "base \(number).db"))
            for part in 0..<3 {
                fixture.clock.advance(seconds: 1)
                try await fixture.insert("\(number) \(part)", into: database)
            }
        }
        try await fixture.archive(database)
        let all = (0..<6).flatMap { number in (0..<3).map { "\(number) \($0)" } }
        #expect(try fixture.segments().count > 1)
        for (number, base) in bases.enumerated() {
            #expect(try fixture.restore(base).texts == all)
            #expect(try fixture.restore(base, until: base.time).texts == Array(all.prefix(3 * number)))
            // What another snapshot is a copy of is what the archive gives at its time.
            for later in bases[number...] {
                let restored = try fixture.restore(base, until: later.time)
                #expect(try restored.texts == rowsElsewhere("SELECT text FROM notes ORDER BY id", on: fixture.folder.file(later.name)))
                #expect(restored.replay.lastSequence == later.position.sequence)
            }
        }
    }

    /// Blocks and segments, in bytes.
    @Test(
        "checkpoints, segments and blocks smaller than a commit leave no trace in what is restored",
        arguments: [(4 << 20, 16 << 20), (60_000, 16 << 20), (60_000, 1), (100_000, 150_000)]
    )
    func spansEverything(blockBytes: Int, segmentBytes: Int) async throws {
        let fixture = try ArchiveFixture {
            $0.blockBytes = blockBytes
            $0.segmentBytes = Int64(segmentBytes)
        }
        // Small ones, so that a thousand of them, which are a reason for a checkpoint, are few bytes.
        try fixture.setPageSize(512)
        let database = try fixture.open()
        let base = try await fixture.base(of: database)
        var expected: [String] = []
        var states: [(time: Timestamp, texts: [String])] = []
        for round in 0..<3 {
            for text in ["small \(round)", "\(round) " + String(repeating: "large", count: 60_000), "another \(round)"] {
                fixture.clock.advance(seconds: 1)
                // After a large one the checkpoint comes before the next write.
                try await fixture.insert(text, into: database)
                expected.append(text)
                states.append((fixture.clock.now, expected))
            }
        }
        try await fixture.archive(database)
        #expect(database.statistics.checkpoints >= 3, "there was only one write-ahead log")
        #expect(try fixture.restore(base).texts == expected)
        for state in [states[0], states[1], states[4], states[6]] {
            #expect(try fixture.restore(base, until: state.time).texts == state.texts)
        }
        #expect(try fixture.reader.coverage(from: base.position).lastSequence == base.position.sequence + 9)
    }

    @Test func `a block may be a single page`() async throws {
        let fixture = try ArchiveFixture { $0.blockBytes = 1 }
        let database = try fixture.open()
        let base = try await fixture.base(of: database)
        let texts = ["a", String(repeating: "b", count: 30_000), "c"]
        for text in texts {
            fixture.clock.advance(seconds: 1)
            try await fixture.insert(text, into: database)
        }
        try await fixture.archive(database)
        let blocks = try fixture.segments().flatMap { try fixture.blocks(of: $0) }
        #expect(blocks.count > 10 && blocks.allSatisfy { $0 < 2 * 4_096 })
        for count in 0...3 {
            #expect(try fixture.restore(base, until: base.time.adding(seconds: Int64(count))).texts == Array(texts.prefix(count)))
        }
    }

    @Test func `a segment gets no more when it is an hour old`() async throws {
        let fixture = try ArchiveFixture()
        let database = try fixture.open()
        let base = try await fixture.base(of: database)
        for number in 0..<4 {
            fixture.clock.advance(seconds: 1_801)
            try await fixture.insert("\(number)", into: database)
            try await fixture.archive(database)
        }
        #expect(try fixture.segments().count == 3)
        #expect(try fixture.reader.segments().filter { !$0.isClosed }.count == 1)
        #expect(try fixture.restore(base).texts == ["0", "1", "2", "3"])
    }

    @Test func `what is not a copy of this file is refused`() async throws {
        let fixture = try ArchiveFixture()
        let database = try fixture.open()
        let base = try await fixture.base(of: database)
        try await fixture.insert("a", into: database)
        try await fixture.archive(database)
        func kind(_ path: String, _ position: ArchivePosition) -> String? {
            #expect(throws: ArchiveError.self) { _ = try fixture.reader.replay(onto: path, after: position, until: nil) }?.kind
        }
        let copy = fixture.folder.file(base.name)
        #expect(kind(fixture.folder.file("none.db"), base.position) == "failed")
        let text = try fixture.folder.write(Array("text".utf8), to: "text")
        #expect(kind(text, base.position) == "failed")
        try runElsewhere("PRAGMA page_size = 1024; CREATE TABLE t (t)", on: fixture.folder.file("other.db"))
        #expect(kind(fixture.folder.file("other.db"), base.position) == "failed")
        try fixture.folder.write([1], to: "\(base.name)-wal")
        #expect(kind(copy, base.position) == "failed")
        for generation in ["0123456789abcdef", "../archive", ""] {
            #expect(kind(copy, ArchivePosition(generation: generation, sequence: 0)) == "missing")
        }
    }
}
