import CronSchedule
import Testing

struct DescriptionTests {
    @Test("it speaks cRonstrue's English", arguments: ReferenceDescriptions.rows)
    func reference(_ expression: String, description: String) throws {
        #expect(try CronExpression.parse(expression).description == description)
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
        #expect(try CronExpression.parse(expression).description == description)
    }

    @Test(
        "a reader who could be misled is warned",
        arguments: [
            ("0 9 * * 1-5", []),
            ("*/15 */6 * */4 */7", []),
            ("*/45 * * * *", ["Minute step */45 is uneven, not every 45: after 45 it starts again at 0 the next hour"]),
            ("*/90 * * * *", ["Minute step */90 is longer than the field, so it matches only 0"]),
            ("0 0-23/5 * * *", ["Hour step 0-23/5 is uneven, not every 5: after 20 it starts again at 0 the next day"]),
            ("0 0 */2 * *", ["Day of month step */2 is uneven, not every 2: at the end of the month it starts again at 1"]),
            ("0 0 */2 2,4 *", ["Day of month step */2 is uneven, not every 2: at the end of the month it starts again at 1"]),
            ("0 0 */31 * *", ["Day of month step */31 is uneven, not every 31: at the end of the month it starts again at 1"]),
            ("0 0 */32 * *", ["Day of month step */32 is longer than the field, so it matches only 1"]),
            ("0 0 * * */8", ["Day of week step */8 is longer than the field, so it matches only Sunday"]),
            ("0 0 1 */5 *", ["Month step */5 is uneven, not every 5: after November it starts again at January the next year"]),
            ("0 0 * * */2", ["Day of week step */2 is uneven, not every 2: after Saturday it starts again at Sunday the next week"]),
            (
                "0 0 1,15 * 5",
                ["Runs when day of month 1,15 or day of week 5 matches; one is enough, because neither field starts with *"]
            ),
            ("0 0 15 * 0-6", ["Runs every day: day of month 15 or day of week 0-6 is enough, and one of them is always true"]),
            (
                "0 0 *,5 * 1-5,*/3",
                []
            ),
            (
                "0 0 13 * */5",
                [
                    "Day of week step */5 is uneven, not every 5: after Friday it starts again at Sunday the next week",
                    "Runs only when day of month and day of week both match, because one of the two fields starts with *",
                ]
            ),
            ("0 0 31 2 *", ["Never runs: none of the selected months has one of the selected days"]),
        ]
    )
    func warnings(_ expression: String, warnings: [String]) throws {
        #expect(try CronExpression.parse(expression).warnings == warnings)
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
        ]
    )
    func fields(_ expression: String, descriptions: String) throws {
        let fields = try #require(try CronExpression.parse(expression).fields)
        #expect(fields.all.map(\.description).joined(separator: "; ") == descriptions)
    }

    @Test func `every description is well-formed`() throws {
        var expressions = RandomExpression(seed: 7)
        for _ in 0..<5_000 {
            let expression = try CronExpression.parse(expressions.next())
            let fields = try #require(expression.fields)
            for text in [expression.description] + expression.warnings + fields.all.map(\.description) {
                let isWellFormed =
                    !text.isEmpty && !text.contains("  ") && !text.contains(", ,") && !text.contains(" ,") && !text.hasSuffix(",")
                    && !text.hasSuffix(" ") && !text.hasPrefix(" ") && !text.contains("Optional") && !text.contains("nil")
                #expect(isWellFormed, "\(expression.text): \(text)")
            }
            #expect(expression.description.first?.isUppercase == true)
        }
    }
}
