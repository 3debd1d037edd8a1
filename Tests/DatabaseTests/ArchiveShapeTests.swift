import TestKit
import Testing
import Timekeeping

@testable import Database

/// Files of all shapes, and what changes the shape of a file.
@Suite(.timeLimit(.minutes(2))) struct ArchiveShapeTests {
    private static func text(_ number: Int) -> String { "\(number) \(String(repeating: "x", count: number * 37 % 900))" }

    private func fill(_ database: DatabaseFile, _ numbers: Range<Int>) async throws {
        try await database.write { connection in
            for number in numbers { try connection.execute("INSERT INTO notes (text) VALUES (?)", Self.text(number)) }
        }
    }

    private func state(_ database: DatabaseFile) throws -> (texts: [String], pages: String) {
        (
            try database.read { try $0.all("SELECT text FROM notes ORDER BY id") { try $0["text"] as String } },
            "\(try database.fileSizes().pages)"
        )
    }

    @Test("a file that grows, is purged, grows again and shrinks is restored as of each of these", arguments: [512, 8_192, 65_536])
    func changesShape(pageSize: Int) async throws {
        let fixture = try ArchiveFixture { $0.blockBytes = 200_000 }
        try fixture.setPageSize(pageSize)
        let database = try fixture.open()
        #expect(try database.fileSizes().pageSize == Int64(pageSize))
        let base = try await fixture.base(of: database)
        var states: [(time: Timestamp, texts: [String], pages: String)] = []
        for step in 0..<6 {
            fixture.clock.advance(seconds: 10)
            switch step {
            case 0: try await fill(database, 0..<600)
            case 1: try await database.write { _ = try $0.execute("DELETE FROM notes WHERE id % 3 > 0") }
            case 2: try await database.purge()
            case 3: try await fill(database, 600..<900)
            case 4: try await database.write { _ = try $0.execute("DELETE FROM notes WHERE id > 40") }
            default: try await database.write { try $0.execute("PRAGMA incremental_vacuum") }
            }
            let (texts, pages) = try state(database)
            states.append((fixture.clock.now, texts, pages))
        }
        #expect(states[2].pages != states[1].pages && states[5].pages != states[4].pages, "nothing has shrunk")
        try await fixture.archive(database)
        for state in states {
            let restored = try fixture.restore(base, until: state.time)
            #expect(restored.texts == state.texts)
            #expect(restored.pages == state.pages)
        }
        #expect(database.archiveStatistics?.generations == 1)
        #expect(database.archiveStatistics?.failures == 0)
    }

    @Test func `a purge makes a file with auto_vacuum of one without, and the archive leads through it`() async throws {
        let fixture = try ArchiveFixture()
        try runElsewhere("PRAGMA auto_vacuum = 0; CREATE TABLE other (text)", on: fixture.path)
        let database = try fixture.open()
        let base = try await fixture.base(of: database)
        try await fill(database, 0..<300)
        let before = try state(database).texts
        fixture.clock.advance(seconds: 1)
        try await database.purge()
        fixture.clock.advance(seconds: 1)
        try await fill(database, 300..<310)
        try await fixture.archive(database)
        #expect(try fixture.restore(base, until: base.time.adding(seconds: 1)).texts == before)
        let restored = try fixture.restore(base)
        #expect(try restored.texts == state(database).texts)
        #expect(try rowsElsewhere("PRAGMA auto_vacuum", on: fixture.folder.file("restored.db")) == ["2"])
    }

    @Test func `what was purged is not in the file, and still in the archive`() async throws {
        let fixture = try ArchiveFixture()
        let database = try fixture.open()
        let base = try await fixture.base(of: database)
        fixture.clock.advance(seconds: 1)
        try await fixture.insert("#secret", into: database)
        let then = fixture.clock.now
        fixture.clock.advance(seconds: 1)
        try await database.write { _ = try $0.execute("DELETE FROM notes") }
        try await database.purge()
        #expect(try fixture.folder.occurrences(of: "#secret") == 0)
        #expect(try fixture.restore(base, until: then).texts == ["#secret"])
        #expect(try fixture.restore(base).texts == [])
    }

    @Test func `transactions that are rolled back are not in the archive, however much they wrote`() async throws {
        struct Refused: Error {}
        let fixture = try ArchiveFixture()
        let database = try fixture.open()
        let base = try await fixture.base(of: database)
        // Less than what is written then, so that pages get into the WAL before the transaction ends.
        try await database.write { try $0.execute("PRAGMA cache_size = 10") }
        for round in 0..<3 {
            try await fixture.insert("\(round)", into: database)
            await #expect(throws: Refused.self) {
                try await database.write { connection in
                    for number in 0..<300 {
                        try connection.execute("INSERT INTO notes (text) VALUES (?)", "refused " + Self.text(number))
                    }
                    throw Refused()
                }
            }
            if round == 1 { try await fixture.archive(database) }
        }
        try await fixture.archive(database)
        #expect(try fixture.restore(base).texts == ["0", "1", "2"])
        #expect(database.archiveStatistics?.failures == 0)
        database.close()
        #expect(try fixture.open().archiveStatistics?.generations == 0)
    }
}
