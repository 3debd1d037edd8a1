import Testing
import Timekeeping

@testable import Capacity

@Suite struct ActivityLedgerTests {
    private static let second: Int64 = 1_000_000_000

    /// Takes note of counters so many seconds after ``nine``.
    private func note(_ ledger: inout ActivityLedger, _ seconds: Int64, _ counters: ActivityCounters) {
        ledger.note(counters, at: nine.adding(seconds: seconds), seconds * Self.second)
    }

    @Test func `what was counted before the first look is not counted again`() {
        var ledger = ActivityLedger()
        note(&ledger, 0, ActivityCounters(writes: 500, reads: 900))
        #expect(ledger.current?.writes == 0)
        note(&ledger, 1, ActivityCounters(writes: 503, reads: 904))
        #expect(ledger.current?.writes == 3)
        #expect(ledger.current?.reads == 4)
    }

    @Test func `the busiest second is kept, and a late look is spread over the time it took`() {
        var ledger = ActivityLedger()
        note(&ledger, 0, ActivityCounters())
        note(&ledger, 1, ActivityCounters(writes: 7, reads: 20))
        note(&ledger, 2, ActivityCounters(writes: 9, reads: 60))
        note(&ledger, 12, ActivityCounters(writes: 59, reads: 61))
        #expect(ledger.current?.peakWrites == 7)
        #expect(ledger.current?.peakReads == 40)
        #expect(ledger.current?.writes == 59)
    }

    @Test func `two looks right after one another do not make a busy second`() {
        var ledger = ActivityLedger()
        ledger.note(ActivityCounters(), at: nine, 0)
        ledger.note(ActivityCounters(writes: 5), at: nine, 1_000)
        #expect(ledger.current?.writes == 5)
        #expect(ledger.current?.peakWrites == 0)
    }

    @Test func `a write is due a minute after the last one, and only if something happened`() {
        var ledger = ActivityLedger()
        note(&ledger, 0, ActivityCounters())
        #expect(ledger.due(0).isEmpty)
        note(&ledger, 70, ActivityCounters(writes: 9, reads: 999))
        #expect(ledger.due(70 * Self.second).isEmpty, "an idle service writes nothing")
        note(&ledger, 71, ActivityCounters(writes: 10, reads: 999))
        let due = ledger.due(71 * Self.second)
        #expect(due.map { $0.writes } == [10])
        ledger.wrote(due)
        note(&ledger, 72, ActivityCounters(writes: 11 + 50, reads: 999))
        #expect(ledger.due(72 * Self.second).isEmpty, "too early")
        #expect(ledger.due(131 * Self.second).map { $0.writes } == [50], "its own write is not counted")
    }

    @Test func `the first hour of a file is written though it is empty, once`() {
        var ledger = ActivityLedger(isFirst: true)
        note(&ledger, 5, ActivityCounters())
        #expect(ledger.due(5 * Self.second).isEmpty)
        note(&ledger, 65, ActivityCounters())
        let due = ledger.due(65 * Self.second)
        #expect(due.map { $0.since } == [nine.adding(seconds: 5)])
        ledger.wrote(due)
        note(&ledger, 200, ActivityCounters(writes: 1))
        #expect(ledger.due(200 * Self.second).isEmpty)
    }

    @Test func `what could not be written is kept for the next try`() {
        var ledger = ActivityLedger()
        note(&ledger, 0, ActivityCounters())
        _ = ledger.due(0)
        note(&ledger, 60, ActivityCounters(writes: 20))
        #expect(ledger.due(60 * Self.second).count == 1)
        ledger.countOwnWrite()
        note(&ledger, 61, ActivityCounters(writes: 22))
        #expect(ledger.due(61 * Self.second).isEmpty, "not at once: what failed would fail again")
        #expect(ledger.due(120 * Self.second).map { $0.writes } == [21])
    }

    @Test func `an hour that is over is written beside the new one`() {
        var ledger = ActivityLedger()
        note(&ledger, 3_590, ActivityCounters())
        _ = ledger.due(3_590 * Self.second)
        note(&ledger, 3_599, ActivityCounters(writes: 3))
        note(&ledger, 3_601, ActivityCounters(writes: 5))
        let due = ledger.due(3_660 * Self.second)
        #expect(due.map { $0.hour } == [nine], "the new hour has too little for a write, the old one has no later chance")
        #expect(ledger.rest().map { $0.hour } == [nine, nine.adding(seconds: 3_600)])
        ledger.wrote(due)
        #expect(ledger.rest().map { $0.writes } == [2])
    }

    @Test func `an idle hour leaves nothing`() {
        var ledger = ActivityLedger()
        for hour in 0..<5 { note(&ledger, Int64(hour) * 3_600, ActivityCounters(reads: hour * 100)) }
        #expect(ledger.rest().isEmpty)
    }

    @Test func `counters that begin anew and a clock that is set back do no harm`() {
        var ledger = ActivityLedger()
        note(&ledger, 7_200, ActivityCounters(writes: 100, reads: 100))
        note(&ledger, 7_201, ActivityCounters(writes: 3, reads: 2))
        #expect(ledger.current?.writes == 0)
        ledger.note(ActivityCounters(writes: 20), at: nine, 7_202 * Self.second)
        #expect(ledger.current?.hour == nine)
        #expect(ledger.current?.writes == 17)
    }

    @Test func `an hour begins at whole hours, before the epoch too`() {
        #expect(ActivityHour.start(of: nine.adding(seconds: 3_599)) == nine)
        #expect(ActivityHour.start(of: Timestamp(seconds: -1)) == Timestamp(seconds: -3_600))
        #expect(ActivityHour.start(of: Timestamp(seconds: -3_600)) == Timestamp(seconds: -3_600))
    }
}
