import Database
import Timekeeping

/// Times as the original's programs and their drivers wrote them.
enum OriginalTime {
    /// `CURRENT_TIMESTAMP` writes `2026-04-20 09:00:00`; Python's drivers also write ISO 8601 and numbers since the epoch.
    ///
    /// `nil` for what is no time.
    static func timestamp(_ value: Value) -> Timestamp? {
        switch value {
        case .text(let text): Timestamp(rfc3339: text) ?? Timestamp(rfc3339: text + "Z") ?? Int64(text).map(sinceEpoch)
        case .integer(let number): sinceEpoch(number)
        case .real(let number): Int64(exactly: number.rounded()).map(sinceEpoch)
        case .null, .blob: nil
        }
    }

    /// Seconds, unless they would lie after the year 5138: then it is the next finer unit in which they do not.
    private static func sinceEpoch(_ number: Int64) -> Timestamp {
        switch number.magnitude {
        case ..<100_000_000_000: Timestamp(seconds: number)
        case ..<100_000_000_000_000: Timestamp(milliseconds: number)
        case ..<100_000_000_000_000_000: Timestamp(milliseconds: number / 1_000)
        default: Timestamp(milliseconds: number / 1_000_000)
        }
    }
}
