import Testing
import Timekeeping

@testable import Backups

@Suite struct BackupScheduleTests {
    /// Every hour, with a drill a day, since second 1 000 000.
    private let schedule = BackupSchedule(BackupPolicy(folder: "/backups"), start: Self.second(0))

    private static func second(_ number: Int64) -> Timestamp { Timestamp(seconds: 1_000_000 + number) }

    private func isDue(at second: Int64, newest: Int64?, attempt: Int64? = nil, leadsOn: Bool = true) -> Bool {
        schedule.isBackupDue(at: Self.second(second), newest: newest.map(Self.second), attempt: attempt.map(Self.second), leadsOn: leadsOn)
    }

    @Test func `what is overdue is made at once, or a service that never runs for long would have none`() {
        #expect(isDue(at: 0, newest: nil))
        #expect(isDue(at: 0, newest: -3_600, attempt: -3_601))
    }

    @Test func `the next is made when the newest is old enough, also over a restart`() {
        #expect(!isDue(at: 3_599, newest: 0))
        #expect(isDue(at: 3_600, newest: 0))
        #expect(!isDue(at: 5, newest: -3_000))
        #expect(isDue(at: 5, newest: -9_000))
    }

    @Test func `one that the archive does not begin with does not count, as after a restore`() {
        #expect(isDue(at: 0, newest: -10, attempt: -10, leadsOn: false), "right after the start")
        #expect(!isDue(at: 8, newest: 5, attempt: 5, leadsOn: false), "not one after the other")
        #expect(isDue(at: 10, newest: 5, attempt: 5, leadsOn: false))
        #expect(!isDue(at: 10, newest: 4, attempt: 5, leadsOn: false), "the last one failed")
    }

    @Test func `after one that failed there is a pause, also over restarts`() {
        #expect(!isDue(at: 5, newest: nil, attempt: -100))
        #expect(isDue(at: 200, newest: nil, attempt: -100))
    }

    @Test func `a clock that was set back stops nothing`() {
        #expect(isDue(at: 5, newest: 99_999_999, attempt: 99_999_999))
    }

    @Test func `drills have a pace of their own, and none begins right after the start`() {
        func isDue(_ second: Int64, last: Int64?) -> Bool { schedule.isDrillDue(at: Self.second(second), last: last.map(Self.second)) }
        #expect(!isDue(299, last: nil))
        #expect(isDue(300, last: nil))
        #expect(!isDue(86_399, last: 0))
        #expect(isDue(86_400, last: 0))
        var never = BackupPolicy(folder: "/backups")
        never.drillEvery = .zero
        #expect(!BackupSchedule(never, start: Self.second(0)).isDrillDue(at: Self.second(999_999), last: nil))
    }
}
