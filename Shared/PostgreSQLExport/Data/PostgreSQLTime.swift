import Timekeeping

/// Instants as PostgreSQL's `timestamp with time zone` has them: microseconds from 4714 BC to 294276 AD.
enum PostgreSQLTime {
    /// Milliseconds since 1970 that it can hold: from 4714-11-24 BC to before 294277-01-01.
    /// Source: PostgreSQL's `datatype/timestamp.h`, MIN_TIMESTAMP and END_TIMESTAMP.
    static let range: Range<Int64> = -210_866_803_200_000..<9_224_318_016_000_000

    /// Microseconds since 2000-01-01, which is what `timestamptz_send` gives. Only for instants in ``range``.
    static func microseconds(_ time: Timestamp) -> Int64 { (time.milliseconds - 946_684_800_000) * 1_000 }

    /// As COPY reads it. Only for instants in ``range``.
    static func text(_ time: Timestamp) -> String {
        // Years of four digits are the same in RFC 3339. The calendar repeats itself every 400 years, of 146 097 days.
        var years: Int64 = 0
        var milliseconds = time.milliseconds
        let firstWritten: Int64 = -62_135_596_800_000
        let firstUnwritten: Int64 = 253_402_300_800_000
        let cycle: Int64 = 146_097 * 86_400_000
        if milliseconds < firstWritten {
            let cycles = (firstWritten - milliseconds + cycle - 1) / cycle
            years = -400 * cycles
            milliseconds += cycles * cycle
        } else if milliseconds >= firstUnwritten {
            let cycles = (milliseconds - firstUnwritten) / cycle + 1
            years = 400 * cycles
            milliseconds -= cycles * cycle
        }
        let written = Timestamp(milliseconds: milliseconds).rfc3339
        guard years != 0 else { return written }
        let year = (Int64(written.prefix(4)) ?? 0) + years
        // There is no year 0: the one before 1 AD is 1 BC.
        let digits = String(year > 0 ? year : 1 - year)
        let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        return padded + written.dropFirst(4) + (year > 0 ? "" : " BC")
    }
}
