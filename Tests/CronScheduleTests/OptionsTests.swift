import CronSchedule
import Testing

struct OptionsTests {
    private func values(_ text: String, _ kind: FieldKind, _ options: Schedule.Options) throws -> [Int]? {
        try Schedule.parse(text, options).fields?[kind]?.values
    }

    @Test(
        "Sunday can be 1, as names are what they are",
        arguments: [
            ("1", [0]), ("7", [6]), ("2-6", [1, 2, 3, 4, 5]), ("SUN", [0]), ("MON-FRI", [1, 2, 3, 4, 5]), ("5/2", [4, 6]),
            ("1,SAT", [0, 6]),
        ]
    )
    func sunday(_ weekdays: String, values: [Int]) throws {
        #expect(try self.values("0 9 * * \(weekdays)", .dayOfWeek, Schedule.Options(sunday: 1)) == values)
    }

    @Test(
        "a range from Sunday as 7 does not wrap where Sunday is 0",
        arguments: [("7-2", "Sunday through Tuesday"), ("7-3/2", "on Sunday and Tuesday"), ("7-6", "every day of the week")]
    )
    func sundayAsSeven(_ weekdays: String, description: String) throws {
        let schedule = try Schedule.parse("0 0 9 ? * \(weekdays)", Schedule.Options(flavor: .quartz, sunday: 0))
        #expect(schedule.fields?.dayOfWeek.description == description)
        #expect(!schedule.warnings().contains { $0.kind == .wrappedRange })
    }

    @Test("January can be 0", arguments: [("0", [1]), ("11", [12]), ("JAN,2", [1, 3]), ("0-11/6", [1, 7]), ("5/3", [6, 9, 12])])
    func january(_ months: String, values: [Int]) throws {
        #expect(try self.values("0 9 1 \(months) *", .month, Schedule.Options(january: 0)) == values)
    }

    @Test(
        "numbers are refused and repaired as they are counted",
        arguments: [
            ("0 9 * * 0", "Day of week value 0 out of range (1-7)", "0 9 * * 1"),
            ("0 9 * * 0-7", "Day of week value 0 out of range (1-7)", "0 9 * * 1-7"),
            ("0 9 * * 8", "Day of week value 8 out of range (1-7)", nil),
            ("0 9 * * 6-2", "Day of week range 6-2 ends before it starts (1-7)", "0 9 * * 6-7,1-2"),
            ("0 9 * * FRI-SUN", "Day of week range FRI-SUN ends before it starts (1-7)", "0 9 * * FRI-SAT,SUN"),
            ("0 9 1 12 *", "Month value 12 out of range (0-11)", nil),
            ("0 9 1 10-1 *", "Month range 10-1 ends before it starts (0-11)", "0 9 1 10-11,0-1 *"),
            ("0 9 1 NOV-JAN/2 *", "Month range NOV-JAN ends before it starts (0-11)", "0 9 1 10,0 *"),
        ] as [(String, String, String?)]
    )
    func refusals(_ text: String, message: String, suggestion: String?) {
        let error = #expect(throws: ScheduleError.self) { try Schedule.parse(text, Schedule.Options(sunday: 1, january: 0)) }
        #expect(error?.message == message)
        #expect(error?.suggestion == suggestion)
    }

    @Test(
        "both day fields must match when one starts with a star, or always if that is wanted",
        arguments: [
            ("0 9 1 * 1", false), ("0 9 */2 * 1", true), ("0 9 1 * *", true), ("0 9 1 * */2", true), ("0 9 1,*/2 * 1", false),
            ("0 9 ? * 1", true),
            ("0 9 *,1 * 1", true), ("0 9 1 * 1,*", false),
        ]
    )
    func dayRule(_ text: String, both: Bool) throws {
        #expect(try Schedule.parse(text).fields?.bothDaysMustMatch == both)
        #expect(try Schedule.parse(text, Schedule.Options(dayRule: .both)).fields?.bothDaysMustMatch == true)
    }

    @Test func `schedules are equal when they are written alike and mean the same`() throws {
        let schedule = try Schedule.parse("0 9 * * 1")
        #expect(schedule == (try Schedule.parse(" 0 9 * * 1\n")))
        #expect(Set([schedule, try Schedule.parse("0 9 * * 1")]).count == 1)
        #expect(schedule != (try Schedule.parse("0 9 * * MON")))
        #expect(schedule != (try Schedule.parse("0 9 * * 1", Schedule.Options(sunday: 1))))
        #expect(schedule != (try Schedule.parse("0  9 * * 1")))
    }
}
