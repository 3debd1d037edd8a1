import CronSchedule
import Testing

struct CronErrorTests {
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
            ("-5 * * * *", "Minute value -5 is not a number (0-59)"),
            ("1-2-3 * * * *", "Minute value 2-3 is not a number (0-59)"),
            ("*5 * * * *", "Minute value *5 is not a number (0-59)"),
            ("*-5 * * * *", "Minute value *-5 is not a number (0-59)"),
            ("1.5 * * * *", "Minute value 1.5 is not a number (0-59)"),
            ("0 L * * *", "Hour value L is not a number (0-23)"),
            ("0 0 1 foo *", "Month value foo is not a number or name (1-12 or JAN-DEC)"),
            ("0 0 * * 5#2", "Day of week value 5#2 is not a number or name (0-7 or SUN-SAT)"),
            ("1,,2 * * * *", "Minute value missing beside a comma (0-59)"),
            ("0 1, * * *", "Hour value missing beside a comma (0-23)"),
            ("5/15 * * * *", "Minute step 5/15 needs a range or * before the slash (0-59)"),
            ("0 22-2 * * *", "Hour range 22-2 ends before it starts (0-23)"),
            ("0 9 * * FRI-SUN", "Day of week range FRI-SUN ends before it starts (0-7)"),
            ("0 9 * *", "Expected 5 fields (minute, hour, day of month, month, day of week), found 4"),
            ("0 0 9 * * 1-5", "Expected 5 fields (minute, hour, day of month, month, day of week), found 6"),
            ("@daily x", "Expected nothing after @daily, found x"),
            ("0 9 * * 1\u{2013}5", "Unexpected character U+2013 at position 9"),
            ("0 9 * * 1\u{0}5", "Unexpected character U+0000 at position 9"),
            ("0 9\n* * *", "Unexpected character U+000A at position 3"),
            ("", "Expression is empty"),
            (" \t\n", "Expression is empty"),
        ]
    )
    func message(_ text: String, message: String) {
        let error = #expect(throws: CronError.self) { try CronExpression.parse(text) }
        #expect(error?.message == message)
    }

    @Test func `an error carries the mistake as data`() throws {
        let error = try #require(throws: CronError.self) { try CronExpression.parse("  0 9-25 * * *") }
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
            ("0-60 9-24 * * *", "0-59 9-23 * * *"),
            ("5/15 * * * *", "5-59/15 * * * *"),
            ("0/15 * * * *", "*/15 * * * *"),
            ("0 22-2 * * *", "0 22-23,0-2 * * *"),
            ("0 9 * * FRI-SUN", "0 9 * * 5-6,0"),
            ("0 9 * * 6-1", "0 9 * * 6,0-1"),
            ("0 9 * * Monday", "0 9 * * MON"),
            ("0 9 1 september *", "0 9 1 SEP *"),
            ("0 9 ? * 1", "0 9 * * 1"),
            ("0 0 9 * * 1-5", "0 9 * * 1-5"),
            ("0 9 * * 1-5 2026", "0 9 * * 1-5"),
            ("0 9 * * 1-5 /usr/bin/backup --all", "0 9 * * 1-5"),
            ("@daily /usr/bin/backup", "@daily"),
            ("@Daily", "@daily"),
            ("0\u{A0}9 * * 1\u{2013}5", "0 9 * * 1-5"),
            ("\u{201C}0 9 * * 1-5\u{201D}", "0 9 * * 1-5"),
            ("\"0 9 * * 1-5\"", "0 9 * * 1-5"),
        ]
    )
    func suggestion(_ text: String, suggestion: String) {
        let error = #expect(throws: CronError.self) { try CronExpression.parse(text) }
        #expect(error?.suggestion == suggestion)
    }

    @Test(
        "no expression is suggested where none is likely",
        arguments: ["0 25 * * *", "0 9 * *", "0 22-2/2 * * *", "x y z", "@every", "1,,2 * * * *", "0 0 0 * *", "60 x * * *"]
    )
    func noSuggestion(_ text: String) throws {
        let error = try #require(throws: CronError.self) { try CronExpression.parse(text) }
        #expect(error.suggestion == nil)
    }

    @Test func `every suggestion can be read`() throws {
        let alphabet = Array("0159*/,-@?LJAN sunMON\u{2013}\u{A0}\"")
        var random = FixedRandom(seed: 11)
        var suggestions = 0
        for _ in 0..<20_000 {
            let text = String((0..<Int.random(in: 1...14, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "*" })
            let fields = "\(text) 24 ? * 5-1"
            do {
                _ = try CronExpression.parse(fields)
            } catch {
                guard let suggestion = error.suggestion else { continue }
                suggestions += 1
                #expect(throws: Never.self) { try CronExpression.parse(suggestion) }
            }
        }
        #expect(suggestions > 0)
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
        let error = try #require(throws: CronError.self) { try CronExpression.parse(text) }
        #expect(error.message.utf8.count < 200)
    }

    @Test func `any bytes are read or refused`() {
        var random = FixedRandom(seed: 3)
        var refused = 0
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            if (try? CronExpression.parse(String(decoding: bytes, as: UTF8.self))) == nil { refused += 1 }
        }
        #expect(refused > 4_900)
    }
}
