import CronSchedule
import Testing

/// What schedules do when clocks change.
struct ZonedTimesTests {
    private func zone(_ name: String) throws -> Zone { try ZoneDatabase().zone(named: name) }

    private func local(_ times: [Int64], _ zone: Zone) -> String {
        times.map { time in
            let text = zone.local(at: time)?.description ?? "none"
            return "\(text.dropFirst(5).dropLast(3))\(zone.offset(at: time) / 60 < 0 ? "" : "+")\(zone.offset(at: time) / 60)"
        }.joined(separator: " ")
    }

    @Test(
        "daylight saving skips and repeats times as the schedule's rule says",
        arguments: [
            // A fixed time in the gap comes at its end, one in the overlap once, the first time.
            ("30 2 * * *", "Europe/Berlin", "2026-03-28T00:00", "03-28T02:30+60 03-29T03:00+120 03-30T02:30+120"),
            ("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00", "10-25T02:30+120 10-26T02:30+60 10-27T02:30+60"),
            ("0,15,30,45 2 * * *", "Europe/Berlin", "2026-03-28T12:00", "03-29T03:00+120 03-30T02:00+120 03-30T02:15+120"),
            ("0 2,3 * * *", "Europe/Berlin", "2026-03-28T12:00", "03-29T03:00+120 03-30T02:00+120 03-30T03:00+120"),
            ("0,30 1-3 * * *", "Europe/Berlin", "2026-10-24T23:15", "10-25T01:30+120 10-25T02:00+120 10-25T02:30+120"),
            ("0,30 1-3 * * *", "Europe/Berlin", "2026-10-25T00:30", "10-25T03:00+60 10-25T03:30+60 10-26T01:00+60"),
            // Asked in the second pass of an overlap, what has been in the first is over.
            ("30 2 * * *", "Europe/Berlin", "2026-10-25T01:10", "10-26T02:30+60 10-27T02:30+60 10-28T02:30+60"),
            // With a star in the hour or the minute, the clock on the wall decides.
            ("30 * * * *", "Europe/Berlin", "2026-03-29T00:00", "03-29T01:30+60 03-29T03:30+120 03-29T04:30+120"),
            ("30 * * * *", "Europe/Berlin", "2026-10-25T00:00", "10-25T02:30+120 10-25T02:30+60 10-25T03:30+60"),
            ("*/20 2 * * *", "Europe/Berlin", "2026-10-25T00:30", "10-25T02:40+120 10-25T02:00+60 10-25T02:20+60"),
            ("*/20 2 * * *", "Europe/Berlin", "2026-03-28T12:00", "03-30T02:00+120 03-30T02:20+120 03-30T02:40+120"),
            ("*/20 1 1 11 *", "America/New_York", "2026-11-01T05:45", "11-01T01:00-300 11-01T01:20-300 11-01T01:40-300"),
            // So it does with seconds.
            ("0 30 2 * * *", "Europe/Berlin", "2026-03-28T12:00", "03-30T02:30+120 03-31T02:30+120 04-01T02:30+120"),
            ("0 30 2 * * *", "Europe/Berlin", "2026-10-24T12:00", "10-25T02:30+120 10-25T02:30+60 10-26T02:30+60"),
            // Half an hour.
            ("15 2 * * *", "Australia/Lord_Howe", "2026-10-02T12:00", "10-03T02:15+630 10-04T02:30+660 10-05T02:15+660"),
            ("45 1 * * *", "Australia/Lord_Howe", "2026-04-04T00:00", "04-05T01:45+660 04-06T01:45+630 04-07T01:45+630"),
            ("*/15 * * * *", "Australia/Lord_Howe", "2026-04-04T14:40", "04-05T01:45+660 04-05T01:30+630 04-05T01:45+630"),
            // Two hours.
            ("0 2 * * *", "Antarctica/Troll", "2026-03-28T12:00", "03-29T03:00+120 03-30T02:00+120 03-31T02:00+120"),
            // Midnight is skipped or repeated.
            ("0 0 * * *", "America/Havana", "2026-03-07T12:00", "03-08T01:00-240 03-09T00:00-240 03-10T00:00-240"),
            ("0 0 * * *", "America/Havana", "2026-10-31T12:00", "11-01T00:00-240 11-02T00:00-300 11-03T00:00-300"),
            ("0 0 * * *", "Africa/Cairo", "2026-04-23T12:00", "04-24T01:00+180 04-25T00:00+180 04-26T00:00+180"),
            ("30 23 * * *", "Africa/Cairo", "2026-10-29T12:00", "10-29T23:30+180 10-30T23:30+120 10-31T23:30+120"),
            ("0 0 * * *", "Asia/Beirut", "2026-03-28T12:00", "03-29T01:00+180 03-30T00:00+180 03-31T00:00+180"),
            ("0 0 * * *", "America/Asuncion", "2024-10-05T12:00", "10-06T01:00-180 10-07T00:00-180 10-08T00:00-180"),
            // A day that never was.
            ("0 12 * * *", "Pacific/Apia", "2011-12-28T23:00", "12-29T12:00-600 12-31T00:00+840 12-31T12:00+840"),
            ("0 12 30 12 *", "Pacific/Apia", "2011-01-01T00:00", "12-31T00:00+840 12-30T12:00+840 12-30T12:00+840"),
            // Daylight saving that is less, in winter.
            ("30 1 * * *", "Europe/Dublin", "2026-03-28T12:00", "03-29T02:00+60 03-30T01:30+60 03-31T01:30+60"),
            ("30 2 * * *", "Africa/Casablanca", "2026-02-14T12:00", "02-15T02:30+60 02-16T02:30+0 02-17T02:30+0"),
            // A minute after midnight.
            ("1 0 * * *", "America/St_Johns", "1988-04-02T12:00", "04-03T02:01-90 04-04T00:01-90 04-05T00:01-90"),
        ]
    )
    func clockRules(_ text: String, _ name: String, _ start: String, _ expected: String) throws {
        let (schedule, zone) = (try Schedule.parse(text), try zone(name))
        let start = try moment(start).epochSeconds
        let times = schedule.next(after: start, in: zone, count: 3)
        #expect(local(times, zone) == expected)
        let last = try #require(times.last)
        #expect(Array(schedule.previous(before: last + 1, in: zone, count: 3).reversed()) == times)
    }

    @Test func `a fixed time in the gap is asked for at the very end of the gap`() throws {
        let (schedule, zone) = (try Schedule.parse("30 2 * * *"), try zone("Europe/Berlin"))
        let gap: Int64 = 1_774_746_000
        #expect(schedule.next(after: gap - 1, in: zone) == gap)
        #expect(schedule.next(after: gap, in: zone) == gap + 86_400 - 1800)
        #expect(schedule.previous(before: gap + 1, in: zone) == gap)
        #expect(schedule.previous(before: gap, in: zone) == gap - 86_400 + 1800)
    }

    @Test("years are named up to 2500", arguments: ["Europe/Berlin", "America/New_York", "UTC", "Australia/Sydney"])
    func lastYear(_ name: String) throws {
        let (schedule, zone) = (try Schedule.parse("0 30 2 29 2 * 2400-2500"), try zone(name))
        let times = schedule.next(after: 1_776_675_600, in: zone, count: 50)
        #expect(times.compactMap { zone.local(at: $0)?.year } == Array(stride(from: 2400, through: 2496, by: 4)))
        #expect(schedule.next(after: try #require(times.last), in: zone) == nil)
        #expect(Array(schedule.previous(before: .max, in: zone, count: 50).reversed()) == times)
        #expect(schedule.everRuns)
    }

    @Test(
        "the calendar ends in the year 9999 and begins in the year 1",
        arguments: ["Europe/Berlin", "America/New_York", "UTC", "Pacific/Apia"]
    )
    func ends(_ name: String) throws {
        let (schedule, zone) = (try Schedule.parse("* * * * *"), try zone(name))
        let last = try #require(schedule.previous(before: .max, in: zone))
        #expect(zone.local(at: last)?.description == "9999-12-31T23:59:00")
        #expect(schedule.next(after: last, in: zone) == nil)
        #expect(schedule.next(after: last - 1, in: zone) == last)
        #expect(schedule.next(after: .max, in: zone) == nil)
        let first = try #require(schedule.next(after: .min, in: zone))
        #expect(zone.local(at: first)?.description.prefix(16) == "0001-01-01T00:00")
        #expect(schedule.previous(before: first, in: zone) == nil)
        #expect(schedule.previous(before: first + 1, in: zone) == first)
        #expect(schedule.previous(before: .min, in: zone) == nil)
    }

    @Test(
        "a date that never comes is known",
        arguments: ["0 0 31 2 *", "0 0 30-31 2 *", "0 0 31 4,6,9,11 *", "0 0 29 2 * 2026", "@reboot"]
    )
    func never(_ text: String) throws {
        let (schedule, zone) = (try Schedule.parse(text), try zone("Europe/Berlin"))
        #expect(!schedule.everRuns)
        #expect(schedule.next(after: 1_776_675_600, in: zone) == nil)
        #expect(schedule.previous(before: 1_776_675_600, in: zone) == nil)
    }

    @Test(
        "a date that comes at last is known",
        arguments: ["0 0 29 2 *", "0 0 29 2 */5", "0 0 31 2 1", "0 0 1 1 * 1970", "* * * * *", "0 0 29 2 * 2500,2496"]
    )
    func ever(_ text: String) throws {
        #expect(try Schedule.parse(text).everRuns)
    }

    @Test("February 29 on a Friday comes once in 28 years", arguments: ["UTC", "Europe/Berlin", "Australia/Sydney"])
    func leapFridays(_ name: String) throws {
        let (schedule, zone) = (try Schedule.parse("0 2 29 2 5", Schedule.Options(dayRule: .both)), try zone(name))
        let times = schedule.next(after: 1_776_675_600, in: zone, count: 10)
        #expect(times.compactMap { zone.local(at: $0)?.year } == [2036, 2064, 2092, 2104, 2132, 2160, 2188, 2228, 2256, 2284])
        #expect(times.allSatisfy { zone.local(at: $0)?.weekday == 5 })
    }

    @Test func `no more times come than there are`() throws {
        let (schedule, zone) = (try Schedule.parse("0 0 1 1 * 2030,2032"), try zone("Europe/Berlin"))
        #expect(schedule.next(after: 1_776_675_600, in: zone, count: 10).count == 2)
        #expect(schedule.previous(before: .max, in: zone, count: 10).count == 2)
        #expect(schedule.previous(before: .max, in: zone, count: -1).isEmpty)
    }

    @Test func `a time that is always in a gap never comes again, one that some year has comes`() throws {
        let beirut = try zone("Asia/Beirut")
        let never = try Schedule.parse("*/20 0 30 3 */7")
        #expect(never.next(after: 1_774_735_199, in: beirut) == nil)
        #expect(never.next(after: 253_000_000_000, in: beirut) == nil)
        #expect(never.previous(before: 1_774_735_199, in: beirut) != nil, "there was none before 1993 that began on that day")
        let late = try Schedule.parse("*/20 0 30 3 */7 2500")
        #expect(late.next(after: 1_774_735_199, in: beirut) == nil)
        let leap = try Schedule.parse("*/20 1 29 2 */7")
        #expect(leap.next(after: 1_774_735_199, in: beirut) != nil)
    }
}
