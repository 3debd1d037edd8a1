import Synchronization
import TestKit
import Testing

@testable import Database

@Suite(.timeLimit(.minutes(1))) struct WriterStatisticsTests {
    @Test func `a transaction that fails counts as such, a write that fails alone does not`() async throws {
        let file = try TestFile()
        await #expect(throws: DatabaseError.self) { try await file.database.write { _ = try $0.execute("INSERT INTO nowhere VALUES (1)") } }
        #expect(file.database.statistics.failedTransactions == 0)
        // What SQLite does by itself when the disk is full in the middle of a transaction.
        await #expect(throws: DatabaseError.self) { try await file.database.write { try $0.executeGenerated("ROLLBACK") } }
        #expect(file.database.statistics.failedTransactions == 1)
        try await file.database.write { try $0.executeGenerated("PRAGMA busy_timeout = 0") }
        let other = try Connection.writer(path: file.database.path, isArchived: false)
        try other.execute("BEGIN IMMEDIATE")
        await #expect(throws: DatabaseError.self) { try await file.database.write { try $0.execute("DELETE FROM notes") } }
        #expect(file.database.statistics.failedTransactions == 2)
        try other.execute("ROLLBACK")
        other.close()
    }

    @Test func `a read that lasts from one checkpoint to the next has held it up, though writing goes on`() async throws {
        let fixture = try ArchiveFixture()
        let database = try fixture.open()
        let (held, letGo) = (Flag(), Flag())
        let scan = Task {
            try await database.scan { connection in
                _ = try connection.first("SELECT count(*) AS n FROM notes") { try $0["n"] as Int }
                held.set()
                letGo.block()
            }
        }
        await held.wait()
        let before = database.statistics.checkpoints
        for number in 1...2 {
            // More frames than a checkpoint waits for.
            try await fixture.insert("\(number)" + String(repeating: "x", count: 6 << 20), into: database)
            while database.statistics.checkpoints < before + number { await Task.yield() }
            #expect(database.statistics.busy == number - 1)
        }
        letGo.set()
        try await scan.value
    }

    @Test func `a checkpoint that waits for a read in vain counts once, and what it left is no second one`() {
        var statistics = WriterStatistics()
        statistics.countMove(isHeldUp: true, hasWaited: false)
        #expect(statistics.busy == 0, "a short read may have been in the way")
        statistics.countMove(isHeldUp: true, hasWaited: true)
        #expect(statistics.busy == 1)
        statistics.countMove(isHeldUp: false, hasWaited: true)
        statistics.countMove(isHeldUp: true, hasWaited: false)
        #expect(statistics.busy == 1)
    }
}
