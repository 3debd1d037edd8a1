import CronSchedule
import Testing

struct CivilDateTimeTests {
    @Test(
        "known instants",
        arguments: [
            (0, "1970-01-01T00:00:00"),
            (-1, "1969-12-31T23:59:59"),
            (951_782_400, "2000-02-29T00:00:00"),
            (1_776_675_600, "2026-04-20T09:00:00"),
            (4_107_542_399, "2100-02-28T23:59:59"),
            (4_107_542_400, "2100-03-01T00:00:00"),
            (-62_135_596_800, "0001-01-01T00:00:00"),
            (253_402_300_799, "9999-12-31T23:59:59"),
        ] as [(Int64, String)]
    )
    func known(_ seconds: Int64, text: String) throws {
        let moment = try #require(CivilDateTime(epochSeconds: seconds))
        #expect(moment.description == text)
        #expect(moment.epochSeconds == seconds)
    }

    @Test("instants outside four-digit years are refused", arguments: [-62_135_596_801, 253_402_300_800, .min, .max] as [Int64])
    func outside(_ seconds: Int64) {
        #expect(CivilDateTime(epochSeconds: seconds) == nil)
    }

    @Test func `every day of four centuries follows the one before`() throws {
        var previous = try moment("1999-12-31T00:00")
        for day in 10_957..<(10_957 + 146_097) {
            let date = try #require(CivilDateTime(epochSeconds: Int64(day) * 86_400))
            let sameMonth = date.year == previous.year && date.month == previous.month && date.day == previous.day + 1
            let newMonth = date.day == 1 && previous.day >= 28 && (date.month == previous.month % 12 + 1)
            guard sameMonth || newMonth, date.epochSeconds == Int64(day) * 86_400 else {
                Issue.record("\(previous) is followed by \(date)")
                return
            }
            previous = date
        }
        #expect(previous.description == "2399-12-31T00:00:00")
    }

    @Test(
        "there is no such date or time",
        arguments: [
            [2026, 2, 29, 0, 0, 0], [2100, 2, 29, 0, 0, 0], [2026, 4, 31, 0, 0, 0], [2026, 0, 1, 0, 0, 0], [2026, 13, 1, 0, 0, 0],
            [2026, 1, 0, 0, 0, 0], [0, 1, 1, 0, 0, 0], [10_000, 1, 1, 0, 0, 0], [2026, 1, 1, 24, 0, 0], [2026, 1, 1, 0, 60, 0],
            [2026, 1, 1, 0, 0, 60], [2026, 1, 1, -1, 0, 0], [.max, .max, .max, .max, .max, .max], [.min, .min, .min, .min, .min, .min],
        ]
    )
    func noSuchMoment(_ parts: [Int]) {
        let moment = CivilDateTime(
            year: parts[0],
            month: parts[1],
            day: parts[2],
            hour: parts[3],
            minute: parts[4],
            second: parts[5]
        )
        #expect(moment == nil)
    }
}
