import CronSchedule
import TestKit
import Testing

@Suite("Why a schedule runs or does not")
struct ExplanationTests {
    private let zones = ZoneDatabase()

    /// Instants: 1776672000 is 2026-04-20 10:00 in Berlin, a Monday.
    @Test(
        "one sentence says why",
        arguments: [
            ("0 9,17 * * *", 1_776_672_000, "Does not run at 2026-04-20 10:00 (Europe/Berlin): hour 10 is not among 9 and 17"),
            ("0 10 * * *", 1_776_672_000, "Runs at 2026-04-20 10:00 (Europe/Berlin): every field matches"),
            (
                "0 10 * * *", 1_776_672_005,
                "Does not run at 2026-04-20 10:00:05 (Europe/Berlin): second 5 is not 0 (no seconds are written)"
            ),
            (
                "30 9-17 * * SAT,SUN", 1_776_672_000,
                "Does not run at 2026-04-20 10:00 (Europe/Berlin): minute 0 is not 30 and Monday is not among Sunday and Saturday"
            ),
            (
                "1-59/2 * * * *", 1_776_672_000,
                "Does not run at 2026-04-20 10:00 (Europe/Berlin): minute 0 does not match 1-59/2"
            ),
            (
                "0 10 13 * 1", 1_776_672_000,
                "Runs at 2026-04-20 10:00 (Europe/Berlin): day of month 20 does not match, but Monday does, and one is enough"
            ),
            (
                "0 10 20 * 5", 1_776_672_000,
                "Runs at 2026-04-20 10:00 (Europe/Berlin): day of month 20 matches, but Monday does not, and one is enough"
            ),
            (
                "0 10 20 * 1", 1_776_672_000,
                "Runs at 2026-04-20 10:00 (Europe/Berlin): day of month 20 and Monday both match, and one is enough"
            ),
            (
                "0 10 13 1 5", 1_776_672_000,
                "Does not run at 2026-04-20 10:00 (Europe/Berlin): April is not January "
                    + "and neither day of month 20 nor Monday matches, and one would be enough"
            ),
            (
                "0 10 */2 * 5", 1_776_672_000,
                "Does not run at 2026-04-20 10:00 (Europe/Berlin): day 20 does not match */2 and Monday is not Friday"
            ),
            (
                "0 10 L * *", 1_776_672_000,
                "Does not run at 2026-04-20 10:00 (Europe/Berlin): day 20 does not match L, which is day 30 in April 2026"
            ),
            (
                "0 10 * * 5#5", 1_776_672_000,
                "Does not run at 2026-04-20 10:00 (Europe/Berlin): Monday does not match 5#5, which does not come in April 2026"
            ),
            (
                "0 10 * * ? 2020-2025", 1_776_672_000,
                "Does not run at 2026-04-20 10:00 (Europe/Berlin): year 2026 is not among 2020 to 2025"
            ),
            (
                "0 10 30 2 *", 1_776_672_000,
                "Does not run at 2026-04-20 10:00 (Europe/Berlin): it never runs, "
                    + "because none of the selected months has one of the selected days"
            ),
            ("@reboot", 1_776_672_000, "Does not run at 2026-04-20 10:00 (Europe/Berlin): it runs only when the machine starts"),
            ("* * * * *", 253_402_300_800 + 86_400, "Does not run at that instant: it lies outside the years 1 to 9999"),
            ("* * * * *", .max, "Does not run at that instant: it lies outside the years 1 to 9999"),
            ("* * * * *", .min, "Does not run at that instant: it lies outside the years 1 to 9999"),
            (
                "30 2 * * *", 1_806_195_600,
                "Runs at 2027-03-28 03:00 (Europe/Berlin): "
                    + "02:30 does not exist on 2027-03-28 in Europe/Berlin, so it runs when the clocks have changed"
            ),
            (
                "30 2 * * *", 1_792_891_800,
                "Does not run at 2026-10-25 02:30 (Europe/Berlin): this is the second 02:30 of 2026-10-25, and it runs only the first time"
            ),
            ("30 2 * * *", 1_792_888_200, "Runs at 2026-10-25 02:30 (Europe/Berlin): every field matches"),
        ] as [(String, Int64, String)]
    )
    func summaries(_ expression: String, instant: Int64, summary: String) throws {
        let berlin = try zones.zone(named: "Europe/Berlin")
        let explanation = try Schedule.parse(expression).explanation(at: instant, in: berlin)
        #expect(explanation.summary == summary)
        #expect(explanation.fires == summary.hasPrefix("Runs"))
    }

    @Test func `all that it rests on is said`() throws {
        let explanation = try Schedule.parse("0 9,17 13 * MON").explanation(at: 1_776_672_000, in: try zones.zone(named: "Europe/Berlin"))
        #expect(explanation.localTime?.description == "2026-04-20T10:00:00")
        #expect(explanation.offset == 7200)
        #expect(explanation.previous == 1_776_668_400)
        #expect(explanation.next == 1_776_697_200)
        #expect(explanation.dayRule == "Day of month 20 does not match, but Monday does, and one is enough")
        #expect(explanation.verdicts.map(\.field) == [.second, .minute, .hour, .dayOfMonth, .month, .dayOfWeek])
        #expect(explanation.verdicts.map(\.value) == [0, 0, 10, 20, 4, 1])
        #expect(
            explanation.verdicts.map(\.message) == [
                "Second 0 matches, as no seconds are written", "Minute 0 matches 0", "Hour 10 is not among 9 and 17", "Day 20 is not 13",
                "April matches *", "Monday matches MON",
            ]
        )
    }

    @Test func `a time that comes twice says which of the two it is`() throws {
        let berlin = try zones.zone(named: "Europe/Berlin")
        let both = try [1_792_888_200, 1_792_891_800].map { try Schedule.parse("*/30 * * * *").explanation(at: $0, in: berlin) }
        #expect(
            both.map(\.daylightSaving) == [
                "This is the first 02:30 of 2026-10-25, and it runs both times",
                "This is the second 02:30 of 2026-10-25, and it runs both times",
            ]
        )
        #expect(try Schedule.parse("*/30 * * * *").explanation(at: 1_792_895_400, in: berlin).daylightSaving == nil)
    }

    @Test func `many times that are skipped are named within the sentence`() throws {
        let schedule = try Schedule.parse("10-20 30 2 * * ?", .init(flavor: .quartz))
        let explanation = schedule.explanation(at: 1_806_195_600, in: try zones.zone(named: "Europe/Berlin"))
        let reason =
            "he times from 02:30:10 to 02:30:20 do not exist on 2027-03-28 in Europe/Berlin, so it runs when the clocks have changed"
        #expect(explanation.summary == "Runs at 2027-03-28 03:00 (Europe/Berlin): t" + reason)
        #expect(explanation.daylightSaving == "T" + reason)
    }

    /// On 2026-03-29, 1774746000 is 03:00 in Berlin, right after 01:59:59; 1792929600 is 2026-10-25 13:00.
    @Test(
        "what becomes of times that the clocks skip is said all day",
        arguments: [
            ("*/15 2 * * *", .debian, 1_774_746_000, "The times from 02:00 to 02:45 do not exist", "they are skipped"),
            ("0 30 2 * * *", .debian, 1_774_749_599, "02:30 does not exist", "it is skipped"),
            ("02:30", .systemd, 1_774_746_000, "02:30 does not exist", "it is skipped"),
            ("30 2 * * *", .debian, 1_774_747_800, "02:30 does not exist", "it runs at 03:00 instead"),
            ("0 2,3,9 * * *", .debian, 1_774_767_600, "02:00 does not exist", "it runs once, at 03:00"),
            // From the first second of the day to the last.
            ("30 2 * * *", .debian, 1_774_738_800, "02:30 does not exist", "it runs at 03:00 instead"),
            ("30 2 * * *", .debian, 1_774_821_599, "02:30 does not exist", "it runs at 03:00 instead"),
        ] as [(String, Schedule.Flavor, Int64, String, String)]
    )
    func skippedTimes(_ expression: String, flavor: Schedule.Flavor, instant: Int64, times: String, consequence: String) throws {
        let schedule = try Schedule.parse(expression, .init(flavor: flavor))
        #expect(
            schedule.explanation(at: instant, in: try zones.zone(named: "Europe/Berlin")).daylightSaving
                == "\(times) on 2026-03-29 in Europe/Berlin, as the clocks go from 02:00 to 03:00: \(consequence)"
        )
    }

    @Test(
        "nothing is said of changes of the clocks on other days, or that make no difference",
        arguments: [
            ("30 2 * * *", 1_774_738_799), ("30 2 * * *", 1_774_821_600), ("30 3 * * *", 1_774_747_800), ("*/15 * * * *", 1_774_746_000),
        ] as [(String, Int64)]
    )
    func undisturbed(_ expression: String, instant: Int64) throws {
        let explanation = try Schedule.parse(expression).explanation(at: instant, in: try zones.zone(named: "Europe/Berlin"))
        #expect(explanation.daylightSaving == nil)
    }

    @Test func `what becomes of times that come twice is said all day`() throws {
        let explanation = try Schedule.parse("30 2 * * *").explanation(at: 1_792_929_600, in: try zones.zone(named: "Europe/Berlin"))
        #expect(
            explanation.daylightSaving
                == "02:30 comes twice on 2026-10-25 in Europe/Berlin, as the clocks go back from 03:00 to 02:00: it runs only the first time"
        )
    }

    @Test func `a day that is skipped is told of on the day to which its times move`() throws {
        let apia = try zones.zone(named: "Pacific/Apia")
        let explanation = try Schedule.parse("0 9 * * *").explanation(at: 1_325_246_400, in: apia)
        #expect(explanation.localTime?.description == "2011-12-31T02:00:00")
        #expect(
            explanation.daylightSaving
                == "09:00 does not exist on 2011-12-30 in Pacific/Apia, as the clocks go from 00:00 to 2011-12-31 00:00: "
                + "it runs at 2011-12-31 00:00 instead"
        )
    }

    @Test func `a schedule all times of which are skipped is said never to run`() throws {
        let schedule = try Schedule.parse("*/15 2 28 3 * 2027")
        for instant: Int64 in [1_776_672_000, 1_806_195_600, 1_900_000_000] {
            let explanation = schedule.explanation(at: instant, in: try zones.zone(named: "Europe/Berlin"))
            let reason = "he times from 02:00 to 02:45 do not exist on 2027-03-28 in Europe/Berlin"
            #expect(explanation.summary.hasSuffix("(Europe/Berlin): it never runs, because t" + reason))
            #expect(explanation.daylightSaving == "T" + reason)
        }
    }

    @Test("it runs exactly when the next time after the second before says so, and says a reason otherwise", arguments: SampleZones.names)
    func truth(_ name: String) throws {
        let zone = try zones.zone(named: name)
        var random = SplitMix64(seed: UInt64(name.utf8.count))
        var expressions = RandomSchedule(seed: 11)
        for _ in 0..<150 {
            let (text, options) = expressions.next()
            let schedule = try Schedule.parse(text, options)
            for _ in 0..<3 {
                let instant = SampleZones.instant(in: zone, using: &random)
                for time in [instant, instant / 60 * 60] + schedule.next(after: instant, in: zone, count: 3) {
                    let explanation = schedule.explanation(at: time, in: zone)
                    #expect(explanation.fires == (schedule.next(after: time - 1, in: zone) == time))
                    #expect(explanation.summary.last != " ")
                    let allMatch = explanation.verdicts.allSatisfy(\.matches) && schedule.fields?.bothDaysMustMatch == true
                    if allMatch != explanation.fires, schedule.fields?.bothDaysMustMatch == true {
                        #expect(explanation.daylightSaving != nil, "\(schedule.text) at \(time) in \(name)")
                    }
                }
            }
        }
    }
}

/// Zones whose clocks change in different ways, and instants near those changes.
enum SampleZones {
    static let names = [
        "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "America/Sao_Paulo",
    ]

    /// An instant of 2008 to 2035, mostly within two hours of a change of the clocks.
    static func instant(in zone: Zone, using random: inout SplitMix64) -> Int64 {
        let instant = Int64.random(in: 1_200_000_000...2_050_000_000, using: &random)
        let changes = zone.changes(in: instant..<instant + 366 * 86_400)
        guard let change = changes.randomElement(using: &random), Int.random(in: 0..<4, using: &random) > 0 else { return instant }
        return change.at + Int64.random(in: -7200...7200, using: &random)
    }
}
