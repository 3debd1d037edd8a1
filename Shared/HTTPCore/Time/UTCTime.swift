#if canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A moment in UTC as HTTP and the log write it.
struct UTCTime: Sendable, Hashable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    let milliseconds: Int64

    /// The moment it is now, by the system's clock.
    static func now() -> UTCTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return UTCTime(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    var seconds: Int64 { milliseconds.dividedDown(by: 1000) }

    /// As HTTP writes dates (RFC 9110 §5.6.7): `Sat, 31 Jan 2026 09:30:00 GMT`.
    var httpDate: String {
        let civil = CivilTime(seconds: seconds)
        return "\(civil.weekdayName), \(civil.day, digits: 2) \(civil.monthName) \(civil.year, digits: 4) \(civil.timeOfDay) GMT"
    }

    /// RFC 3339 to the second, without the zone: `2026-01-31T09:30:00`.
    var dateAndTime: String {
        let civil = CivilTime(seconds: seconds)
        return "\(civil.year, digits: 4)-\(civil.month, digits: 2)-\(civil.day, digits: 2)T\(civil.timeOfDay)"
    }
}
