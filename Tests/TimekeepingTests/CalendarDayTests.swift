import Testing
import Timekeeping

@Suite struct CalendarDayTests {
    @Test(
        arguments: [
            (0, "1970-01-01", 0), (-1, "1969-12-31", -1), (1_776_675_600_000, "2026-04-20", 20_563),
            (1_709_251_199_999, "2024-02-29", 19_782), (1_709_251_200_000, "2024-03-01", 19_783),
            (253_402_300_799_999, "9999-12-31", 2_932_896),
        ] as [(Int64, String, Int64)]
    )
    func `an instant lies in a day of UTC`(milliseconds: Int64, date: String, number: Int64) {
        let day = CalendarDay(of: Timestamp(milliseconds: milliseconds))
        #expect(day.description == date)
        #expect(day.number == number)
        #expect(CalendarDay(date) == day)
        #expect(CalendarDay(of: day.start) == day)
        #expect(day.month == String(date.prefix(7)))
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-11-31", "2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-1-01", "26-01-01", " 2026-01-01",
        "2026-01-01 ", "2026-01-01T00:00:00Z", "20260101", "２０26-1-1", "2026-01-0a", "+026-01-01",
    ])
    func `what is no date is refused`(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test(arguments: [
        ("2026-11-26", "2026-11-27", "2026-11-01", "2026-12-01"), ("2026-12-31", "2027-01-01", "2026-12-01", "2027-01-01"),
        ("2024-02-28", "2024-02-29", "2024-02-01", "2024-03-01"), ("2026-01-01", "2026-01-02", "2026-01-01", "2026-02-01"),
        ("1969-12-31", "1970-01-01", "1969-12-01", "1970-01-01"), ("0000-01-01", "0000-01-02", "0000-01-01", "0000-02-01"),
    ])
    func `the day and the month after are those of the calendar`(date: String, next: String, first: String, nextMonth: String) throws {
        let day = try #require(CalendarDay(date))
        #expect(day.next.description == next)
        #expect(day.startOfMonth.description == first)
        #expect(day.startOfNextMonth.description == nextMonth)
        #expect(day.next > day && day.days(to: day.next) == 1 && day.next.days(to: day) == -1)
    }

    @Test func `four centuries have the months that the calendar gives them`() throws {
        var day = try #require(CalendarDay("1900-01-01"))
        for year in 1900..<2300 {
            let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
            for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
                let first = day
                #expect(first.description == "\(year)-\(index < 9 ? "0" : "")\(index + 1)-01")
                for _ in 0..<length {
                    if day.startOfMonth != first || first.days(to: day.startOfNextMonth) != length { Issue.record("\(day)") }
                    day = day.next
                }
            }
        }
        #expect(day.description == "2300-01-01")
    }

    @Test(arguments: [Int64.min, .min + 1, .max - 1, .max])
    func `the first and last instants there are have their days, too`(milliseconds: Int64) {
        let day = CalendarDay(of: Timestamp(milliseconds: milliseconds))
        #expect(day.description == (milliseconds < 0 ? "0000-01-01" : "9999-12-31"))
        #expect(day.startOfMonth <= day && day.startOfNextMonth > day)
        #expect(day.start <= Timestamp(milliseconds: milliseconds))
    }
}
