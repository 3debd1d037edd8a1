import Database
import Logging
import ServiceLifecycle
import Synchronization
import TestKit
import Testing
import Timekeeping

@testable import Capacity

@Suite(.timeLimit(.minutes(1))) struct ActivityRecorderTests {
    private static let notes = Schema([Table("notes", columns: [.identity(), .text("text")])])

    private let folder: TemporaryFolder
    private let database: DatabaseFile
    private let clock = TestClock(nine)
    /// Nanoseconds of the clock that only goes up, and how often the recorder has looked.
    private let state = Pace()

    private final class Pace: Sendable {
        let moment = Atomic<Int64>(0)
        let looks = Atomic(0)
    }

    init() throws {
        folder = try TemporaryFolder()
        database = try DatabaseFile(path: folder.file("app.db"), schema: Self.notes + Capacity.schema)
    }

    private func add(_ count: Int) async throws {
        for _ in 0..<count {
            try await database.write { connection in
                _ = try connection.execute("INSERT INTO notes (text) VALUES ('x')")
            }
        }
    }

    private func hours() throws -> [ActivityHour] {
        try database.read { try ActivityHour.all(to: nine.adding(seconds: 86_400), $0) }
    }

    /// Runs a recorder while a test runs, from its first look on, and stops it.
    private func record(_ test: () async throws -> Void) async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let (clock, state) = (self.clock, self.state)
        let recorder = ActivityRecorder(
            database: database,
            logger: logger,
            now: {
                // Asked after the counters were read.
                state.looks.add(1, ordering: .sequentiallyConsistent)
                return clock.now
            },
            pause: .milliseconds(1),
            moment: { state.moment.load(ordering: .sequentiallyConsistent) }
        )
        let group = ServiceGroup(services: [recorder], logger: logger)
        async let run: Void = group.run()
        do {
            try await waitForLook()
            try await test()
        } catch {
            await group.triggerGracefulShutdown()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await run
    }

    private func waitForLook() async throws {
        let before = state.looks.load(ordering: .sequentiallyConsistent)
        while state.looks.load(ordering: .sequentiallyConsistent) < before + 2 { await Task.yield() }
    }

    @Test func `what happened before a stop is in the file, the service's own writes only`() async throws {
        try await add(5)
        try await record {
            try await add(12)
            state.moment.store(61_000_000_000, ordering: .sequentiallyConsistent)
            while try hours().isEmpty { await Task.yield() }
            try await add(3)
        }
        let rows = try hours()
        #expect(rows.map { $0.hour } == [nine])
        #expect(rows.map { $0.writes } == [15])
        #expect(rows.allSatisfy { $0.databaseBytes > 0 || $0.walBytes > 0 })
    }

    @Test func `a service that only looks into its file now and then writes that it is there, and nothing more`() async throws {
        try await record {
            state.moment.store(61_000_000_000, ordering: .sequentiallyConsistent)
            // To ask the file would be reads.
            while database.statistics.writes == 0 { await Task.yield() }
            state.moment.store(200_000_000_000, ordering: .sequentiallyConsistent)
            try await waitForLook()
            try await waitForLook()
        }
        try await record {
            state.moment.store(300_000_000_000, ordering: .sequentiallyConsistent)
            try await waitForLook()
            try await waitForLook()
        }
        #expect(database.statistics.writes == 1)
        let rows = try hours()
        #expect(rows.map { $0.since } == [nine])
        #expect(rows.map { $0.writes } == [0])
    }

    @Test func `a restart adds to the hour that it is in`() async throws {
        for _ in 0..<2 { try await record { try await add(4) } }
        #expect(try hours().map { $0.writes } == [8])
    }

    @Test func `the oldest hours go when there are too many, and none because of what the clock says`() async throws {
        try await database.write { connection in
            for hour in 1...Int64(Capacity.keptHours) { try ActivityHour.sample(-hour).add(to: connection) }
        }
        let oldest = try #require(try hours().first).hour
        try await record { try await add(1) }
        #expect(try hours().count == Capacity.keptHours)
        #expect(try hours().first?.hour == oldest.adding(seconds: 3_600))
        clock.advance(seconds: 400 * 86_400)
        try await record { try await add(1) }
        #expect(try hours().first?.hour == oldest.adding(seconds: 2 * 3_600))
    }

    @Test func `a row that another program spoiled is read as nothing`() async throws {
        try await database.write { connection in
            _ = try connection.execute(
                """
                INSERT INTO activity
                    (hour, since, reads, writes, peak_reads, peak_writes, peak_queue, busy, refused, database_bytes, wal_bytes)
                VALUES (?, ?, -1, -1, -1, -1, -1, -1, -1, ?, -1)
                """,
                nine,
                nine,
                Int64.min
            )
        }
        #expect(try hours() == [.sample()])
    }

    @Test func `a file that is closed meanwhile ends nothing but the writing`() async throws {
        try await record {
            try await add(20)
            database.close()
        }
    }

    @Test func `peaks and sizes are the larger ones, sums are sums, and the beginning stays`() async throws {
        let first = ActivityHour.sample {
            $0.reads = 1
            $0.peakReads = 9
            $0.peakWrites = 1
            $0.busy = 1
            $0.walBytes = 7
            $0.databaseBytes = 9
        }
        var second = ActivityHour(hour: nine, since: nine.adding(seconds: 60))
        second.reads = 2
        second.peakReads = 3
        second.peakWrites = 4
        second.databaseBytes = 5
        let rest = second
        try await database.write { try first.add(to: $0) }
        try await database.write { try rest.add(to: $0) }
        let expected = ActivityHour.sample {
            $0.reads = 3
            $0.peakReads = 9
            $0.peakWrites = 4
            $0.busy = 1
            $0.walBytes = 7
            $0.databaseBytes = 5
        }
        #expect(try hours() == [expected])
    }
}
