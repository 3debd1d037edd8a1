import CronSchedule
import TestKit
import Testing

@Suite("How far apart the runs are")
struct GapTests {
    private let zones = ZoneDatabase()

    /// From 2026-04-20 10:00 in Berlin on.
    @Test(
        "one sentence says it",
        arguments: [
            ("*/15 * * * *", "Evenly: every 15 minutes"),
            ("*/45 * * * *", "Unevenly: gaps from 15 minutes to 45 minutes"),
            ("0 9 * * *", "Unevenly: gaps from 23 hours to 1 day 1 hour, most often 1 day (about 99% of the gaps)"),
            ("30 9 * * 1-5", "Unevenly: gaps from 1 day to 3 days 1 hour, most often 1 day (about 80% of the gaps)"),
            ("0 9,12 * * *", "Unevenly: gaps from 3 hours to 22 hours"),
            ("0 0-2 1 * *", "Unevenly: gaps from 1 hour to 30 days 23 hours, most often 1 hour (about 69% of the gaps)"),
            ("*/20 0-22 * * *", "Unevenly: gaps from 20 minutes to 1 hour 20 minutes, most often 20 minutes (about 99% of the gaps)"),
            ("* 0-22 * * *", "Unevenly: gaps from 1 minute to 1 hour 1 minute, most often 1 minute (more than 99% of the gaps)"),
            ("* * * * * *", "Evenly: every second"),
            ("* * * * *", "Evenly: every minute"),
            ("0 * * * *", "Evenly: every hour"),
            ("0 0 1 1,2 *", "Runs twice in the 366 days looked at, 31 days apart"),
            ("0 0 1 1 *", "Runs once in the 366 days looked at"),
            ("0 0 30 2 *", "Does not run in the 366 days looked at"),
            ("@reboot", "Does not run in the 366 days looked at"),
        ] as [(String, String)]
    )
    func sentences(_ expression: String, text: String) throws {
        let berlin = try zones.zone(named: "Europe/Berlin")
        #expect(try Schedule.parse(expression).gaps(from: 1_776_672_000, in: berlin).description == text)
    }

    @Test func `every day is no number of days, and one gap shows nothing even`() throws {
        let daily = try Schedule.parse("0 9 * * *")
        #expect(daily.gaps(from: 0, days: 3).description == "Evenly: every day")
        #expect(daily.gaps(from: 0, days: 3).isEven)
        #expect(!daily.gaps(from: 0, days: 2).isEven)
        #expect(daily.gaps(from: 0, days: 2).description == "Runs twice in the 2 days looked at, 1 day apart")
    }

    @Test func `every second of a year is counted`() throws {
        let summary = try Schedule.parse("* * * * * *").gaps(from: 1_776_672_003, in: try zones.zone(named: "Europe/Berlin"))
        #expect(summary.runs == 366 * 86_400)
        #expect(summary.isEven)
        #expect(summary.mean == 1 && summary.median == 1 && summary.commonest == 1 && summary.commonestShare == 1)
    }

    @Test("the figures are those of the times one by one", arguments: SampleZones.names)
    func bruteForce(_ name: String) throws {
        let zone = try zones.zone(named: name)
        var random = SplitMix64(seed: UInt64(name.utf8.count))
        var expressions = RandomSchedule(seed: UInt64(name.utf8.count))
        for _ in 0..<80 {
            let (text, options) = expressions.next()
            let schedule = try Schedule.parse(text, options)
            let start = SampleZones.instant(in: zone, using: &random)
            // Seconds make more runs than can be taken one by one for many days.
            let hasSeconds = schedule.fields?.second.map { $0.values?.count != 1 } ?? false
            let days = Int.random(in: 0...(hasSeconds ? 2 : 40), using: &random)
            check(schedule, start, zone, days)
        }
    }

    @Test(
        "the figures of sparse schedules are right over years, too",
        arguments: ["0 0 29 2 *", "30 2 * * 0", "0 12 L * *", "5 4 * * 5#5"]
    )
    func sparse(_ text: String) throws {
        for name in SampleZones.names { check(try Schedule.parse(text), 1_290_000_000, try zones.zone(named: name), 3_000) }
    }

    @Test func `no stretch of time is too strange`() throws {
        let schedule = try Schedule.parse("* * * * *")
        for start in [Int64.min, .max, 253_402_300_000, -62_135_600_000] { check(schedule, start, .utc, 2) }
        #expect(schedule.gaps(from: 0, days: -1).runs == 0)
        #expect(schedule.gaps(from: 0, days: .max).days == Schedule.mostGapDays)
    }

    private func check(_ schedule: Schedule, _ start: Int64, _ zone: Zone, _ days: Int) {
        let end = start > .max - Int64(days) * 86_400 ? .max : start + Int64(days) * 86_400
        var times: [Int64] = []
        var last = max(start, .min + 1) - 1
        while let time = schedule.next(after: last, in: zone), time < end {
            times.append(time)
            last = time
        }
        let gaps = zip(times, times.dropFirst()).map { Int($1 - $0) }
        let sorted = gaps.sorted()
        let summary = schedule.gaps(from: start, in: zone, days: days)
        let name = "\(schedule.text) from \(start) in \(zone.name), \(days) days"
        #expect(summary.runs == times.count, "\(name)")
        #expect(summary.shortest == sorted.first, "\(name)")
        #expect(summary.longest == sorted.last, "\(name)")
        #expect(summary.longestStart == sorted.last.flatMap { gaps.firstIndex(of: $0) }.map { times[$0] }, "\(name)")
        guard let shortest = sorted.first, let first = times.first else { return }
        #expect(summary.mean == Double(last - first) / Double(gaps.count), "\(name)")
        #expect(summary.median == Double(sorted[(gaps.count - 1) / 2] + sorted[gaps.count / 2]) / 2, "\(name)")
        let counts = Dictionary(grouping: gaps, by: { $0 }).mapValues(\.count)
        let most = counts.values.max() ?? 0
        #expect(summary.commonest == counts.filter { $0.value == most }.keys.min(), "\(name)")
        #expect(summary.commonestShare == Double(most) / Double(gaps.count), "\(name)")
        #expect(summary.isEven == (gaps.count > 1 && sorted.last == shortest), "\(name)")
    }
}
