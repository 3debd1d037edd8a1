import Glibc

/// An instant: milliseconds since 1970-01-01T00:00:00Z, without leap seconds, as every table stores it.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Milliseconds since the epoch; negative before it.
    public let milliseconds: Int64

    /// - Parameter milliseconds: since the epoch.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// - Parameter seconds: whole seconds since the epoch. What is out of reach, 292 million years away, becomes the first or last instant.
    public init(seconds: Int64) { milliseconds = seconds.multipliedWithinRange(by: 1_000) }

    /// The system's wall clock.
    public static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// Whole seconds since the epoch, rounded down.
    public var seconds: Int64 { milliseconds.flooredQuotient(1_000) }

    /// The earlier instant is the smaller one.
    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    /// This instant moved by a number of seconds, which may be negative; at most as far as the first or last instant there is.
    public func adding(seconds: Int64) -> Timestamp {
        Timestamp(milliseconds: milliseconds.addedWithinRange(seconds.multipliedWithinRange(by: 1_000)))
    }
}
