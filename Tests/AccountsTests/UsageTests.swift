import Database
import Synchronization
import TestKit
import Testing
import Timekeeping

@testable import Accounts

@Suite(.timeLimit(.minutes(1))) struct UsageTests {
    private let fixture: PlanFixture

    init() throws { fixture = try PlanFixture() }

    private func count(_ action: String, for accountID: Int64, by number: Int = 1) {
        fixture.accounts.usage.count(action, for: accountID, at: fixture.clock.now, by: number)
    }

    @Test func `what is counted is in the file after a flush, once`() async throws {
        let account = try await fixture.account()
        for _ in 0..<3 { count("evaluation", for: account) }
        count("evaluation", for: account, by: 4)
        count("export", for: account)
        #expect(try fixture.rows().isEmpty)
        for _ in 0..<2 {
            try await fixture.accounts.flushUsage()
            #expect(
                try fixture.rows() == [
                    "1 evaluation 2026-04 7", "1 evaluation 2026-04-20 7", "1 export 2026-04 1", "1 export 2026-04-20 1",
                ]
            )
        }
        count("evaluation", for: account)
        try await fixture.accounts.flushUsage()
        #expect(try fixture.rows().prefix(2) == ["1 evaluation 2026-04 8", "1 evaluation 2026-04-20 8"])
    }

    @Test func `a use counts for the day on which it was, not that of the flush`() async throws {
        let account = try await fixture.account()
        for time in ["2026-10-31T23:59:59.999Z", "2026-11-01T00:00:00Z", "2026-11-01T23:59:59Z", "2026-11-02T00:00:00Z"] {
            fixture.clock.now = try #require(Timestamp(rfc3339: time))
            count("evaluation", for: account)
        }
        try await fixture.accounts.flushUsage()
        #expect(
            try fixture.rows() == [
                "1 evaluation 2026-10 1", "1 evaluation 2026-10-31 1", "1 evaluation 2026-11 3", "1 evaluation 2026-11-01 2",
                "1 evaluation 2026-11-02 1",
            ]
        )
    }

    @Test func `what is counted in memory and what is taken add up`() async throws {
        let account = try await fixture.account()
        #expect(try await fixture.take(2, of: PlanFixture.invoices, for: account) == 2)
        count("invoice", for: account, by: 2)
        try await fixture.accounts.flushUsage()
        #expect(try await fixture.take(2, of: PlanFixture.invoices, for: account) == 1)
        #expect(try fixture.rows() == ["1 invoice 2026-04 5", "1 invoice 2026-04-20 5"])
    }

    @Test func `what the file refuses is kept for the next flush`() async throws {
        let account = try await fixture.account()
        count("evaluation", for: account, by: 3)
        try await fixture.accounts.database.write {
            // Months only: when it is refused, the day is written already, and must not stay.
            try $0.execute(
                """
                CREATE TRIGGER refusal BEFORE INSERT ON usage_counts WHEN length(new.period) = 7 BEGIN SELECT RAISE(ABORT, 'no'); END
                """
            )
        }
        for _ in 0..<2 { await #expect(throws: DatabaseError.self) { try await fixture.accounts.flushUsage() } }
        #expect(try fixture.rows().isEmpty)
        count("evaluation", for: account)
        try await fixture.accounts.database.write { try $0.execute("DROP TRIGGER refusal") }
        try await fixture.accounts.flushUsage()
        #expect(try fixture.rows() == ["1 evaluation 2026-04 4", "1 evaluation 2026-04-20 4"])
    }

    @Test func `a batch that fails does not repeat those before it`() async throws {
        let counter = UsageCounter()
        let accounts = Int64(3 * UsageCounter.batch - 1)
        for account in 0..<accounts { counter.count("evaluation", for: account, at: fixture.clock.now) }
        let writer = BatchWriter(failing: 2)
        await #expect(throws: DiskFull.self) { try await counter.flush { try writer.write($0) } }
        #expect(writer.numbers.count == UsageCounter.batch)
        try await counter.flush { try writer.write($0) }
        #expect(writer.batches == 4)
        #expect(writer.numbers == Dictionary(uniqueKeysWithValues: (0..<accounts).map { ($0, 1) }))
    }

    @Test func `whoever calls while a flush runs shares the next one`() async throws {
        let counter = UsageCounter()
        let writer = BatchWriter(failing: 2)
        let (begins, begin) = AsyncStream<Void>.makeStream()
        let (turns, turn) = AsyncStream<Void>.makeStream()
        let write: @Sendable ([UsageCounter.Count]) async throws -> Void = { batch in
            begin.yield()
            for await _ in turns { break }
            try writer.write(batch)
        }
        counter.count("evaluation", for: 1, at: fixture.clock.now)
        let first = counter.nextFlush(write)
        for await _ in begins { break }
        counter.count("evaluation", for: 2, at: fixture.clock.now)
        let second = counter.nextFlush(write)
        counter.count("evaluation", for: 3, at: fixture.clock.now)
        let third = counter.nextFlush(write)
        #expect(first != second)
        #expect(second == third)
        turn.yield()
        try await first.value
        turn.yield()
        await #expect(throws: DiskFull.self, "it fails for all who share it") { try await third.value }
        #expect(writer.batches == 2)
        turn.yield()
        try await counter.flush(write)
        #expect(writer.numbers == [1: 1, 2: 1, 3: 1])
    }

    @Test func `an account that is gone costs the others nothing`() async throws {
        let accounts = [try await fixture.account(), try await fixture.account(), try await fixture.account()]
        for account in accounts { count("evaluation", for: account) }
        try await fixture.erase(accounts[0])
        try await fixture.accounts.database.write { try $0.execute("DELETE FROM accounts WHERE id = ?", accounts[1]) }
        try await fixture.accounts.flushUsage()
        #expect(try fixture.rows() == ["3 evaluation 2026-04 1", "3 evaluation 2026-04-20 1"])
    }

    @Test func `whoever flushes finds in the file what it counted before, whoever writes it`() async throws {
        let account = try await fixture.account()
        let missed = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let quota = Quota(action: "action \(number)", limit: "", window: .day)
                    count(quota.action, for: account)
                    try await fixture.accounts.flushUsage()
                    return try fixture.used(quota, by: account) != 1
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(missed == 0)
    }

    @Test func `nothing is lost or counted twice while flushes run`() async throws {
        let account = try await fixture.account()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for number in 1...2_000 {
                        count("evaluation", for: account)
                        if number.isMultiple(of: 500) { try await fixture.accounts.flushUsage() }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try fixture.rows() == ["1 evaluation 2026-04 8000", "1 evaluation 2026-04-20 8000"])
    }
}

private struct DiskFull: Error {}

/// Notes what it is told to write, and fails once.
private final class BatchWriter: Sendable {
    private let state = Mutex((batches: 0, numbers: [Int64: Int]()))
    private let failing: Int

    /// - Parameter failing: the batch that it does not write, counted from 1.
    init(failing: Int) { self.failing = failing }

    /// How many batches it was given.
    var batches: Int { state.withLock { $0.batches } }
    /// What it wrote, by account.
    var numbers: [Int64: Int] { state.withLock { $0.numbers } }

    func write(_ batch: [UsageCounter.Count]) throws {
        try state.withLock { state in
            state.batches += 1
            guard state.batches != failing else { throw DiskFull() }
            for (key, number) in batch { state.numbers[key.accountID, default: 0] += number }
        }
    }
}
