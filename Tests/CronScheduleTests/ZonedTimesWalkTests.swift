@testable import CronSchedule
import TestKit
import Testing

/// Next and previous times against a walk over every minute of the days around a change of the clocks.
struct ZonedTimesWalkTests {
    private static let zones = [
        "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "America/St_Johns", "Pacific/Apia",
        "Asia/Gaza",
        "America/Scoresbysund", "Antarctica/Troll", "America/Asuncion", "Asia/Beirut", "America/Havana", "Africa/Cairo", "Europe/Dublin",
        "Asia/Tehran",
    ]

    private static let expressions = [
        "* * * * *", "*/7 * * * *", "0 * * * *", "30 * * * *", "* 2 * * *", "*/20 0-3 * * *", "30 2 * * *", "0,15,30,45 0-3 * * *",
        "59 1,2 * * *",
        "0 0 * * *", "1 0 * * *", "0 3 * * 0", "30 1 1-15 * *", "0 12 30 * *", "5 2 */2 * 6,0", "45 23 * * 5-6",
    ]

    @Test("times are those of a walk over the minutes", arguments: zones)
    func walk(_ name: String) throws {
        let zone = try ZoneDatabase().zone(named: name)
        var random = SplitMix64(seed: 11)
        var expressions = RandomExpression(seed: 5)
        let changes = zone.changes(in: 1_262_304_000..<2_800_000_000)
        let rules: [ClockRule] = [.fixedTimes, .wallClock, .calendarEvents]
        var compared = 0
        for round in 0..<2 {
            let center = changes.randomElement(using: &random)?.at ?? 1_776_675_600
            let clock = Clock(zone, from: center / 60 * 60 - 86_400, minutes: 2 * 1440)
            let texts = Self.expressions + (0..<4).map { _ in expressions.next() }
            for (number, text) in texts.enumerated() {
                let recurrence = try #require(try Schedule.parse(text).recurrence)
                let rule = rules[(number + 2 * round) % rules.count]
                let walked = clock.times(of: recurrence, rule)
                compared += walked.count
                var times = ZonedTimes(recurrence, zone, rule)
                var (found, last) = ([Int64](), clock.start)
                while let next = times.next(after: last), next < clock.end {
                    found.append(next)
                    last = next
                }
                #expect(found == walked, "\(text) \(rule) \(center)")
                (found, last) = ([], clock.end)
                while let previous = times.previous(before: last), previous > clock.start {
                    found.append(previous)
                    last = previous
                }
                #expect(found.reversed() == walked, "\(text) \(rule) \(center), backwards")
            }
        }
        #expect(compared > 2000)
    }

    @Test(
        "from any second, the next time is the first of the walk that is later, the previous one the last that is earlier",
        arguments: zones
    )
    func seconds(_ name: String) throws {
        let zone = try ZoneDatabase().zone(named: name)
        var random = SplitMix64(seed: 3)
        let change = zone.changes(in: 1_767_225_600..<2_000_000_000).first?.at ?? 1_776_675_600
        let clock = Clock(zone, from: change / 60 * 60 - 86_400, minutes: 2 * 1440)
        for (text, rule) in [("0,30 0-3 * * *", ClockRule.fixedTimes), ("*/20 * * * *", .wallClock), ("15 * * * *", .calendarEvents)] {
            let recurrence = try #require(try Schedule.parse(text).recurrence)
            let walked = clock.times(of: recurrence, rule)
            for _ in 0..<100 {
                let instant = change + Int64.random(in: -9000...9000, using: &random)
                var times = ZonedTimes(recurrence, zone, rule)
                #expect(times.next(after: instant) == walked.first { $0 > instant }, "\(text) \(instant)")
                #expect(times.previous(before: instant) == walked.last { $0 < instant }, "\(text) \(instant)")
            }
        }
    }

    /// What a clock shows at every minute of some days.
    private struct Clock {
        let start: Int64
        let shown: [Int64]
        var end: Int64 { start + Int64(shown.count) * 60 }

        init(_ zone: Zone, from start: Int64, minutes: Int) {
            self.start = start
            shown = (0..<minutes).map { start + Int64($0) * 60 }.map { $0 + Int64(zone.offset(at: $0)) }
        }

        /// The instants between start and end, both excluded, at which a recurrence comes.
        func times(of recurrence: Recurrence, _ rule: ClockRule) -> [Int64] {
            func matches(_ local: Int64) -> Bool { CivilDateTime(epochSeconds: local).map(recurrence.matches) ?? false }
            var times: [Int64] = []
            var latest = shown[0]
            for (minute, local) in shown.enumerated().dropFirst() {
                let comes =
                    switch rule {
                    case .wallClock: matches(local)
                    case .calendarEvents: local > latest && matches(local)
                    case .fixedTimes: local > latest && stride(from: latest + 60, through: local, by: 60).contains(where: matches)
                    }
                if comes { times.append(start + Int64(minute) * 60) }
                latest = max(latest, local)
            }
            return times
        }
    }
}
