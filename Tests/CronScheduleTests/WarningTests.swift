import CronSchedule
import TestKit
import Testing

@Suite("What a reader could misunderstand")
struct WarningTests {
    @Test(
        "a reader who could be misled is warned",
        arguments: [
            ("0 9 * * 1-5", []),
            ("*/15 */6 * */4 */7", []),
            ("*/45 * * * *", ["Minute step */45 is uneven, not every 45: after 45 it starts again at 0 the next hour"]),
            ("*/45 9 * * *", ["Minute step */45 is uneven, not every 45: after 45 it starts again at 0 in the next hour that matches"]),
            ("*/90 * * * *", ["Minute step */90 is longer than the field, so it matches only 0"]),
            ("*/60 * * * *", ["Minute step */60 is as long as the field, so it matches only 0"]),
            ("0 0-23/5 * * *", ["Hour step 0-23/5 is uneven, not every 5: after 20 it starts again at 0 the next day"]),
            ("0 */5 * * 1", ["Hour step */5 is uneven, not every 5: after 20 it starts again at 0 on the next day that matches"]),
            ("0 0 */2 * *", ["Day of month step */2 is uneven, not every 2: at the end of the month it starts again at 1"]),
            ("0 0 */2 2,4 *", ["Day of month step */2 is uneven, not every 2: at the end of the month it starts again at 1"]),
            ("0 0 */31 * *", ["Day of month step */31 is as long as the field, so it matches only 1"]),
            ("0 0 */32 * *", ["Day of month step */32 is longer than the field, so it matches only 1"]),
            ("0 0 * * */8", ["Day of week step */8 is longer than the field, so it matches only Sunday"]),
            ("0 0 1 */5 *", ["Month step */5 is uneven, not every 5: after November it starts again at January the next year"]),
            ("0 0 * * */2", ["Day of week step */2 is uneven, not every 2: after Saturday it starts again at Sunday the next week"]),
            ("5-5/10 * * * *", ["Minute 5-5/10 matches only 5: the range has one value"]),
            ("0 0 2/30 * *", ["Day of month step 2/30 is as long as what is left of the field, so it matches only 2"]),
            ("0 0 10-30/31 * *", ["Day of month step 10-30/31 is as long as the field, so it matches only 10"]),
            ("5-10/6 * * * *", ["Minute step 5-10/6 is as long as the range, so it matches only 5"]),
            ("5-10/30 * * * *", ["Minute step 5-10/30 is longer than the range, so it matches only 5"]),
            (
                "8-20/4,1-59/7 8-20/4 1-15/2 * 1-5/2",
                [
                    "Minute step 1-59/7 is uneven, not every 7: after 57 it starts again at 1 in the next hour that matches",
                    "Runs when day of month 1-15/2 or day of week 1-5/2 matches; one is enough, because neither field starts with *",
                ]
            ),
            ("*,*/45 * * * *", []),
            (
                "0 0 1,15 * 5",
                ["Runs when day of month 1,15 or day of week 5 matches; one is enough, because neither field starts with *"]
            ),
            (
                "0 0 1,15 1 5",
                [
                    "Runs when day of month 1,15 or day of week 5 matches, in the selected months; one is enough, "
                        + "because neither field starts with *"
                ]
            ),
            ("*/45,*/45 * * * *", ["Minute step */45 is uneven, not every 45: after 45 it starts again at 0 the next hour"]),
            (
                "0 0 15 1 0-6",
                ["Runs every day of the selected months: day of month 15 or day of week 0-6 is enough, and one of them is always true"]
            ),
            ("0 0 15 * 0-6", ["Runs every day: day of month 15 or day of week 0-6 is enough, and one of them is always true"]),
            ("0 0 *,5 * 1-5,*/3", []),
            (
                "0 0 13 * */5",
                [
                    "Day of week step */5 is uneven, not every 5: after Friday it starts again at Sunday the next week",
                    "Runs only when day of month and day of week both match, because one of the two fields starts with *",
                ]
            ),
            ("0 0 31 2 *", ["Never runs: none of the selected months has one of the selected days"]),
            ("@reboot", ["Runs when the machine starts, so it has no next time"]),
            ("@daily", []),
        ] as [(String, [String])]
    )
    func warnings(_ expression: String, warnings: [String]) throws {
        let found = try Schedule.parse(expression).warnings().filter { $0.kind != .notInDebianCron }
        #expect(found.map(\.message) == warnings)
    }

    @Test(
        "what Debian cron does not know is named, and said in its own words where it has them",
        arguments: [
            ("5/15 * * * *", "5/15", "5-59/15 * * * *"),
            ("59/15 * * * ?", "59/15 or ?", "59 * * * *"),
            ("0 0 1 mar/2 *", "mar/2", "0 0 1 mar-DEC/2 *"),
            ("0 0 * * 5/2", "5/2", "0 0 * * 5-7/2"),
            ("0 0 ? * 1", "?", "0 0 * * 1"),
            ("0 0 0 * * *", "seconds", nil),
            ("0 0 0 L,15W * 5#2,5L 2030", "seconds, L, 15W, 5#2, 5L, or years", nil),
        ] as [(String, String, String?)]
    )
    func debian(_ expression: String, parts: String, suggestion: String?) throws {
        let schedule = try Schedule.parse(expression)
        let found = try #require(schedule.warnings().first { $0.kind == .notInDebianCron })
        #expect(found.message == "Debian cron itself refuses or misreads this, because it does not know \(parts)")
        #expect(found.suggestions == (suggestion.map { [$0] } ?? []))
        if let suggestion {
            let other = try Schedule.parse(suggestion)
            #expect(other.next(after: 0, count: 200) == schedule.next(after: 0, count: 200))
            #expect(!other.warnings().contains { $0.kind == .notInDebianCron })
        }
    }

    @Test(
        "months that lack the day are named",
        arguments: [
            ("0 0 31 * *", ["Months without a day 31 are left out: February, April, June, September, and November"]),
            ("0 0 31 1,3 *", []),
            ("0 0 30,31 1-4 *", ["Months without a day 30 are left out: February", "Day 31 is missing in February and April"]),
            (
                "0 0 29-31 * *",
                [
                    "February 29 comes only in leap years", "Day 30 is missing in February",
                    "Day 31 is missing in February, April, June, September, and November",
                ]
            ),
            (
                "0 0 30-31 2-4 *",
                ["Months without a day 30 are left out: February", "Day 31 is missing in February and April"]
            ),
            (
                "0 0 1,29-31/2,31,30-31 1-4 *",
                [
                    "Day 29 comes in February only in leap years", "Day 31 is missing in February and April",
                    "Day 30 is missing in February",
                ]
            ),
            ("0 0 28-31 * *", []),
            ("0 0 29 2 *", ["February 29 comes only in leap years"]),
            ("0 0 L-28 2 *", ["Day L-28 comes in February only in leap years"]),
            ("0 0 29 3 *", []),
            ("0 0 1,30,30 * *", ["Day 30 is missing in February"]),
            ("0 0 * * 5#5,5#5", ["Not every month has a fifth Friday"]),
            ("0 0 1,29 * *", ["Day 29 comes in February only in leap years"]),
            ("0 0 15,31 2-5 *", ["Day 31 is missing in February and April"]),
            ("0 0 31W 3,4 *", ["Months without a day 31 are left out: April"]),
            ("0 0 L-30 3,4 *", ["Months without a day 31 are left out: April"]),
            ("0 0 L,LW,28-31 * *", []),
            ("0 0 31 3,4 5", ["Day 31 is missing in April"]),
            ("0 0 * * 5#5", ["Months without a fifth Friday are left out"]),
            ("0 0 * * MON,5#5", ["Not every month has a fifth Friday"]),
            ("0 0 * * 5#4", []),
        ] as [(String, [String])]
    )
    func shortMonths(_ expression: String, warnings: [String]) throws {
        let found = try Schedule.parse(expression).warnings().filter { $0.kind == .shortMonths }
        #expect(found.map(\.message) == warnings)
    }

    @Test(
        "a range that wraps is said in two parts",
        arguments: [
            ("0 0 22-2 ? * *", "Hour range 22-2 wraps around: 22 to 23 and 0 to 2", "0 0 22-23,0-2 ? * *"),
            ("0 0 23-0 ? * *", "Hour range 23-0 wraps around: 23 and 0", "0 0 23,0 ? * *"),
            ("0 0 0 ? 11-2 *", "Month range 11-2 wraps around: November to December and January to February", "0 0 0 ? 11-DEC,JAN-2 *"),
            (
                "0 0 0 ? * FRI-MON,4", "Day of week range FRI-MON wraps around: Friday to Saturday and Sunday to Monday",
                "0 0 0 ? * FRI-SAT,SUN-MON,4"
            ),
            ("0 0 22-2/1 ? * *", "Hour range 22-2/1 wraps around: 22 to 23 and 0 to 2", "0 0 22-23,0-2 ? * *"),
            ("0 0 22-2/2 ? * *", "Hour range 22-2/2 wraps around: 22, 0, and 2", nil),
        ] as [(String, String, String?)]
    )
    func wrappedRanges(_ expression: String, message: String, suggestion: String?) throws {
        let options = Schedule.Options(flavor: .quartz)
        let schedule = try Schedule.parse(expression, options)
        let found = try #require(schedule.warnings().first)
        #expect(found.kind == .wrappedRange)
        #expect(found.message == message)
        #expect(found.suggestions == (suggestion.map { [$0] } ?? []))
        guard let suggestion else { return }
        #expect(try Schedule.parse(suggestion, options).next(after: 0, count: 200) == schedule.next(after: 0, count: 200))
    }

    @Test(
        "what a step was meant to do is suggested when it can be said",
        arguments: [
            ("*/90 * * * *", 90 * 60, ["0 0-21/3 * * *", "30 1-22/3 * * *"]),
            ("*/60 * * * *", 60 * 60, ["0 * * * *"]),
            ("*/120 * * * *", 120 * 60, ["0 */2 * * *"]),
            ("*/180 * * * *", 180 * 60, ["0 */3 * * *"]),
            ("*/1440 * * * *", 1440 * 60, ["0 0 * * *"]),
            ("*/45 * * * *", 45 * 60, ["0,45 0-21/3 * * *", "30 1-22/3 * * *", "15 2-23/3 * * *"]),
            ("*/40 * * * *", 40 * 60, ["0,40 0-22/2 * * *", "20 1-23/2 * * *"]),
            ("*/8 * * * *", 8 * 60, ["0-56/8 0-22/2 * * *", "4-52/8 1-23/2 * * *"]),
            ("*/90 * * * * *", 90, ["0 0-57/3 * * * *", "30 1-58/3 * * * *"]),
            ("7 */24 * * *", 86_400, ["7 0 * * *"]),
            ("*/7 * * * *", 0, []),
            ("*/2880 * * * *", 0, []),
            ("*/90 9 * * *", 0, []),
            ("*/90 5 * * * *", 0, []),
            ("*/90,5 * * * *", 0, []),
            ("0 */36 * * *", 0, []),
            ("0 0 */2 * *", 0, []),
        ] as [(String, Int64, [String])]
    )
    func evenSteps(_ expression: String, distance: Int64, suggestions: [String]) throws {
        let found = try #require(try Schedule.parse(expression).warnings().first)
        #expect(found.suggestions == suggestions)
        guard !suggestions.isEmpty else { return }
        let times = try suggestions.flatMap { try Schedule.parse($0).next(after: -1, count: 100) }.sorted().prefix(30)
        #expect(Array(times) == (0..<30).map { (times.first ?? 0) + $0 * distance })
    }

    @Test func `days of one week with one weekday are suggested as that weekday of the month`() throws {
        let warnings = try Schedule.parse("0 9 8-14 * MON").warnings()
        #expect(warnings.map(\.suggestions) == [["0 9 * * MON#2"]])
        let times = try Schedule.parse("0 9 * * MON#2").next(after: 0, count: 50).compactMap { CivilDateTime(epochSeconds: $0) }
        #expect(times.allSatisfy { $0.weekday == 1 && (8...14).contains($0.day) })
        for other in ["0 9 2-8 * MON", "0 9 8-14 * 1-2", "0 9 1-14 * MON", "0 9 8-14 * */7"] {
            #expect(try Schedule.parse(other).warnings().allSatisfy { $0.suggestions.isEmpty })
        }
    }

    @Test func `years that are not over are not said to be`() throws {
        let years = try Schedule.parse("0 0 9 1 1 ? 2020-2025", .init(flavor: .quartz)).warnings(from: 1_735_722_001).first
        #expect(years?.message == "Never runs again: the last time was 2025-01-01 09:00")
        let newYear = try Schedule.parse("0 0 1 1 * 2026").warnings(from: 1_780_272_000).first
        #expect(newYear?.message == "Never runs again: the last time was 2026-01-01 00:00")
        let skipped = try Schedule.parse("2011-12-30 09:00", .init(flavor: .systemd))
        let apia = try ZoneDatabase().zone(named: "Pacific/Apia")
        #expect(
            skipped.warnings(in: apia, from: 1_325_152_800).map(\.message) == [
                "Never runs: 09:00 does not exist on 2011-12-30 in Pacific/Apia"
            ]
        )
    }

    @Test func `times that the clocks skip from some year on are said never to come again`() throws {
        let beirut = try ZoneDatabase().zone(named: "Asia/Beirut")
        let found = try Schedule.parse("*/20 0 30 3 */7").warnings(in: beirut, from: 1_776_675_600).filter { $0.kind == .neverRuns }
        #expect(
            found.map(\.message) == [
                "Never runs again: the last time was 1986-03-30 00:40, and 00:00, 00:20, and 00:40 do not exist on 2031-03-30 "
                    + "in Asia/Beirut, nor do its later times"
            ]
        )
        // Nothing comes after the year 9999, but no year is named that could be over.
        #expect(try Schedule.parse("*/20 0 * * *").warnings(in: .utc, from: 253_402_300_800).isEmpty)
    }

    /// From 2026-04-20 10:00 in Berlin on.
    @Test(
        "a schedule all times of which the clocks skip never runs for that reason",
        arguments: [
            ("*/15 2 28 3 * 2027", .debian, "Never runs: the times from 02:00 to 02:45 do not exist on 2027-03-28 in Europe/Berlin"),
            ("2027-03-28 02:30", .systemd, "Never runs: 02:30 does not exist on 2027-03-28 in Europe/Berlin"),
            ("2020-03-29 02:30", .systemd, "Never runs: 02:30 does not exist on 2020-03-29 in Europe/Berlin"),
            (
                "2021,2027-03-28 02:30", .systemd,
                "Never runs: 02:30 does not exist on 2021-03-28 in Europe/Berlin, nor do its later times"
            ),
            (
                "2026,2027-03-28 02:30", .systemd,
                "Never runs again: the last time was 2026-03-28 02:30, and 02:30 does not exist on 2027-03-28 in Europe/Berlin"
            ),
            ("30 2 28 3 * 2027", .debian, nil),
        ] as [(String, Schedule.Flavor, String?)]
    )
    func skippedForEver(_ expression: String, flavor: Schedule.Flavor, message: String?) throws {
        let berlin = try ZoneDatabase().zone(named: "Europe/Berlin")
        let found = try Schedule.parse(expression, .init(flavor: flavor)).warnings(in: berlin, from: 1_776_675_600)
        #expect(found.first { $0.kind == .neverRuns }?.message == message)
    }

    @Test func `a star for the years is no years that end`() throws {
        let schedule = try Schedule.parse("0 */5 12 ? * * *", .init(flavor: .quartz))
        #expect(schedule.warnings(from: 40_000_000_000).isEmpty)
        let never = try Schedule.parse("0 0 0 31 2 ? *", .init(flavor: .quartz)).warnings()
        #expect(never.map(\.message) == ["Never runs: none of the selected months has one of the selected days"])
    }

    @Test func `years that are over are said to be over`() throws {
        let schedule = try Schedule.parse("0 0 9 1 1 ? 2020-2025", .init(flavor: .quartz))
        #expect(schedule.warnings(from: 1_735_722_000).isEmpty)
        #expect(
            schedule.warnings(from: 1_767_225_600).map(\.message)
                == ["Never runs again: years 2020-2025 are over, the last time was 2025-01-01 09:00"]
        )
        let one = try Schedule.parse("26-01-01", .init(flavor: .systemd))
        #expect(
            one.warnings(from: 1_798_761_600).map(\.message) == ["Never runs again: year 2026 is over, the last time was 2026-01-01 00:00"]
        )
        let never = try Schedule.parse("0 0 9 29 2 ? 2025", .init(flavor: .quartz)).warnings()
        #expect(never.map(\.message) == ["Never runs: none of the selected months and years has one of the selected days"])
    }

    @Test(
        "what daylight saving skips or repeats within a year is said",
        arguments: [
            (
                "30 2 * * *",
                [
                    "02:30 comes twice on 2026-10-25 in Europe/Berlin: it runs only the first time",
                    "02:30 does not exist on 2027-03-28 in Europe/Berlin: it runs at 03:00 instead",
                ]
            ),
            (
                "0 1-3 * * *",
                [
                    "02:00 comes twice on 2026-10-25 in Europe/Berlin: it runs only the first time",
                    "02:00 does not exist on 2027-03-28 in Europe/Berlin: it runs once, at 03:00",
                ]
            ),
            (
                "15,45 2 * * *",
                [
                    "02:15 and 02:45 come twice on 2026-10-25 in Europe/Berlin: it runs only the first time",
                    "02:15 and 02:45 do not exist on 2027-03-28 in Europe/Berlin: it runs once, at 03:00, instead",
                ]
            ),
            (
                "0 */2 * * *",
                [
                    "02:00 comes twice on 2026-10-25 in Europe/Berlin: it runs twice",
                    "02:00 does not exist on 2027-03-28 in Europe/Berlin: it is skipped",
                ]
            ),
            (
                "*/10 2 * * 0",
                [
                    "The times from 02:00 to 02:50 come twice on 2026-10-25 in Europe/Berlin: it runs both times",
                    "The times from 02:00 to 02:50 do not exist on 2027-03-28 in Europe/Berlin: they are skipped",
                ]
            ),
            ("*/15 * * * *", []),
            ("0 9 * * *", []),
            ("30 2 * * 1", []),
        ] as [(String, [String])]
    )
    func daylightSaving(_ expression: String, warnings: [String]) throws {
        let berlin = try ZoneDatabase().zone(named: "Europe/Berlin")
        let found = try Schedule.parse(expression).warnings(in: berlin, from: 1_776_675_600)
        #expect(found.filter { $0.kind == .daylightSaving }.map(\.message) == warnings)
    }

    @Test func `half an hour and a whole day that are skipped are said, too`() throws {
        let zones = ZoneDatabase()
        let lordHowe = try Schedule.parse("15 * * * *").warnings(in: try zones.zone(named: "Australia/Lord_Howe"), from: 1_776_675_600)
        #expect(lordHowe.map(\.message) == ["02:15 does not exist on 2026-10-04 in Australia/Lord_Howe: it is skipped"])
        let apia = try Schedule.parse("0 9 * * *").warnings(in: try zones.zone(named: "Pacific/Apia"), from: 1_320_000_000)
        #expect(apia.map(\.message) == ["09:00 does not exist on 2011-12-30 in Pacific/Apia: it runs at 2011-12-31 00:00 instead"])
    }

    @Test func `every warning is a well-formed sentence about a part of the expression, and every suggestion can be read`() throws {
        var expressions = RandomSchedule(seed: 7)
        let berlin = try ZoneDatabase().zone(named: "Europe/Berlin")
        for _ in 0..<3_000 {
            let (expression, options) = expressions.next()
            let schedule = try Schedule.parse(expression, options)
            for warning in schedule.warnings(in: berlin, from: 1_776_675_600) {
                let text = warning.message
                let isWellFormed =
                    text.first?.isLowercase == false && !text.contains("  ") && !text.contains(", ,") && !text.contains(" ,")
                    && text.last != "." && text.last != "," && text.last != " " && !text.contains("Optional") && !text.contains("nil")
                #expect(isWellFormed, "\(expression): \(text)")
                #expect(!warning.value.isEmpty && expression.contains(warning.value), "\(expression): \(warning.value)")
                let suggestions = try warning.suggestions.map { try Schedule.parse($0, options) }
                if let other = suggestions.first, warning.kind == .wrappedRange || warning.kind == .notInDebianCron {
                    #expect(other.next(after: 0, count: 30) == schedule.next(after: 0, count: 30), "\(expression): \(other.text)")
                }
            }
        }
    }

    @Test("a schedule has a warning that it never runs exactly when it has no next time", arguments: [1, 2, 3])
    func never(seed: UInt64) throws {
        var expressions = RandomSchedule(seed: seed)
        for _ in 0..<2_000 {
            let (expression, options) = expressions.next()
            let schedule = try Schedule.parse(expression, options)
            let isSaid = schedule.warnings(from: 1_776_675_600).contains { $0.kind == .neverRuns }
            #expect(isSaid == (schedule.next(after: 1_776_675_599) == nil), "\(expression)")
        }
    }

    @Test func `calendar events of systemd are warned of as what they are`() throws {
        func messages(_ text: String) throws -> [String] {
            let berlin = try ZoneDatabase().zone(named: "Europe/Berlin")
            return try Schedule.parse(text, .init(flavor: .systemd)).warnings(in: berlin, from: 1_776_675_600).map(\.message)
        }
        #expect(try messages("Fri *-*-13 09:00:05") == [])
        #expect(try messages("*:0/45").first == "Minute step 0/45 is uneven, not every 45: after 45 it starts again at 0 the next hour")
        #expect(
            try messages("02:30") == [
                "02:30 comes twice on 2026-10-25 in Europe/Berlin: it runs only the first time",
                "02:30 does not exist on 2027-03-28 in Europe/Berlin: it is skipped",
            ]
        )
        #expect(try messages("2020-01-01 09:00") == ["Never runs again: year 2020 is over, the last time was 2020-01-01 09:00"])
    }
}
