import CronSchedule
import Timekeeping
import Testing

@testable import CronPingService

@Suite struct WatchTests {
    /// 2026-04-20T09:00:00Z, a Monday.
    static let ping = Timestamp(seconds: 1_776_675_600)

    @Test(
        "late from the deadline on, down from deadline plus grace on, to the millisecond",
        arguments: [
            (-1, MonitorStatus.up), (0, .up), (3_599_999, .up), (3_600_000, .late), (3_600_001, .late), (4_199_999, .late),
            (4_200_000, .down), (4_200_001, .down), (31_536_000_000, .down),
        ] as [(Int64, MonitorStatus)]
    )
    func boundaries(milliseconds: Int64, expected: MonitorStatus) {
        let watch = Watch(
            schedule: .every(seconds: 3_600),
            graceSeconds: 600,
            isPaused: false,
            lastRun: .init(at: Self.ping, failed: false)
        )
        #expect(watch.status(at: Timestamp(milliseconds: Self.ping.milliseconds + milliseconds)) == expected)
    }

    @Test(
        "a cron schedule is due at its next time after the ping",
        arguments: [
            ("2026-04-20T09:00:00Z", "2026-04-21T09:00:00Z"), ("2026-04-20T08:59:59Z", "2026-04-20T09:00:00Z"),
            ("2026-04-24T09:00:00.001Z", "2026-04-27T09:00:00Z"), ("2026-04-24T08:59:59.999Z", "2026-04-24T09:00:00Z"),
        ]
    )
    func cronDeadline(ping: String, deadline: String) throws {
        let schedule = MonitorSchedule.cron(try Schedule.parse("0 9 * * 1-5"))
        let due = try #require(Timestamp(rfc3339: deadline))
        let watch = Watch(
            schedule: schedule,
            graceSeconds: 90,
            isPaused: false,
            lastRun: .init(at: try #require(Timestamp(rfc3339: ping)), failed: false)
        )
        #expect(watch.deadline == due)
        #expect(watch.status(at: Timestamp(milliseconds: due.milliseconds - 1)) == .up)
        #expect(watch.status(at: due) == .late)
        #expect(watch.status(at: Timestamp(milliseconds: due.milliseconds + 89_999)) == .late)
        #expect(watch.status(at: due.adding(seconds: 90)) == .down)
    }

    @Test("without grace it is down at the deadline")
    func noGrace() {
        let watch = Watch(schedule: .every(seconds: 60), graceSeconds: 0, isPaused: false, lastRun: .init(at: Self.ping, failed: false))
        #expect(watch.status(at: Self.ping.adding(seconds: 59)) == .up)
        #expect(watch.status(at: Self.ping.adding(seconds: 60)) == .down)
    }

    @Test("what does not depend on the time", arguments: [0, 3_600, 4_200] as [Int64])
    func timeless(seconds: Int64) {
        let now = Self.ping.adding(seconds: seconds)
        let schedule = MonitorSchedule.every(seconds: 3_600)
        let new = Watch(schedule: schedule, graceSeconds: 600, isPaused: false, lastRun: nil)
        #expect(new.status(at: now) == .new)
        #expect(new.deadline == nil)
        let failed = Watch(schedule: schedule, graceSeconds: 600, isPaused: false, lastRun: .init(at: Self.ping, failed: true))
        #expect(failed.status(at: now) == .down)
        let paused = Watch(schedule: schedule, graceSeconds: 600, isPaused: true, lastRun: .init(at: Self.ping, failed: true))
        #expect(paused.status(at: now) == .paused)
        #expect(paused.deadline == nil)
    }
}
