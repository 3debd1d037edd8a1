import CronSchedule
import TestKit
import Testing

private func refusal(_ text: String) -> ScheduleError? {
    #expect(throws: ScheduleError.self) { try Schedule.parse(text, .init(flavor: .systemd)) }
}

struct CalendarEventErrorTests {
    private static let expected = "Expected weekdays, a date, a time such as 09:00, or a time zone, found "

    @Test(
        "a refused event names the field, the value and what is accepted",
        arguments: [
            ("", "Expression is empty"),
            ("24:00", "Hour value 24 out of range (0-23)"),
            ("9:60", "Minute value 60 out of range (0-59)"),
            ("9:00:60", "Second value 60 out of range (0-59)"),
            ("9:00:59.9999995", "Second value 59.9999995 out of range (0-59)"),
            ("13-01", "Month value 13 out of range (1-12)"),
            ("*-*-0", "Day of month value 0 out of range (1-31)"),
            ("*-*-32", "Day of month value 32 out of range (1-31)"),
            ("*-*~29", "Day of month value 29 out of range (1-28)"),
            ("1969-01-01", "Year value 1969 out of range (1970-2199)"),
            ("2200-01-01", "Year value 2200 out of range (1970-2199)"),
            ("100-01-01", "Year value 100 out of range (1970-2199)"),
            ("*:5..100/60", "Minute value 100 out of range (0-59)"),
            ("*:99999999999999999999", "Minute value 99999999999999999999 out of range (0-59)"),
            ("*:0/+5", "Minute step +5 is not a whole number"),
            ("*:5..3", "Minute range 5..3 ends before it starts (0-59)"),
            ("22..2:00", "Hour range 22..2 ends before it starts (0-23)"),
            ("*-*~03..01", "Day of month range 03..01 ends before it starts (1-28)"),
            ("2030..2026-1-1", "Year range 2030..2026 ends before it starts (1970-2199)"),
            ("Sat..Mon", "Day of week range Sat..Mon ends before it starts (weeks go from Mon to Sun)"),
            ("Sun-Mon", "Day of week range Sun-Mon ends before it starts (weeks go from Mon to Sun)"),
            ("*:50/15", "Minute step 15 from 50 out of range (1-9)"),
            ("*:0/60", "Minute step 60 from 0 out of range (1-59)"),
            ("*:59/1", "Minute step 1 has no value left to go to after 59"),
            ("*-*~07/7", "Day of month step 7 from 07 out of range (1-6)"),
            ("*:0/0", "Minute step 0 out of range (1-59)"),
            ("*:0..5/99999999999", "Minute step 99999999999 out of range (1-59)"),
            ("*:0/x", "Minute step x is not a number"),
            ("*:0/", "Minute step \"\" is not a number"),
            ("*:*/15", "Minute value */15: in a calendar event * stands alone, and a step follows a number (0/2)"),
            ("*-*/3-1", "Month value */3: in a calendar event * stands alone, and a step follows a number (1/2)"),
            ("*:1,*", "Minute value *: in a calendar event * stands alone, and a step follows a number (0/2)"),
            ("*:1.5", "Minute value 1.5 is not a whole number (0-59)"),
            ("1..2..3:00", "Hour value 1..2..3 is not a number (0-23)"),
            ("9:00am", "Minute value 00am is not a number (0-59)"),
            ("2026-Jan-01", "Month value Jan is not a number (1-12)"),
            ("9:~7", expected + "9:~7"),
            ("1-1 9:~7", "Minute value ~7 is not a number (0-59)"),
            ("*:+5", "Minute value +5 is not a whole number (0-59)"),
            ("9:", "Minute value missing (0-59 or *)"),
            ("*:1,,2", "Minute value missing (0-59 or *)"),
            ("-5", "Month value missing (1-12 or *)"),
            ("*:*:00.5", "Second value 00.5 is not whole (0-59)"),
            ("*:*:0/0.5", "Second value 0/0.5 is not whole (0-59)"),
            ("*:*:5..5", "Second range 5..5 ends before its first step of one second"),
            ("*:*:5.", "Second value 5. is not a number (0-59)"),
            ("*-*~19,26", "Day of month list ~19,26: the highest day from the end is 28, and in systemd 3 less for each value below it"),
            ("2026~01-05", "Month value ~01: ~ stands only before the day, to count from the end of the month"),
            ("Mond", "Day of week value Mond is not a name (Mon-Sun or Monday-Sunday)"),
            ("Mon..", "Day of week value Mon.. is not a name (Mon-Sun or Monday-Sunday)"),
            ("Mon..Tue..Wed", "Day of week value Tue..Wed is not a name (Mon-Sun or Monday-Sunday)"),
            ("Mon.Fri", "Day of week value Mon.Fri is not a name (Mon-Sun or Monday-Sunday)"),
            ("Mon,,Tue", "Day of week value missing beside a comma (Mon-Sun or Monday-Sunday)"),
            ("Mon,1", "Day of week value 1 is not a name (Mon-Sun or Monday-Sunday)"),
            ("0900", expected + "0900"),
            ("*", expected + "*"),
            ("UTC", expected + "UTC"),
            ("9:00 UTC UTC", expected + "UTC"),
            ("9:00 gmt", expected + "gmt"),
            ("9:00 CEST", expected + "CEST"),
            ("9:00 Europe", expected + "Europe"),
            ("9:00:00:00", expected + "9:00:00:00"),
            ("2026-01-01T09:00", expected + "2026-01-01T09:00"),
            ("1-2-3-4", expected + "1-2-3-4"),
            ("9:00 10:00", expected + "10:00"),
            ("Mon daily", expected + "daily"),
            ("9:00 Foo/Bar", "Time zone Foo/Bar is unknown (names are as in Europe/Berlin or UTC)"),
            ("9:00 Europe/", "Time zone Europe/ is unknown (names are as in Europe/Berlin or UTC)"),
            ("9:00 Europe//Berlin", "Time zone Europe//Berlin is unknown (names are as in Europe/Berlin or UTC)"),
            ("daily 9:00", "Expected nothing but a time zone after daily, found 9:00"),
            ("9:00  UTC", "Unexpected second blank before the time zone at position 5"),
            ("daily  UTC", "Unexpected second blank before the time zone at position 6"),
            ("Mon\t9:00", "Unexpected tab at position 3: the parts of a calendar event are divided by blanks"),
            ("Mon..Fri 9:00\u{A0}UTC", "Unexpected no-break space U+00A0 at position 13"),
            ("0 9 * * 1-5", "This looks like a cron expression (flavor debian), not like a calendar event (flavor systemd)"),
            ("@daily", "Timestamp daily is not a number of seconds since 1970"),
            ("@", "Timestamp \"\" is not a number of seconds since 1970"),
            ("@1e9", "Timestamp 1e9 is not a number of seconds since 1970"),
            ("@-1", "Timestamp -1 out of range (0-7258118399)"),
            ("@7258118400", "Timestamp 7258118400 out of range (0-7258118399)"),
            ("@5 9:00", expected + "9:00"),
        ]
    )
    func message(_ text: String, message: String) {
        #expect(refusal(text)?.message == message)
    }

    @Test func `an error carries the mistake as data`() throws {
        let error = try #require(refusal("  Mon *-*-1 9,24..25:00"))
        #expect(error.problem == .outOfRange)
        #expect(error.field == .hour)
        #expect(error.value == "24")
        #expect(error.range == 0...23)
        #expect(error.position == 14)
    }

    @Test(
        "an obvious mistake comes with the event that was probably meant",
        arguments: [
            ("0 9 * * 1-5", "Mon..Fri *-*-* 09:00:00"),
            ("*/15 * * * *", "*-*-* *:00/15:00"),
            ("*/90 9-17/2 1,15 */2 *", "*-01/2-01,15 09..17/2:00:00"),
            ("0 0 L * *", "*-*~01 00:00:00"),
            ("30 5 4 * * 0,6 2030", "Sat,Sun 2030-*-* 04:05:30"),
            ("every day", "daily"),
            ("every day at 9:00", "9:00"),
            ("Every hour", "hourly"),
            ("Mon..Fri at 9:00am", "Mon..Fri 09:00"),
            ("9:30 pm", "21:30"),
            ("12am", "00:00"),
            ("noon", "12:00"),
            ("weekdays 9:00", "Mon..Fri 9:00"),
            ("0900", "09:00"),
            ("Mon 9", "Mon 9:00"),
            ("9:", "9:00"),
            (":30", "*:30"),
            ("*/15", "*:0/15"),
            ("*:*/15", "*:0/15"),
            ("*:*/1", "*:*"),
            ("*-*/3-01", "*-1/3-01"),
            ("2026-Jan-01", "2026-01-01"),
            ("Jan 1 9:00", "01-01 9:00"),
            ("25 December", "12-25"),
            ("25 December 2026 9:00", "2026-12-25 9:00"),
            ("Dec 25 2026", "2026-12-25"),
            ("1300", "13:00"),
            ("2026-01-01T09:00", "2026-01-01 09:00"),
            ("Mon-Fri 9-17:00", "Mon-Fri 9..17:00"),
            ("Sat..Mon", "Sat..Sun,Mon"),
            ("Sun..Thu 9:00", "Sun,Mon..Thu 9:00"),
            ("22..2:00", "22..23,0..2:00"),
            ("*-*~03..01", "*-*~01..03"),
            ("24:00", "0:00"),
            ("*-*-* 24:00", "*-*-* 0:00"),
            ("*:60", "*:0"),
            ("9:*:60", "9:*:0"),
            ("0..24:00", "0..23:00"),
            ("Mon 00..24/2:00", "Mon 00..23/2:00"),
            ("9..24:00", "9..23,0:00"),
            ("*:30..60", "*:30..59,0"),
            ("*:50/15", "*:50"),
            ("*:*:5..5", "*:*:5"),
            ("9:00 europe/berlin", "9:00 Europe/Berlin"),
            ("9:00 america/new_york", "9:00 America/New_York"),
            ("9:00 gmt", "9:00 GMT"),
            ("9:00  UTC", "9:00 UTC"),
            ("Mon\t9:00", "Mon 9:00"),
            ("\u{201C}Mon\u{2013}Fri 9:00\u{201D}", "Mon-Fri 9:00"),
            ("@daily", "daily"),
            ("@midnight", "daily"),
            ("Mon, Tue 9:00", "Mon,Tue 9:00"),
            ("Mon to Fri 9:00", "Mon..Fri 9:00"),
            ("Mondays 9:00", "Mon 9:00"),
            ("Tues 9:00", "Tue 9:00"),
            ("Mon9:00", "Mon 9:00"),
            ("9:00 Mon..Fri", "Mon..Fri 9:00"),
            ("9:00 2026-01-01", "2026-01-01 9:00"),
            ("daily 9:00", "9:00"),
            ("Mon,,Tue", "Mon,Tue"),
        ]
    )
    func suggestion(_ text: String, suggestion: String) {
        #expect(refusal(text)?.suggestion == suggestion)
    }

    @Test(
        "nothing is suggested where nothing is likely",
        arguments: [
            "0 9 1 * 1", "0 9 15W * *", "@reboot", "Foo", "*:*:00.5", "2200-01-01", "2030..2026-1-1", "*-*~29", "1-2-3-4", "*:0/0",
            // Each would be repaired into what runs at another time.
            "Mon 24:00", "Mon 9..24:00", "9..24/3:00", "9:30..60", "2026-01-31 24:00", "9:60", "9:30:60", "every 2 day", "each 2 weekdays",
            "2 day", "day 15", "2026", "2026 Jan 25",
            "every day of the month", "every day of week", "9:00-17:00",
        ]
    )
    func noSuggestion(_ text: String) {
        #expect(refusal(text)?.suggestion == nil)
    }

    @Test func `a cron expression and the event suggested for it have the same times`() throws {
        var (expressions, translated) = (RandomExpression(seed: 7), 0)
        let start = try moment("2026-01-01T00:00:00")
        for _ in 0..<400 {
            let text = expressions.next()
            guard let event = refusal(text)?.suggestion else { continue }
            translated += 1
            let times = try Schedule.parse(event, .init(flavor: .systemd)).next(after: start, count: 5)
            #expect(times == (try Schedule.parse(text).next(after: start, count: 5)), "\(text) as \(event)")
        }
        #expect(translated > 100)
    }

    @Test(
        "hostile text is refused",
        arguments: [
            String(repeating: "*", count: 1024), String(repeating: "1,", count: 512),
            "*-*~" + String(repeating: "28/1,", count: 199) + "27/1",
            String(repeating: "9", count: 1024), "@" + String(repeating: "9", count: 1000), "*:*:59." + String(repeating: "9", count: 1000),
            String(repeating: "Mon..Sun,", count: 100) + ".", String(repeating: "-", count: 1024), String(repeating: "~", count: 1024),
            String(repeating: "/", count: 1024), "UTC UTC UTC UTC", "9:00 " + String(repeating: "A/", count: 500), ".", "..", ",", ":",
            "::",
            "-", "~", "/", "*-*-*:", "* *", "~ ~ ~", "1..", "*:..5", "*:5../2", "\u{0}", "9:00\u{0}", "*:٣",
        ]
    )
    func hostile(_ text: String) throws {
        let error = try #require(refusal(text))
        #expect(error.message.utf8.count < 200)
    }

    @Test func `whatever is read, an error points at its value and a suggestion is valid`() throws {
        var random = SplitMix64(seed: 11)
        let alphabet = Array("0123456789*-~/.,: ~..//--MonfriTUTCSunx@+#LWZ")
        var refused = 0
        for round in 0..<5000 {
            var text = Array(CalendarEventReference.rows[round % CalendarEventReference.rows.count].expression)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let index = Int.random(in: 0..<text.count, using: &random)
                text[index] = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                if Bool.random(using: &random) { text.insert(text[index], at: text.count / 2) }
            }
            do {
                _ = try Schedule.parse(String(text), .init(flavor: .systemd))
            } catch {
                refused += 1
                let found = String(text).utf8.dropFirst(error.position).prefix(error.value.utf8.count)
                #expect(found.elementsEqual(error.value.utf8), "\(String(text)): \(error)")
                if let suggestion = error.suggestion { _ = try Schedule.parse(suggestion, .init(flavor: .systemd)) }
            }
        }
        #expect(refused > 1000)
    }
}
