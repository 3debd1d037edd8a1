import CronSchedule
import Testing

struct DescriptionTests {
    @Test("it speaks cRonstrue's English", arguments: ReferenceDescriptions.rows)
    func reference(_ expression: String, description: String) throws {
        #expect(try Schedule.parse(expression).description == description)
    }

    @Test(
        "it says what happens where cRonstrue would mislead",
        arguments: [
            ("*/45 * * * *", "At 0 and 45 minutes past the hour"),
            ("*/7 * * * *", "Every 7 minutes, minutes 0 through 56 past the hour"),
            ("*/90 * * * *", "Every hour"),
            ("10-10/5 * * * *", "At 10 minutes past the hour"),
            ("1-12/3 * * * *", "Every 3 minutes, minutes 1 through 10 past the hour"),
            ("1 * * * *", "At 1 minute past the hour"),
            ("0 */5 * * *", "At 12:00 AM, 05:00 AM, 10:00 AM, 03:00 PM and 08:00 PM"),
            ("0 9-17 * * *", "At 0 minutes past the hour, between 09:00 AM and 05:00 PM"),
            ("0 9-18/2 * * *", "Every 2 hours, between 09:00 AM and 05:00 PM"),
            ("0,30 9 * * *", "At 09:00 AM and 09:30 AM"),
            ("0 9,12-14 * * *", "At 09:00 AM, 12:00 PM, 01:00 PM and 02:00 PM"),
            (
                "5 9,12-18 * * *",
                "At 5 minutes past the hour, during the hours starting at 09:00 AM and 12:00 PM through 06:00 PM"
            ),
            ("* 5,8 * * *", "Every minute, during the hours starting at 05:00 AM and 08:00 AM"),
            ("*/15 */2 * * *", "Every 15 minutes, during every 2nd hour from 12:00 AM through 10:59 PM"),
            ("0 0 */2 * *", "At 12:00 AM, every 2 days, between day 1 and 31 of the month"),
            ("0 0 */2 2,4 *", "At 12:00 AM, every 2 days, between day 1 and 29 of the month, only in February and April"),
            ("0 0 1-31/3 4 *", "At 12:00 AM, every 3 days, between day 1 and 28 of the month, only in April"),
            ("0 0 */10 * *", "At 12:00 AM, on day 1, 11, 21, and 31 of the month"),
            ("0 0 * * */2", "At 12:00 AM, only on Sunday, Tuesday, Thursday, and Saturday"),
            ("0 0 * * 1-7/2", "At 12:00 AM, only on Monday, Wednesday, Friday, and Sunday"),
            ("0 0 * * 5-7", "At 12:00 AM, Friday through Sunday"),
            ("0 0 1 */5 *", "At 12:00 AM, on day 1 of the month, only in January, June, and November"),
            ("0 0 15 * 1-5", "At 12:00 AM, on day 15 of the month, or Monday through Friday"),
            ("0 0 15 * 0-6", "At 12:00 AM"),
            ("0 0 */2 * 1", "At 12:00 AM, every 2 days, between day 1 and 31 of the month, only on Monday"),
            ("0 0 13 * */5", "At 12:00 AM, on day 13 of the month, only on Sunday and Friday"),
            ("3,1-5 0-23 1-31 1-12 0-7", "Minutes 1 through 5 past the hour"),
        ]
    )
    func truthful(_ expression: String, description: String) throws {
        #expect(try Schedule.parse(expression).description == description)
    }

    @Test("seconds, L, W, #, years and long lists are put into words", arguments: DescriptionTable.rows(extendedTable))
    func extended(_ expression: String, description: String) throws {
        #expect(try Schedule.parse(expression).description == description)
    }

    @Test("a range that wraps is said in parts, except of weekdays", arguments: DescriptionTable.rows(quartzTable))
    func quartz(_ expression: String, description: String) throws {
        #expect(try Schedule.parse(expression, .init(flavor: .quartz)).description == description)
    }

    @Test("calendar events are described alike", arguments: DescriptionTable.rows(calendarEventsTable))
    func calendarEvents(_ expression: String, description: String) throws {
        #expect(try Schedule.parse(expression, .init(flavor: .systemd)).description == description)
    }

    private static let extendedTable = """
        */10 * * * * *                     | Every 10 seconds
        30 * * * * *                       | At 30 seconds past the minute
        30 0 9 * * *                       | At 09:00:30 AM
        0,30 0 0 * * *                     | At 12:00:00 AM and 12:00:30 AM
        0,15,30,45,50 0 0 * * *            | At 0, 15, 30, 45, and 50 seconds past the minute, between 12:00 AM and 12:00:59 AM
        */10 0-10 11 * * *                 | Every 10 seconds, between 11:00 AM and 11:10:59 AM
        30 0-10 11 * * *                   | At 30 seconds past the minute, between 11:00 AM and 11:10:59 AM
        * */5 * * * *                      | Every second, during every 5th minute from 0 through 55 past the hour
        */7 */7 * * * *                    | Every 7 seconds, seconds 0 through 56 past the minute, during every 7th minute from 0 through 56 past the hour
        30 */5 9-17 * * *                  | At 30 seconds past the minute, every 5 minutes, between 09:00 AM and 05:59:59 PM
        30 0 9-17 * * *                    | At 30 seconds past the minute, at 0 minutes past the hour, between 09:00 AM and 05:59:59 PM
        30 0 */2 * * *                     | At 30 seconds past the minute, at 0 minutes past the hour, every 2 hours
        * 0 */2 * * *                      | Every second, during minute 0 past the hour, during every 2nd hour from 12:00 AM through 10:59:59 PM
        5 * 9 * * *                        | At 5 seconds past the minute, between 09:00 AM and 09:59:59 AM
        */10 5,10 * * * *                  | Every 10 seconds, during minutes 5 and 10 past the hour
        0 0 L * *                          | At 12:00 AM, on the last day of the month
        0 0 L-1 * *                        | At 12:00 AM, 1 day before the last day of the month
        0 0 L-3 * *                        | At 12:00 AM, 3 days before the last day of the month
        0 0 LW * *                         | At 12:00 AM, on the last weekday of the month
        0 0 15W * *                        | At 12:00 AM, on the weekday nearest day 15 of the month
        0 0 L-3W * *                       | At 12:00 AM, on the weekday nearest the day 3 days before the last day of the month
        0 0 L,15,L-3 * *                   | At 12:00 AM, on day 15, the last day, and the day 3 days before the last day of the month
        0 0 1W,15W * *                     | At 12:00 AM, on the first weekday and the weekday nearest day 15 of the month
        0 0 */2,L * *                      | At 12:00 AM, on every 2nd day from day 1 through 31 and the last day of the month
        0 0 1,10-12,1W,L * *               | At 12:00 AM, on day 1, day 10 through 12, the first weekday, and the last day of the month
        0 0 * * 5L                         | At 12:00 AM, on the last Friday of the month
        0 0 * * 5#2                        | At 12:00 AM, on the second Friday of the month
        0 0 * * 5L,1                       | At 12:00 AM, only on Monday and the last Friday of the month
        0 0 15 * 5#2                       | At 12:00 AM, on day 15 of the month, or on the second Friday of the month
        0 0 15 * 1,5#2                     | At 12:00 AM, on day 15 of the month, or on Monday and the second Friday of the month
        0 0 */2 * 5#2,1-3                  | At 12:00 AM, every 2 days, between day 1 and 31 of the month, only on Monday through Wednesday and the second Friday of the month
        0 0 L-4,1,L-1,L-3,L-5,L-7 * *      | At 12:00 AM, on day 1, the days from 5 through 3 days before the last day, the day 1 day before the last day, and the day 7 days before the last day of the month
        0 0 L-1,L-2 * *                    | At 12:00 AM, on the day 1 day before the last day and the day 2 days before the last day of the month
        0 0 L,L-1,L-2 * *                  | At 12:00 AM, on the last 3 days of the month
        0 0 * */2 *                        | At 12:00 AM, only in every 2nd month from January through November
        0 0 * 2-12/2 *                     | At 12:00 AM, only in every 2nd month from February through December
        0 0 1 */3 *                        | At 12:00 AM, on day 1 of the month, every 3 months
        0 0 1 2-12/2 *                     | At 12:00 AM, on day 1 of the month, every 2 months, February through December
        0 0 1 */2 * 2026/2                 | At 12:00 AM, on day 1 of the month, every 2 months, only in every 2nd year from 2026 through 2500
        0 0 1 1 * 2026                     | At 12:00 AM, on day 1 of the month, only in January, only in 2026
        0 0 1 1 * 2026-2028                | At 12:00 AM, on day 1 of the month, only in January, 2026 through 2028
        0 0 1 1 * 2026,2027,2030/3         | At 12:00 AM, on day 1 of the month, only in January, only in 2026, 2027, and every 3rd year from 2030 through 2498
        0 0 1 1 * 1970/1                   | At 12:00 AM, on day 1 of the month, only in January
        0 0 * * * 2030-2036/2,2032-2036/4,2040  | At 12:00 AM, only in 2030, 2032, 2034, 2036, and 2040
        0 0 * * * 2028,2032-2034/18            | At 12:00 AM, only in 2028 and 2032
        0 0 * * * 2030-2040,2036-2046/5        | At 12:00 AM, only in 2030 through 2041 and 2046
        0 0 * * * 2026-2036/2              | At 12:00 AM, only in every 2nd year from 2026 through 2036
        1,3,5,7,9,11,13,15,17,19,21,23,25,27,29 * * * * | Every 2 minutes, minutes 1 through 29 past the hour
        0,1,2,3,4,5,6,7,8,9,10 * * * *     | Minutes 0 through 10 past the hour
        */2,1-59/2 * * * *                 | Every minute
        0 0 * 4-6,1-8 *                    | At 12:00 AM, January through August
        0 0 1-31 * 1                       | At 12:00 AM
        @reboot                            | Run once, at startup
        @daily                             | At 12:00 AM
        """

    private static let quartzTable = """
        0 0 22-2 ? * FRI-MON               | At 0 minutes past the hour, during the hours starting at 12:00 AM through 02:00 AM, 10:00 PM, and 11:00 PM, Friday through Monday
        0 50-10 * ? * 6L                   | At 0 through 10 and 50 through 59 minutes past the hour, on the last Friday of the month
        0 0 9 28-3 NOV-FEB ?               | At 09:00 AM, on day 1 through 3 and 28 through 31 of the month, only in January, February, November, and December
        0 0 9 ? * L                        | At 09:00 AM, only on Saturday
        """

    private static let calendarEventsTable = """
        Mon..Fri *-*-* 09:00               | At 09:00 AM, Monday through Friday
        Fri *-*-13 12:00                   | At 12:00 PM, on day 13 of the month, only on Friday
        Mon *-05~07/1 00:00                | At 12:00 AM, on the last 7 days of the month, only on Monday, only in May
        *-*~03..07                         | At 12:00 AM, on the days from 6 through 2 days before the last day of the month
        *-*~1,2,4..6                       | At 12:00 AM, on the last 2 days and the days from 5 through 3 days before the last day of the month
        *-*~3                              | At 12:00 AM, 2 days before the last day of the month
        *-*-* *:*:0/10                     | Every 10 seconds
        2026/2-1-1                         | At 12:00 AM, on day 1 of the month, only in January, only in every 2nd year from 2026 through 2198
        *-*-01,15 08:00:30 Europe/Berlin   | At 08:00:30 AM, on day 1 and 15 of the month, in the time zone Europe/Berlin
        """

    @Test(
        "styles change the clock, the leading zero and what goes without saying",
        arguments: [
            ("30 17 * * *", DescriptionStyle(uses24HourClock: true), "At 17:30"),
            ("5 4 * * *", DescriptionStyle(trimsLeadingZero: true), "At 4:05 AM"),
            ("5 4 * * *", DescriptionStyle(uses24HourClock: true, trimsLeadingZero: true), "At 4:05"),
            (
                "*/5 9-17 * * 1-5", DescriptionStyle(uses24HourClock: true),
                "Every 5 minutes, between 09:00 and 17:59, Monday through Friday"
            ),
            ("0 9 * * *", DescriptionStyle(isVerbose: true), "At 09:00 AM, every day"),
            ("* * * * *", DescriptionStyle(isVerbose: true), "Every minute, every hour, every day"),
            ("* * * * * *", DescriptionStyle(isVerbose: true), "Every second, every minute, every hour, every day"),
            ("30 * * * * *", DescriptionStyle(isVerbose: true), "At 30 seconds past the minute, every minute, every hour, every day"),
            ("0 * * * 1", DescriptionStyle(isVerbose: true), "Every hour, only on Monday"),
            ("0 9 15 * 0-6", DescriptionStyle(isVerbose: true), "At 09:00 AM, every day"),
        ]
    )
    func style(_ expression: String, style: DescriptionStyle, description: String) throws {
        #expect(try Schedule.parse(expression).description(style) == description)
    }

    @Test(
        "each field describes itself",
        arguments: [
            ("* * * * *", "every minute; every hour; every day; every month; every day of the week"),
            ("0 9 15 1 1", "at minute 0; at hour 9; on day 15; in January; on Monday"),
            (
                "5-10 9-17 1-7 1-3 1-5",
                "minutes 5 through 10; hours 9 through 17; days 1 through 7; January through March; Monday through Friday"
            ),
            (
                "*/15 */6 */7 */3 */2",
                "every 15 minutes; every 6 hours; on days 1, 8, 15, 22, and 29; every 3 months; on Sunday, Tuesday, Thursday, and Saturday"
            ),
            (
                "*/45 9,17 1,15 1,7 0,6",
                "at minutes 0 and 45; at hours 9 and 17; on days 1 and 15; in January and July; on Sunday and Saturday"
            ),
            (
                "1-59/2 8-18/2 */2 2-12/2 7",
                "every 2 minutes from 1 through 59; every 2 hours from 8 through 18; every 2 days from 1 through 31; every 2 months from February through December; on Sunday"
            ),
            (
                "* * L-1 * 5L",
                "every minute; every hour; 1 day before the last day of the month; every month; on the last Friday of the month"
            ),
            (
                "* 30 0 15,L * 1,5#2 2026/2",
                "every second; at minute 30; at hour 0; on day 15 and the last day of the month; every month; on Monday and the second Friday of the month; every 2 years from 2026 through 2500"
            ),
        ]
    )
    func fields(_ expression: String, descriptions: String) throws {
        let fields = try #require(try Schedule.parse(expression).fields)
        #expect(fields.all.map(\.description).joined(separator: "; ") == descriptions)
    }

    @Test func `every description is well-formed`() throws {
        var expressions = RandomSchedule(seed: 7)
        for round in 0..<20_000 {
            let (text, options) = expressions.next()
            let schedule = try Schedule.parse(text, options)
            let style = DescriptionStyle(
                uses24HourClock: [true, false, nil][round % 3],
                isVerbose: round % 4 == 0,
                trimsLeadingZero: round % 5 == 0,
                language: Language.all[round / 2 % Language.all.count]
            )
            let fields = try #require(schedule.fields)
            let sentence = schedule.description(style)
            #expect(sentence.first.map { $0.isUppercase || $0.isNumber } == true, "\(text): \(sentence)")
            for words in [sentence] + fields.all.map({ $0.description(style) }) where !Self.isWellFormed(words) {
                Issue.record("\(text): \(words)")
            }
        }
    }

    private static func isWellFormed(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let blank = UInt8(ascii: " "), comma = UInt8(ascii: ",")
        let marks = zip(bytes, bytes.dropFirst()).allSatisfy { one, next in
            !(one == blank && (next == blank || next == comma)) && !(one == comma && next != blank)
        }
        let words = text.split { " ,".contains($0) }
        return marks && !words.isEmpty
            && !words.contains { ["nil", "null", "undefined"].contains($0) } && !["and", "und", "y"].contains(words.last)
            && !bytes.contains { "{}".utf8.contains($0) } && !words.contains { $0.contains("ptional") }
            && bytes.first != blank && bytes.last != blank && bytes.last != comma
    }
}
