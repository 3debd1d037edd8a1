/// A point in time, exact to the nanosecond.
public struct Instant: Sendable, Hashable {
    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    public let seconds: Int64
    /// Nanoseconds beyond them, 0..<1 000 000 000.
    public let nanoseconds: Int32

    /// The instant of these parts.
    public init(seconds: Int64, nanoseconds: Int32 = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }
}

extension Instant: Comparable {
    /// Whether the one is earlier than the other.
    public static func < (left: Instant, right: Instant) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}

extension Instant {
    /// The time that an attribute or a condition names, nil if it names none.
    ///
    /// - A string is a date and time of RFC 3339 (`2026-01-31T12:00:00.5+01:00`), or a date alone (`2026-01-31`), which is its midnight in
    ///   UTC. `t`, `z`, and a space for `T` are fine; a leap second, `:60`, is the next second; of a fraction nine digits count.
    /// - A number counts seconds since 1970, or milliseconds if it is 10¹¹ or more, or −10¹¹ or less: times after November 5138 cannot be
    ///   named in seconds, and those from October 1966 to March 1973 not in milliseconds. A float may have a fraction, exact to about a
    ///   nanosecond or as far as a double goes. Outside the years 0000 to 9999 a number names none, so that nobody's microseconds pass for a
    ///   far future.
    ///
    /// A number in a string names none: types are not coerced.
    public init?(_ value: FlagValue) {
        switch value {
        case .string(let text): self.init(rfc3339: text)
        case .integer(let number): self.init(whole: number, fraction: 0, isMilliseconds: number.magnitude >= 100_000_000_000)
        case .float(let number):
            let whole = number.rounded(.down)
            guard let integer = Int64(exactly: whole) else { return nil }
            self.init(whole: integer, fraction: number - whole, isMilliseconds: number.magnitude >= 1e11)
        case .null, .boolean, .array, .object: return nil
        }
    }

    /// 0000-01-01T00:00:00Z to 9999-12-31T23:59:59Z.
    private static let seconds: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

    private init?(whole: Int64, fraction: Double, isMilliseconds: Bool) {
        let unitsPerSecond: Int64 = isMilliseconds ? 1000 : 1
        let nanosecondsPerUnit = 1_000_000_000 / unitsPerSecond
        // Rounded down: the remainder counts forwards from there.
        let rest = (whole % unitsPerSecond + unitsPerSecond) % unitsPerSecond
        let seconds = whole / unitsPerSecond - (whole % unitsPerSecond < 0 ? 1 : 0)
        guard Self.seconds.contains(seconds) else { return nil }
        // A fraction just below 1 may have become 1.
        let nanoseconds = min(Int64(fraction * Double(nanosecondsPerUnit)), nanosecondsPerUnit - 1)
        self.init(seconds: seconds, nanoseconds: Int32(rest * nanosecondsPerUnit + nanoseconds))
    }
}
