import CronSchedule
import TestKit
import Testing

struct ScheduleErrorTests {
    @Test(
        "a refused expression names the field, the value and what is accepted",
        arguments: [
            ("0 25 * * *", "Hour value 25 out of range (0-23)"),
            ("60 * * * *", "Minute value 60 out of range (0-59)"),
            ("0 0 0 * *", "Day of month value 0 out of range (1-31)"),
            ("0 0 32 * *", "Day of month value 32 out of range (1-31)"),
            ("0 0 1 13 *", "Month value 13 out of range (1-12)"),
            ("0 0 * * 8", "Day of week value 8 out of range (0-7)"),
            ("5-64/30 * * * *", "Minute value 64 out of range (0-59)"),
            ("99999999999999999999 * * * *", "Minute value 99999999999999999999 out of range (0-59)"),
            ("*/0 * * * *", "Minute step 0 out of range (1-2147483647)"),
            ("*/99999999999999999999 * * * *", "Minute step 99999999999999999999 out of range (1-2147483647)"),
            ("*/x * * * *", "Minute step x is not a number"),
            ("*/ * * * *", "Minute step \"\" is not a number"),
            ("-5 * * * *", "Minute value -5 is not a whole number (0-59)"),
            ("1-2-3 * * * *", "Minute value 2-3 is not a number (0-59)"),
            ("*5 * * * *", "Minute value *5 is not a number (0-59)"),
            ("*-5 * * * *", "Minute value *-5 is not a number (0-59)"),
            ("1.5 * * * *", "Minute value 1.5 is not a whole number (0-59)"),
            ("1.2.3 * * * *", "Minute value 1.2.3 is not a number (0-59)"),
            ("0 +9 * * *", "Hour value +9 is not a whole number (0-23)"),
            ("0 9 * -1.5 *", "Month value -1.5 is not a whole number or name (1-12 or JAN-DEC)"),
            ("*/-5 * * * *", "Minute step -5 is not a whole number"),
            ("*/2.5 * * * *", "Minute step 2.5 is not a whole number"),
            ("*/- * * * *", "Minute step - is not a number"),
            ("*/5. * * * *", "Minute step 5. is not a number"),
            ("0 L * * *", "Hour value L is not a number (0-23)"),
            ("0 0 1 foo *", "Month value foo is not a number or name (1-12 or JAN-DEC)"),
            ("0 0 * * 5#6", "Day of week number 6 after # out of range (1-5)"),
            ("0 0 * * L", "Day of week value missing before L (FRIL is the last Friday of the month)"),
            ("0 9 * * NULL", "Day of week value NULL is not a number or name (0-7 or SUN-SAT)"),
            ("0 9 * * 5LL", "Day of week value 5LL is not a number or name (0-7 or SUN-SAT)"),
            ("0 9 * * 1-5#2", "Day of week value 1-5#2 is not a number or name (0-7 or SUN-SAT)"),
            ("0 9 NOW * *", "Day of month value NOW is not a number (1-31)"),
            ("0 9 L5W * *", "Day of month value L5W is not a number (1-31)"),
            ("0 9 * * #2", "Day of week value missing before # (FRI#2 is the second Friday of the month)"),
            ("0 0 L-31 * *", "Day of month offset 31 from the last day out of range (0-30)"),
            ("0 0 32W * *", "Day of month value 32 out of range (1-31)"),
            ("0 0 ?,1 * *", "Day of month value ? is not a number (1-31)"),
            ("? 0 * * *", "Minute value ? is not a number (0-59)"),
            ("0 0 1 0 *", "Month value 0 out of range (1-12)"),
            ("0 0 * * 9", "Day of week value 9 out of range (0-7)"),
            ("0 0 1-31/0 * *", "Day of month step 0 out of range (1-2147483647)"),
            ("0 0 1 1 * 1969", "Year value 1969 out of range (1970-2500)"),
            ("1,,2 * * * *", "Minute value missing beside a comma (0-59)"),
            ("0 1, * * *", "Hour value missing beside a comma (0-23)"),
            ("0 22-2 * * *", "Hour range 22-2 ends before it starts (0-23)"),
            ("0 9 * * FRI-SUN", "Day of week range FRI-SUN ends before it starts (0-7)"),
            ("0 9 * *", "Expected 5 fields (minute, hour, day of month, month, day of week), found 4"),
            (
                "0 0 9 * * 1-5 2026 1",
                "Expected 5 fields (minute, hour, day of month, month, day of week), "
                    + "6 with seconds in front or years at the end, or 7 with both, found 8"
            ),
            ("0 9 * * 1-5 root /usr/bin/backup", "Expected nothing after the 5 fields, found root /usr/bin/backup"),
            ("0 9 * * 1-5 # backup", "Expected nothing after the 5 fields, found # backup"),
            ("0 9 * * * Scripts/backup.sh", "Expected nothing after the 5 fields, found Scripts/backup.sh"),
            ("CRON_TZ=Europe/Berlin 0 9 * * *", "Time zone CRON_TZ=Europe/Berlin must be given apart from the expression"),
            ("0 9 * * * Europe/Berlin", "Time zone Europe/Berlin must be given apart from the expression"),
            ("*-*-1 09:00", "This looks like a calendar event (flavor systemd), not like a cron expression (flavor debian)"),
            ("@daily x", "Expected nothing after @daily, found x"),
            ("0 9 * * 1\u{2013}5", "Unexpected en dash U+2013 at position 9"),
            ("0\u{A0}9 * * *", "Unexpected no-break space U+00A0 at position 1"),
            ("\u{201C}0 9 * * *", "Unexpected left double quotation mark U+201C at position 0"),
            ("0 9 * * *\u{FEFF}", "Unexpected zero width no-break space U+FEFF at position 9"),
            ("0 9 * * \u{E9}", "Unexpected character U+00E9 at position 8"),
            ("0 9 * * 1\u{0}5", "Unexpected character U+0000 at position 9"),
            ("0 9\n* * *", "Unexpected character U+000A at position 3"),
            ("", "Expression is empty"),
            (" \t\n", "Expression is empty"),
        ]
    )
    func message(_ text: String, message: String) {
        let error = #expect(throws: ScheduleError.self) { try Schedule.parse(text) }
        #expect(error?.message == message)
    }

    @Test func `an error carries the mistake as data`() throws {
        let error = try #require(throws: ScheduleError.self) { try Schedule.parse("  0 9-25 * * *") }
        #expect(error.problem == .outOfRange)
        #expect(error.field == .hour)
        #expect(error.value == "25")
        #expect(error.range == 0...23)
        #expect(error.position == 6)
    }

    @Test(
        "an obvious mistake comes with the expression that was probably meant",
        arguments: [
            ("60 * * * *", "0 * * * *"),
            ("0 24 * * *", "0 0 * * *"),
            ("0-60 9-24 * * *", "0-59 9-23,0 * * *"),
            ("0-30,60 * * * *", "0-30 * * * *"),
            ("0,60 * * * *", "0 * * * *"),
            ("60,0 * * * *", "0 * * * *"),
            ("60,30 * * * *", "0,30 * * * *"),
            ("0\t24,12 * * *", "0\t0,12 * * *"),
            ("0 8-24,3 * * *", "0 8-23,0,3 * * *"),
            ("30,60 * * * *", "30,0 * * * *"),
            ("0 8-24 * * *", "0 8-23,0 * * *"),
            ("0 0,8-24 * * *", "0 0,8-23 * * *"),
            ("0 0-24/2 * * 1-5", "0 0-23/2 * * 1-5"),
            ("5-60 * * * *", "5-59,0 * * * *"),
            ("0 22-2 * * *", "0 22-23,0-2 * * *"),
            ("0 9 * * FRI-SUN", "0 9 * * FRI-SAT,SUN"),
            ("0 9 * * FRI-MON", "0 9 * * FRI-SAT,SUN-MON"),
            ("0 9 * * sat-sun", "0 9 * * sat,sun"),
            ("0 9 * * FRI-0", "0 9 * * 5-7"),
            ("0 9 * * FRI-2", "0 9 * * 5-6,0-2"),
            ("0 9 * * 5-TUE", "0 9 * * 5-6,0-2"),
            ("0 9 1 11-FEB *", "0 9 1 11-12,1-2 *"),
            ("0 9 * * 5-0", "0 9 * * 5-7"),
            ("0 9 * * 6-1", "0 9 * * 6,0-1"),
            ("0 9 * * 7-2", "0 9 * * 0-2"),
            ("0 9 1 NOV-FEB *", "0 9 1 NOV-DEC,JAN-FEB *"),
            ("0 9 25-5 * *", "0 9 25-31,1-5 * *"),
            ("0 22-2/2 * * *", "0 22,0,2 * * *"),
            ("0 9 * * FRI-TUE/2", "0 9 * * 5,0,2"),
            ("0 9 * * Monday", "0 9 * * MON"),
            ("0 9 1 september *", "0 9 1 SEP *"),
            ("0 9 1 Sept *", "0 9 1 SEP *"),
            ("0 9 * * Tues,Thursday", "0 9 * * TUE,THU"),
            ("0 9 * * Monday-Friday", "0 9 * * MON-FRI"),
            ("0 0 9 * * Mondays", "0 0 9 * * MON"),
            ("0 9 * * FridayL,Monday#2", "0 9 * * FRIL,MON#2"),
            ("0 9 * * MON..FRI", "0 9 * * MON-FRI"),
            ("0 9 * * MON, WED, FRI", "0 9 * * MON,WED,FRI"),
            ("0 9 - 17 * * *", "0 9-17 * * *"),
            ("0 9am * * *", "0 9 * * *"),
            ("0 12am,9PM-11pm * * *", "0 0,21-23 * * *"),
            ("*5 * * * *", "*/5 * * * *"),
            ("0 9 * * *;", "0 9 * * *"),
            ("0 9 * * 1-5,", "0 9 * * 1-5"),
            ("0 9 * * MON. ", "0 9 * * MON"),
            ("0 9 * * 1 ;", "0 9 * * 1"),
            ("@daily;", "@daily"),
            ("@dayly", "@daily"),
            ("@week", "@weekly"),
            ("@anually", "@annually"),
            ("0 12 * * MON-FRI *", "0 12 * * MON-FRI"),
            ("0 12 1 JAN * ?", "0 12 1 JAN *"),
            ("0 0 24 * * *", "0 0 0 * * *"),
            ("H/15 * * * *", "*/15 * * * *"),
            ("/15 * * * *", "*/15 * * * *"),
            ("0 0 ?/2 * *", "0 0 */2 * *"),
            ("0 9 * * 1-5 root /usr/bin/backup", "0 9 * * 1-5"),
            ("0 9 * * 1-5 # every, workday", "0 9 * * 1-5"),
            ("0 0 9 * * 1-5 2026 /usr/bin/backup", "0 0 9 * * 1-5 2026"),
            ("CRON_TZ=Europe/Berlin 0 9 * * *", "0 9 * * *"),
            ("TZ=UTC @daily", "@daily"),
            ("0 9 * * * Europe/Berlin", "0 9 * * *"),
            ("hourly", "@hourly"),
            ("Midnight", "@midnight"),
            // systemd's week begins on Monday.
            ("weekly", "@weekly"),
            ("Mon..Fri 09:00", "0 9 * * 1-5"),
            (" Sat,Sun *-*-* 06..22/4:30", "30 6-22/4 * * 6,0"),
            ("*:0/15", "*/15 * * * *"),
            ("*-*~1 23:59:30", "30 59 23 L * *"),
            ("2027-1,7-01", "0 0 1 1,7 * 2027"),
            ("@every 5m", "*/5 * * * *"),
            ("@every 1h", "0 * * * *"),
            ("@every 90m30m", "0 */2 * * *"),
            ("@every 24h", "0 0 * * *"),
            ("@every 1d", "0 0 * * *"),
            ("@every 15s", "*/15 * * * * *"),
            ("0 9 * * 1-5 /usr/bin/backup --all", "0 9 * * 1-5"),
            ("@daily /usr/bin/backup", "@daily"),
            ("@Daily", "@daily"),
            ("0\u{A0}9 * * 1\u{2013}5", "0 9 * * 1-5"),
            ("\u{201C}0 9 * * 1-5\u{201D}", "0 9 * * 1-5"),
            ("\u{FF10}\u{3000}\u{0669}\u{3000}\u{FF0A} \u{2217} 1\u{2212}5", "0 9 * * 1-5"),
            ("0 9\n* * *", "0 9 * * *"),
            ("\u{FEFF}`0 9 * * *`", "0 9 * * *"),
            ("\"0 9 * * 1-5\"", "0 9 * * 1-5"),
        ]
    )
    func suggestion(_ text: String, suggestion: String) {
        let error = #expect(throws: ScheduleError.self) { try Schedule.parse(text) }
        #expect(error?.suggestion == suggestion)
    }

    @Test(
        "no expression is suggested where none is likely",
        arguments: [
            "0 25 * * *", "0 9 * *", "x y z", "@every", "1,,2 * * * *", "0 0 0 * *", "60 x * * *", "*/0 * * * *", "0 0 * * 8", "0 0 1 13 *",
            // Neither the end of the day before nor its beginning is surely meant.
            "0 24 * * 1-5", "60 9 * * *", "0 8-24 * * 1-5", "5-60 9 * * *", "5-60/5 * * * *", "60-5 * * * *", "60,30 9 * * *",
            // Too far from every macro, or as far from two.
            "@foo", "@d", "@weurly", "@secondly", "0 13pm * * *", "0 am * * *", "*0 * * * *", "0 *24 * * *", "0 12 * * MON-FRI 1",
            // No schedule of cron has such gaps.
            "@every 7m", "@every 90m", "@every 25h", "@every 5", "@every 99999999999999999999h",
            // Every third day from the 25th on depends on the month's length, and so many values say nothing to a reader.
            "0 9 25-5/3 * *", "50-20/2 * * * *", "0 0 1 1 * 2030-2027",
            // Its time zone would be lost, and no expression wants both date and weekday unless one of them is any.
            "Mon 09:00 Europe/Berlin", "Fri *-*-13",
            "0 9 * * *\n0 10 * * *", "0 5 PM * *", "1,5 9 * * * 0,5 0 0", "H * * * *", "0 9 * * L",
        ]
    )
    func noSuggestion(_ text: String) throws {
        let error = try #require(throws: ScheduleError.self) { try Schedule.parse(text) }
        #expect(error.suggestion == nil)
    }

    @Test func `every suggestion can be read`() throws {
        let alphabet = Array("0159*/,-@?LJAN sunMON\u{2013}\u{A0}\"")
        var random = SplitMix64(seed: 11)
        var suggestions = 0
        for _ in 0..<5_000 {
            let text = String((0..<Int.random(in: 1...14, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "*" })
            let fields = "\(text) 22-2 ? * 5-1"
            do {
                _ = try Schedule.parse(fields)
            } catch {
                guard let suggestion = error.suggestion else { continue }
                suggestions += 1
                #expect(throws: Never.self) { try Schedule.parse(suggestion) }
            }
        }
        #expect(suggestions > 100)
    }

    @Test(
        "hostile input is refused",
        arguments: [
            String(repeating: "*", count: 10_240),
            String(repeating: "\u{1F4A5}", count: 2_560),
            String(repeating: "1,", count: 5_000) + "1 * * * *",
            String(repeating: "9", count: 500) + " * * * *",
            String(repeating: "60,", count: 300) + "60 * * * *",
            String(repeating: "* ", count: 500),
            String(repeating: "-", count: 1_000),
            String(repeating: "/", count: 1_000),
            String(repeating: "\u{301}", count: 500),
            "\u{0} \u{0} \u{0} \u{0} \u{0}",
            "\u{FF10} * * * *",
            "-9223372036854775808 * * * *",
            "*/-1 * * * *",
            "1-18446744073709551616 * * * *",
        ]
    )
    func hostile(_ text: String) throws {
        let error = try #require(throws: ScheduleError.self) { try Schedule.parse(text) }
        #expect(error.message.utf8.count < 200)
    }

    @Test func `any bytes are read or refused`() {
        var random = SplitMix64(seed: 3)
        var refused = 0
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            if (try? Schedule.parse(String(decoding: bytes, as: UTF8.self))) == nil { refused += 1 }
        }
        #expect(refused > 4_900)
    }
}
