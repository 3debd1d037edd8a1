import Testing
import Timekeeping

@Suite struct TimestampTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (1_776_675_600_000, "2026-04-20T09:00:00Z"), (1_709_164_800_250, "2024-02-29T00:00:00.250Z"),
            (-1, "1969-12-31T23:59:59.999Z"), (-62_135_596_800_000, "0001-01-01T00:00:00Z"), (253_402_300_799_000, "9999-12-31T23:59:59Z"),
        ] as [(Int64, String)]
    )
    func `times are written and read as RFC 3339`(milliseconds: Int64, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).rfc3339 == text)
        #expect(Timestamp(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(
        arguments: [
            ("2026-04-20T11:00:00+02:00", 1_776_675_600_000), ("2026-04-20 03:30:00.5-05:30", 1_776_675_600_500),
            ("2026-04-20t09:00:00.123456789z", 1_776_675_600_123), ("2016-12-31T23:59:60Z", 1_483_228_800_000),
        ] as [(String, Int64)]
    )
    func `offsets, fractions and leap seconds are read`(text: String, milliseconds: Int64) {
        #expect(Timestamp(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2026", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-32T00:00:00Z",
        "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:61Z", "2026-01-01T00:00:00", "2026-01-01T00:00:00.Z",
        "2026-01-01T00:00:00+2:00", "2026-01-01T00:00:00Z ", "2026-1-1T00:00:00Z", "２０26-01-01T00:00:00Z",
    ])
    func `what is no RFC 3339 time is refused`(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test(
        arguments: [
            (Timestamp(seconds: .max), .max), (Timestamp(seconds: .min), .min), (Timestamp(seconds: 1_700_000_000_000_000_000), .max),
            (Timestamp(milliseconds: .max).adding(seconds: 1), .max), (Timestamp(milliseconds: .min).adding(seconds: -1), .min),
            (Timestamp(seconds: 1).adding(seconds: .max), .max), (Timestamp(seconds: -1).adding(seconds: .min), .min),
            (Timestamp(milliseconds: 5).adding(seconds: -2), -1_995),
        ] as [(Timestamp, Int64)]
    )
    func `what is out of reach becomes the first or last instant`(time: Timestamp, milliseconds: Int64) {
        #expect(time.milliseconds == milliseconds)
    }

    @Test(
        arguments: [
            (.max, "9999-12-31T23:59:59.999Z"), (253_402_300_800_000, "9999-12-31T23:59:59.999Z"), (.min, "0000-01-01T00:00:00Z"),
            (-62_167_219_200_001, "0000-01-01T00:00:00Z"), (-62_167_219_200_000, "0000-01-01T00:00:00Z"),
        ] as [(Int64, String)]
    )
    func `a time beyond the four digits of a year is written as the nearest one within`(milliseconds: Int64, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).rfc3339 == text)
        #expect(Timestamp(rfc3339: text) != nil)
    }

    @Test(
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (951_868_799, "Tue, 29 Feb 2000 23:59:59 GMT"), (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT"),
            (1_767_225_599, "Wed, 31 Dec 2025 23:59:59 GMT"), (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
            (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
        ] as [(Int64, String)]
    )
    func `times are written as HTTP writes them, without the fraction`(seconds: Int64, text: String) {
        #expect(Timestamp(milliseconds: seconds * 1_000 + 999).httpDate == text)
    }
}
