import CronSchedule
import Testing

struct NextTimesTests {
    @Test("the next times are those of Debian cron", arguments: ReferenceTimes.rows)
    func reference(_ row: ReferenceTimes.Row) throws {
        let times = try Schedule.parse(row.expression).next(after: try moment(row.start), count: 3)
        #expect(times == (try row.times.split(separator: " ").map { try moment(String($0)) }))
    }

    @Test func `the next time is strictly later`() throws {
        let expression = try Schedule.parse("30 9 * * *")
        #expect(expression.next(after: try moment("2026-01-01T09:29:59"))?.description == "2026-01-01T09:30:00")
        #expect(expression.next(after: try moment("2026-01-01T09:30:00"))?.description == "2026-01-02T09:30:00")
        #expect(expression.next(after: try moment("2026-01-01T09:30:01"))?.description == "2026-01-02T09:30:00")
    }

    @Test("a date that never comes has no next time", arguments: ["0 0 31 2 *", "0 0 30-31 2 *", "0 0 31 4,6,9,11 *", "0 0 31 2 */2"])
    func never(_ text: String) throws {
        let expression = try Schedule.parse(text)
        #expect(expression.next(after: try moment("2026-01-01T00:00")) == nil)
        #expect(expression.warnings().last?.message == "Never runs: none of the selected months has one of the selected days")
    }

    @Test func `a weekday rescues a date that never comes when neither field starts with a star`() throws {
        let expression = try Schedule.parse("0 0 31 2 1")
        #expect(expression.next(after: try moment("2026-01-01T00:00"))?.description == "2026-02-02T00:00:00")
    }

    @Test func `the longest gap, a February 29 on one weekday across 2100, is bridged`() throws {
        let expression = try Schedule.parse("0 0 29 2 */7")
        let times = expression.next(after: try moment("2087-12-31T00:00"), count: 3)
        #expect(times.map(\.year) == [2088, 2128, 2156])
    }

    @Test func `a year that is named comes, however many of them have no such day before`() throws {
        let schedule = try Schedule.parse("0 0 29 2 * 1970,1971-2499/2,2496")
        let only = try moment("2496-02-29T00:00").epochSeconds
        #expect(schedule.next(after: .min, count: 3) == [only])
        #expect(schedule.next(after: try moment("1972-01-01T00:00").epochSeconds) == only)
        #expect(schedule.previous(before: .max, count: 3) == [only])
        let first = try Schedule.parse("0 0 29 2 * 1972,1973-2499/2")
        #expect(first.previous(before: .max, count: 3).compactMap { CivilDateTime(epochSeconds: $0)?.year } == [1972])
    }

    @Test func `a star for the years is every year, not just those that can be named`() throws {
        let schedule = try Schedule.parse("0 0 12 1 1 * *")
        #expect(schedule.next(after: try moment("2500-06-01T00:00"), count: 1).map(\.year) == [2501])
        let before = try moment("1970-01-01T00:00").epochSeconds
        #expect(schedule.previous(before: before) == (try moment("1969-01-01T12:00").epochSeconds))
        #expect(schedule.explanation(at: try moment("2501-01-01T12:00").epochSeconds).verdicts.allSatisfy(\.matches))
    }

    @Test(
        "years are found whatever stands between them",
        arguments: ["1970", "2500", "1970,2500", "2033-2034", "2033,2034,2097,2098,2161", "1970-2500"]
    )
    func years(_ text: String) throws {
        let schedule = try Schedule.parse("0 0 0 1 1 * \(text)")
        let years = try #require(schedule.fields?.year?.values ?? Array(1970...2500))
        #expect(schedule.next(after: .min, count: 1000).compactMap { CivilDateTime(epochSeconds: $0)?.year } == years)
        #expect(schedule.previous(before: .max, count: 1000).compactMap { CivilDateTime(epochSeconds: $0)?.year } == years.reversed())
    }

    @Test func `every date of every kind of year comes within forty years, or it never does`() throws {
        for text in ["0 0 29 2 */7", "0 0 * 2 0#5", "0 0 LW 2 *", "0 0 L-28 2 *", "0 0 */31 * */7", "0 0 31W * *"] {
            let schedule = try Schedule.parse(text)
            for year in stride(from: 1, to: 9950, by: 97) {
                let start = try moment("0001-01-01T00:00").epochSeconds + Int64(year) * 31_556_952
                let next = try #require(schedule.next(after: start), "\(text) \(year)")
                #expect(schedule.previous(before: next + 1) == next)
            }
        }
    }

    @Test func `no time lies beyond the year 9999`() throws {
        let expression = try Schedule.parse("0 0 1 1 *")
        #expect(expression.next(after: try moment("9998-06-01T00:00"), count: 5).map(\.year) == [9999])
        #expect(expression.next(after: try moment("9999-12-31T23:59:59")) == nil)
    }

    @Test func `a count of zero or less gives nothing`() throws {
        let expression = try Schedule.parse("* * * * *")
        #expect(expression.next(after: try moment("2026-01-01T00:00"), count: 0).isEmpty)
        #expect(expression.next(after: try moment("2026-01-01T00:00"), count: -1).isEmpty)
    }

    @Test func `random expressions run when, and only when, a walk over the days and minutes finds them`() throws {
        var expressions = RandomExpression(seed: 42)
        var compared = 0
        for index in 0..<400 {
            let expression = try Schedule.parse(expressions.next())
            let start = Int64(1_700_000_000 + index * 100_003)
            let found = expression.next(after: start, count: 4)
            let walked = try walk(expression, from: start, count: 4, days: 60)
            compared += walked.count
            #expect(Array(found.prefix(walked.count)) == walked, "\(expression.text)")
            if walked.count < 4, found.count > walked.count {
                #expect(found[walked.count] >= start / 86_400 * 86_400 + 60 * 86_400, "\(expression.text)")
            }
        }
        #expect(compared > 500)
    }

    /// The rule of Debian's `find_jobs`, tried on every minute of some days.
    private func walk(_ expression: Schedule, from start: Int64, count: Int, days: Int64) throws -> [Int64] {
        let fields = try #require(expression.fields)
        let bothDays = fields.dayOfMonth.raw.hasPrefix("*") || fields.dayOfWeek.raw.hasPrefix("*")
        func matches(_ field: ScheduleField, _ value: Int) -> Bool { field.values?.contains(value) ?? true }
        var times: [Int64] = []
        var day = start / 86_400
        while day < start / 86_400 + days, times.count < count {
            let date = try #require(CivilDateTime(epochSeconds: day * 86_400))
            let byDate = matches(fields.dayOfMonth, date.day)
            let byWeekday = matches(fields.dayOfWeek, Int((day + 4) % 7))
            if matches(fields.month, date.month), bothDays ? byDate && byWeekday : byDate || byWeekday {
                for minute in 0..<1_440 where times.count < count {
                    let time = day * 86_400 + Int64(minute) * 60
                    if time > start, matches(fields.hour, minute / 60), matches(fields.minute, minute % 60) { times.append(time) }
                }
            }
            day += 1
        }
        return times
    }
}
