import Synchronization
import TestKit
import Testing

@testable import Database

@Suite struct ReaderStatisticsTests {
    private func one(_ connection: Connection) throws -> Int? { try connection.first("SELECT 1 AS one") { try $0["one"] } }

    @Test func `reads count once each, however they are made and whatever they read inside`() async throws {
        let file = try TestFile()
        let before = file.database.readerStatistics
        _ = try file.database.read { connection in
            _ = try file.database.read { try one($0) }
            return try one(connection)
        }
        _ = try file.database.first("SELECT 1 AS one") { try $0["one"] as Int }
        _ = try await file.database.scan { try $0.first("SELECT 1 AS one") { try $0["one"] as Int } }
        let after = file.database.readerStatistics
        #expect(after.reads - before.reads == 3)
        #expect(after.scans - before.scans == 1)
        #expect(after.openConnections >= 1)
    }

    @Test func `asking for the sizes is no read of the service`() throws {
        let file = try TestFile()
        let before = file.database.readerStatistics.reads
        #expect(try file.database.fileSizes().pages > 0)
        #expect(file.database.readerStatistics.reads == before)
    }

    @Test func `a read that fails counts, one of a closed file does not`() throws {
        let file = try TestFile()
        let before = file.database.readerStatistics.reads
        #expect(throws: DatabaseError.self) {
            try file.database.read { try $0.first("SELECT nothing FROM nowhere") { try $0["nothing"] as Int } }
        }
        #expect(file.database.readerStatistics.reads - before == 1)
        file.database.close()
        #expect(throws: DatabaseError.closed) { try file.database.read { _ in } }
        #expect(file.database.readerStatistics.reads - before == 1, "and what was counted is not lost")
        #expect(file.database.readerStatistics.openConnections == 0)
    }

    @Test func `what a thread has read still counts when it is gone`() throws {
        let folder = try TemporaryFolder()
        let database = try DatabaseFile(path: folder.file("app.db"), schema: Schema([TestFile.notes]))
        let readers = Readers(path: folder.file("app.db"))
        let running = ConditionLock(8)
        for _ in 0..<8 {
            Database.Thread.start {
                for _ in 0..<100 { _ = try? readers.read { _ in } }
                running.withLock { $0 -= 1 }
                running.wakeAll()
            }
        }
        running.wait { $0 == 0 ? .done(()) : .sleep(until: nil) }
        // Some of them are gone by now, and others are not: it must not make a difference.
        #expect(readers.totals.reads == 800)
        readers.close()
        #expect(readers.totals.reads == 800)
        #expect(readers.totals.connections == 0)
        withExtendedLifetime(database) {}
    }

    @Test func `scans that wait are seen, and how long they waited`() throws {
        let time = Atomic<Int64>(1_000)
        let pool = ScanPool(threads: 1, capacity: 2) { time.load(ordering: .relaxed) }
        let started = Flag()
        let release = Flag()
        let done = ConditionLock(0)
        try pool.submit {
            started.set()
            release.block()
        }
        started.block()
        #expect(pool.statistics.runningScans == 1)
        for _ in 0..<2 {
            try pool.submit {
                done.withLock { $0 += 1 }
                done.wakeAll()
            }
        }
        #expect(throws: DatabaseError.overloaded) { try pool.submit {} }
        let waiting = pool.statistics
        #expect(waiting.scanQueueDepth == 2 && waiting.scans == 1 && waiting.refusedScans == 1 && waiting.scanWaitNanoseconds == 0)

        time.store(1_500, ordering: .relaxed)
        release.set()
        done.wait { $0 == 2 ? .done(()) : .sleep(until: nil) }
        let finished = pool.statistics
        #expect(finished.scanQueueDepth == 0 && finished.scans == 3 && finished.scanWaitNanoseconds == 1_000)
        pool.close()
    }
}
