import Testing

@testable import FlagRules

@Suite struct `Times that conditions name` {
    @Test(
        "an offset has a sign, a whole number and a unit",
        arguments: [
            ("-7d", -604_800), ("+2h", 7200), ("-90m", -5400), ("+30s", 30), ("-1w", -604_800), ("+0s", 0), ("-0w", 0), ("+007d", 604_800),
            ("+36525d", 3_155_760_000), ("-36525d", -3_155_760_000), ("+3155760000s", 3_155_760_000), ("-5217w", -3_155_241_600),
            ("+876600h", 3_155_760_000), ("+52596000m", 3_155_760_000),
        ] as [(FlagValue, Int64)]
    )
    func offsets(value: FlagValue, seconds: Int64) {
        #expect(TimeOperand(value) == .offset(seconds: seconds))
    }

    @Test(
        "all else is no time",
        arguments: [
            "", "7d", "90m", "-d", "-7", "+", "-", "-7D", "-7 d", " -7d", "-7d ", "--7d", "+-7d", "-7.5d", "-1e3d", "-7dd", "-7d12h", "-7y",
            "-7M", "−7d",
            "-٧d", "-7ms", "+36526d", "-36526d", "+5218w", "+3155760001s", "+99999999999s", "+9223372036854775807w", "+9999999999w",
            "-99999999999999999999999999d", "1767225600", "tomorrow", .float(.infinity), .null, true, ["-7d"], [:],
        ] as [FlagValue]
    )
    func others(value: FlagValue) {
        #expect(TimeOperand(value) == nil)
    }

    @Test(arguments: ["2026-01-31T12:34:56Z", "2026-01-31", 1_769_862_896, 1.5, 1_769_862_896_000] as [FlagValue])
    func `a point in time is the one that an attribute would be`(value: FlagValue) throws {
        #expect(TimeOperand(value) == .instant(try #require(Instant(value))))
    }

    @Test func `an offset counts from now, a point in time does not`() {
        let now = Instant(seconds: 1000, nanoseconds: 5)
        #expect(TimeOperand.offset(seconds: -10).instant(at: now) == Instant(seconds: 990, nanoseconds: 5))
        #expect(TimeOperand.offset(seconds: 10).instant(at: now) == Instant(seconds: 1010, nanoseconds: 5))
        #expect(TimeOperand.instant(Instant(seconds: 7)).instant(at: now) == Instant(seconds: 7))
        // Whatever a caller takes for now.
        #expect(TimeOperand.offset(seconds: 1).instant(at: Instant(seconds: .max)) == Instant(seconds: .min))
    }
}
