import CronSchedule
import Testing

struct ParseTests {
    @Test func `it works`() throws {
        let expression = try Schedule.parse("0 9 * * 1-5")
        let fields = try #require(expression.fields)
        #expect(expression.description == "At 09:00 AM, Monday through Friday")
        #expect(fields.all.map(\.raw) == ["0", "9", "*", "*", "1-5"])
        #expect(fields.all.map(\.values) == [[0], [9], nil, nil, [1, 2, 3, 4, 5]])
        #expect(fields.all.map(\.kind.rawValue) == ["minute", "hour", "day_of_month", "month", "day_of_week"])
        #expect(expression.next(after: try moment("2026-04-17T12:00"), count: 1).map(\.description) == ["2026-04-20T09:00:00"])
        #expect(expression.warnings().isEmpty)
    }

    @Test(
        "a field's values are those that Debian cron matches",
        arguments: [
            ("*/15 * * * *", 0, [0, 15, 30, 45]),
            ("*/45 * * * *", 0, [0, 45]),
            ("*/90 * * * *", 0, [0]),
            ("7-7/3 * * * *", 0, [7]),
            ("1-10/4 * * * *", 0, [1, 5, 9]),
            ("30,10,20,10 * * * *", 0, [10, 20, 30]),
            ("007 * * * *", 0, [7]),
            ("0 0-23/12 * * *", 1, [0, 12]),
            ("0 0 */10 * *", 2, [1, 11, 21, 31]),
            ("0 0 1 JAN,mar-May *", 3, [1, 3, 4, 5]),
            ("0 0 1 */5 *", 3, [1, 6, 11]),
            ("0 0 * * 7", 4, [0]),
            ("0 0 * * 0,7", 4, [0]),
            ("0 0 * * 5-7", 4, [0, 5, 6]),
            ("0 0 * * Mon-FRI/2", 4, [1, 3, 5]),
            ("0 0 * * */3", 4, [0, 3, 6]),
            ("0 0 * * sun", 4, [0]),
            ("0 0 1 JAN-JUN/2 *", 3, [1, 3, 5]),
            ("5/15 * * * *", 0, [5, 20, 35, 50]),
            ("0 0 * * 5/2", 4, [0, 5]),
            ("0 0 L,15W,3 * *", 2, [3]),
            // Seconds in front, years at the end, or both.
            ("30 0 9 * * 1-5", 0, [30]),
            ("0 0 9 ? * MON", 5, [1]),
            ("0 9 * * 1-5 2027", 5, [2027]),
            ("0 9 ? * MON 2027", 5, [2027]),
            ("0 0 9 * * 1 2027-2031/2", 6, [2027, 2029, 2031]),
            ("0 0 0 * * */1000", 5, [0]),
        ]
    )
    func values(_ text: String, field: Int, values: [Int]) throws {
        let fields = try #require(try Schedule.parse(text).fields)
        #expect(fields.all[field].values == values)
    }

    @Test(
        "a macro stands for its expression",
        arguments: [
            ("@yearly", "0 0 1 1 *"), ("@annually", "0 0 1 1 *"), ("@monthly", "0 0 1 * *"), ("@weekly", "0 0 * * 0"),
            ("@daily", "0 0 * * *"), ("@midnight", "0 0 * * *"), ("@hourly", "0 * * * *"),
        ]
    )
    func macro(_ macro: String, meaning: String) throws {
        let expression = try Schedule.parse(macro)
        #expect(expression.text == macro)
        #expect(expression.fields == (try Schedule.parse(meaning).fields))
    }

    @Test func `a job at startup has no fields and no next time`() throws {
        let expression = try Schedule.parse("@reboot")
        #expect(expression.fields == nil)
        #expect(expression.description == "Run once, at startup")
        #expect(expression.next(after: try moment("2026-01-01T00:00")) == nil)
        #expect(expression.warnings().map(\.message) == ["Runs when the machine starts, so it has no next time"])
    }

    @Test func `blanks around and between fields do not matter`() throws {
        let expression = try Schedule.parse(" \t0  9\t* * 1-5 \r\n")
        #expect(expression.text == "0  9\t* * 1-5")
        #expect(expression.fields == (try Schedule.parse("0 9 * * 1-5").fields))
    }
}
