import CronSchedule
import Testing

struct QuartzParseTests {
    private static let quartz = Schedule.Options(flavor: .quartz)
    private static let countMessage =
        "Expected 6 fields (second, minute, hour, day of month, month, day of week) or 7 with a year, found 5"

    @Test(
        "an expression of Quartz's tutorial runs when the tutorial says",
        arguments: [
            ("0 0 12 * * ?", "2026-03-04T00:00", ["2026-03-04T12:00", "2026-03-05T12:00"]),
            ("0 15 10 ? * *", "2026-03-04T00:00", ["2026-03-04T10:15", "2026-03-05T10:15"]),
            ("0 15 10 * * ? 2005", "2005-12-31T00:00", ["2005-12-31T10:15"]),
            ("0 * 14 * * ?", "2026-03-04T14:58", ["2026-03-04T14:59", "2026-03-05T14:00"]),
            ("0 0/5 14 * * ?", "2026-03-04T14:50", ["2026-03-04T14:55", "2026-03-05T14:00"]),
            ("0 0/5 14,18 * * ?", "2026-03-04T14:50", ["2026-03-04T14:55", "2026-03-04T18:00"]),
            ("0 0-5 14 * * ?", "2026-03-04T14:04", ["2026-03-04T14:05", "2026-03-05T14:00"]),
            ("0 10,44 14 ? 3 WED", "2026-03-04T00:00", ["2026-03-04T14:10", "2026-03-04T14:44", "2026-03-11T14:10"]),
            ("0 15 10 ? * MON-FRI", "2026-03-06T11:00", ["2026-03-09T10:15"]),
            ("0 15 10 15 * ?", "2026-03-04T00:00", ["2026-03-15T10:15", "2026-04-15T10:15"]),
            ("0 15 10 L * ?", "2028-02-01T00:00", ["2028-02-29T10:15", "2028-03-31T10:15"]),
            ("0 15 10 L-2 * ?", "2026-03-04T00:00", ["2026-03-29T10:15", "2026-04-28T10:15"]),
            // 2026-03-27 is a Friday.
            ("0 15 10 ? * 6L", "2026-03-04T00:00", ["2026-03-27T10:15", "2026-04-24T10:15"]),
            ("0 15 10 ? * 6L 2002-2005", "2005-12-01T00:00", ["2005-12-30T10:15"]),
            ("0 15 10 ? * 6#3", "2026-03-04T00:00", ["2026-03-20T10:15", "2026-04-17T10:15"]),
            ("0 0 12 1/5 * ?", "2026-03-24T00:00", ["2026-03-26T12:00", "2026-03-31T12:00", "2026-04-01T12:00"]),
            ("0 11 11 11 11 ?", "2026-03-04T00:00", ["2026-11-11T11:11", "2027-11-11T11:11"]),
            ("0/5 14,18,3-39,52 * ? JAN,MAR,SEP MON-FRI 2002-2010", "2010-12-31T00:00", []),
            // The 15th of March 2026 is a Sunday, that of August a Saturday; the 1st of August is a Saturday.
            ("0 0 9 15W * ?", "2026-03-04T00:00", ["2026-03-16T09:00", "2026-04-15T09:00"]),
            ("0 0 9 1W 8 ?", "2026-03-04T00:00", ["2026-08-03T09:00"]),
            // The 31st of May 2026 is a Sunday.
            ("0 0 9 LW 5 ?", "2026-03-04T00:00", ["2026-05-29T09:00"]),
            ("0 0 9 ? * L", "2026-03-04T00:00", ["2026-03-07T09:00"]),
            ("0 0 9 ? * MON#1", "2026-03-04T00:00", ["2026-04-06T09:00"]),
            ("0 0 9 ? * FRIL", "2026-03-04T00:00", ["2026-03-27T09:00"]),
        ]
    )
    func tutorial(_ text: String, start: String, times: [String]) throws {
        let found = try Schedule.parse(text, Self.quartz).next(after: try moment(start), count: max(times.count, 1))
        #expect(found == (try times.map(moment)))
    }

    @Test(
        "weekdays are counted from Sunday as 1, and ranges go on through the end of a field",
        arguments: [
            ("0 0 9 ? * 1", 5, [0]), ("0 0 9 ? * 7", 5, [6]), ("0 0 9 ? * 2-6", 5, [1, 2, 3, 4, 5]), ("0 0 9 ? * SUN,3", 5, [0, 2]),
            ("0 0 9 ? * 6-2", 5, [0, 1, 5, 6]), ("0 0 9 ? * FRI-MON", 5, [0, 1, 5, 6]), ("0 0 9 ? * */2", 5, [0, 2, 4, 6]),
            ("0 0 9 ? * 2/2", 5, [1, 3, 5]), ("0 0 22-2 * * ?", 2, [0, 1, 2, 22, 23]), ("0 55-5/5 * * * ?", 1, [0, 5, 55]),
            ("0 0 9 1 NOV-FEB ?", 4, [1, 2, 11, 12]), ("0 0 9 29-2 * ?", 3, [1, 2, 29, 30, 31]), ("0 /20 * * * ?", 1, [0, 20, 40]),
            ("0 0-30/90 * * * ?", 1, [0]), ("0 50/59 * * * ?", 1, [50]),
        ]
    )
    func values(_ text: String, field: Int, values: [Int]) throws {
        let fields = try #require(try Schedule.parse(text, Self.quartz).fields)
        #expect(fields.all[field].values == values)
    }

    @Test(
        "what Quartz does not accept is refused, with a likely repair",
        arguments: [
            ("0 9 * * 1-5", countMessage, "0 0 9 ? * 2-6"),
            ("0 9 * * *", countMessage, "0 0 9 * * ?"),
            ("0 9 1 * *", countMessage, "0 0 9 1 * ?"),
            ("0 9 1 * 1", countMessage, nil),
            ("0 0 9 * * *", "Day of week and day of month: exactly one of them must be ?, found 0", "0 0 9 * * ?"),
            ("0 0 9 * * MON", "Day of week and day of month: exactly one of them must be ?, found 0", "0 0 9 ? * MON"),
            ("0 0 9 ? * ?", "Day of week and day of month: exactly one of them must be ?, found 2", "0 0 9 * * ?"),
            ("0 0 9 15 * MON", "Day of week and day of month: exactly one of them must be ?, found 0", nil),
            ("0 0 9 ? * 0", "Day of week value 0 out of range (1-7)", "0 0 9 ? * 1"),
            ("0 0 9 ? * 6,0 2027", "Day of week value 0 out of range (1-7)", "0 0 9 ? * 7,1 2027"),
            ("0 0 9 ? * 8", "Day of week value 8 out of range (1-7)", nil),
            ("0 0 9 ?,1 * MON", "Day of month value ? is not a number (1-31)", nil),
            ("0 */60 * * * ?", "Minute step 60 out of range (1-59)", "0 0 * * * ?"),
            ("0 */120 * * * ?", "Minute step 120 out of range (1-59)", "0 0 */2 * * ?"),
            ("0 */90 * * * ?", "Minute step 90 out of range (1-59)", nil),
            ("0 0 */24 * * ?", "Hour step 24 out of range (1-23)", "0 0 0 * * ?"),
            ("0 0 0 1/32 * ?", "Day of month step 32 out of range (1-31)", nil),
            ("0 0 9 ? * */8", "Day of week step 8 out of range (1-7)", nil),
            ("0 0 9 1 1/13 ?", "Month step 13 out of range (1-12)", nil),
            ("0 0 9 1 1 ? 2030-2027", "Year range 2030-2027 ends before it starts (1970-2500)", nil),
            (
                "Sun 09:00", "This looks like a calendar event (flavor systemd), not like a cron expression (flavor quartz)",
                "0 0 9 ? * 1"
            ),
            ("@weekly", "Macro @weekly is unknown (Quartz has none)", "0 0 0 ? * 1"),
            ("@every 5m", "Macro @every is unknown (Quartz has none)", "0 */5 * * * ?"),
            ("@dayly", "Macro @dayly is unknown (Quartz has none)", "0 0 0 * * ?"),
            ("@reboot", "Macro @reboot is unknown (Quartz has none)", nil),
        ] as [(String, String, String?)]
    )
    func refusals(_ text: String, message: String, suggestion: String?) {
        let error = #expect(throws: ScheduleError.self) { try Schedule.parse(text, Self.quartz) }
        #expect(error?.message == message)
        #expect(error?.suggestion == suggestion)
    }
}
