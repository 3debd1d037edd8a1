import Testing

@testable import ServiceKit

struct SettingsReaderTests {
    private enum Color: String, CaseIterable { case red, green }

    @Test("a value that is accepted is used and noted as coming from the environment")
    func accepted() throws {
        let reader = SettingsReader(environment: ["LIMIT": "12", "COLOR": "green", "ON": "true"])
        #expect(reader.setting("LIMIT", .integer(in: 1...20), default: 5, "A limit.") == 12)
        #expect(reader.setting("COLOR", .choice, default: Color.red, "A color.") == .green)
        #expect(reader.setting("ON", .boolean, default: false, "A switch."))
        try reader.finish()
        #expect(reader.settings.map(\.value) == ["12", "green", "true"])
        #expect(reader.settings.allSatisfy { $0.origin == .environment })
    }

    @Test("a variable that is missing or empty has its default", arguments: [[:], ["LIMIT": ""]])
    func standard(environment: [String: String]) throws {
        let reader = SettingsReader(environment: environment)
        #expect(reader.setting("LIMIT", .integer(in: 1...20), default: 5, "A limit.") == 5)
        #expect(reader.optional("LIMIT", .integer(in: 1...20), "A limit.") == nil)
        try reader.finish()
        #expect(reader.settings.map(\.value) == ["5", ""])
        #expect(reader.settings.map(\.origin) == [.standard, .standard])
    }

    @Test(
        "a number out of range or with anything but digits is refused",
        arguments: ["0", "21", "-1", "1.0", " 1", "1 ", "0x1", "twelve", "99999999999999999999"]
    )
    func refusedNumbers(text: String) {
        let reader = SettingsReader(environment: ["LIMIT": text])
        #expect(reader.setting("LIMIT", .integer(in: 1...20), default: 5, "A limit.") == 5)
        #expect(throws: ConfigurationError.self) { try reader.finish() }
    }

    @Test("all faults come at once, each with its name, its value and what is accepted")
    func allFaults() throws {
        let reader = SettingsReader(environment: ["PORT": "80a", "COLOR": "blue", "ON": "yes"])
        _ = reader.setting("PORT", .port, default: 1, "A port.")
        _ = reader.setting("COLOR", .choice, default: Color.red, "A color.")
        _ = reader.setting("ON", .boolean, default: false, "A switch.")
        let error = try #require(throws: ConfigurationError.self) { try reader.finish() }
        #expect(
            error.description == """
                3 settings are wrong:
                  PORT=80a is not accepted; it must be a port from 1 to 65535
                  COLOR=blue is not accepted; it must be one of red, green
                  ON=yes is not accepted; it must be true or false
                """
        )
    }

    @Test("what a message shows of a broken value stays on its line and short")
    func hostileValue() throws {
        let reader = SettingsReader(environment: ["PORT": "1\n\u{1B}[31m" + String(repeating: "9", count: 1_000)])
        _ = reader.setting("PORT", .port, default: 1, "A port.")
        let error = try #require(throws: ConfigurationError.self) { try reader.finish() }
        let message = try #require(error.faults.first?.message)
        #expect(message.hasPrefix("=1??[31m999"))
        #expect(message.count < 200)
    }

    @Test(
        "an origin is a scheme and an authority",
        arguments: [
            ("https://example.com", "https://example.com"), ("http://Example.com:8080/", "http://example.com:8080"),
            ("http://[::1]:8001", "http://[::1]:8001"), ("example.com", nil), ("ftp://example.com", nil), ("https://", nil),
            ("https://example.com/path", nil), ("https://a b", nil), ("https://example.com?x", nil), ("https://user@example.com", nil),
        ] as [(String, String?)]
    )
    func origins(text: String, origin: String?) {
        #expect(SettingFormat<String>.origin.parse(text) == origin)
    }

    @Test(
        "a duration is one number with one unit, and is written in the largest that fits",
        arguments: [
            ("30s", 30, "30s"), ("90s", 90, "90s"), ("60s", 60, "1m"), ("15m", 900, "15m"), ("24h", 86_400, "1d"), ("7d", 604_800, "7d"),
            ("0", 0, "0"), ("0s", 0, "0"), ("1.5h", nil, ""), ("60", nil, ""), ("h", nil, ""), ("-1h", nil, ""), ("1h30m", nil, ""),
            ("1 h", nil, ""), ("1w", nil, ""), ("", nil, ""), ("9999999999d", nil, ""), ("٣h", nil, ""),
        ] as [(String, Int64?, String)]
    )
    func durations(text: String, seconds: Int64?, written: String) {
        let duration = DurationText.duration(text)
        #expect(duration == seconds.map { .seconds($0) })
        if let duration { #expect(DurationText.text(duration) == written) }
    }

    @Test("a duration out of range is refused with the range")
    func durationRange() throws {
        let format = SettingFormat<Duration>.duration(in: Duration.seconds(60)...Duration.seconds(3_600), zero: "never")
        #expect(format.parse("1m") == .seconds(60) && format.parse("1h") == .seconds(3_600) && format.parse("0") == .zero)
        #expect(format.parse("59s") == nil && format.parse("61m") == nil)
        #expect(format.accepts == "a whole number with a unit (s, m, h or d), such as 15m, from 1m to 1h, or 0 for never")
        #expect(SettingFormat<Duration>.duration(in: Duration.seconds(1)...Duration.seconds(9)).parse("0") == nil)
    }

    @Test(
        "slashes at the end of a folder are dropped",
        arguments: [("/a/b//", "/a/b"), ("/", "/"), ("//", "/"), ("a", "a"), ("a\u{1}", nil)]
    )
    func folders(text: String, folder: String?) {
        #expect(SettingFormat<String>.folder.parse(text) == folder)
    }

    @Test(
        "a path is not a folder and has no control characters",
        arguments: [("./data/app.db", true), ("/data/", false), ("a\u{0}b", false)]
    )
    func paths(text: String, isAccepted: Bool) {
        #expect((SettingFormat<String>.path.parse(text) != nil) == isAccepted)
    }
}
