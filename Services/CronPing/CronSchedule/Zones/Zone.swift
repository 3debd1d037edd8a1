/// A time zone: how far a region's clocks are from UTC, at any instant.
///
/// Instants are in seconds since 1970-01-01T00:00:00Z. Two zones are equal when they have the same name.
public struct Zone: Sendable {
    /// A stretch of time in which the distance from UTC does not change.
    struct Period: Hashable, Sendable {
        /// The first instant; `Int64.min` for the first period.
        var start: Int64
        /// The instant after the last; `Int64.max` for the last period.
        var end: Int64
        /// Seconds east of UTC.
        var offset: Int
        /// What ``offset`` was before ``start``; the same for the first period.
        var offsetBefore: Int

        /// Whether an instant lies in it.
        func contains(_ instant: Int64) -> Bool { start <= instant && instant < end }
    }

    /// Such as "Europe/Berlin".
    public let name: String

    /// The periods that are known one by one, in order and without gaps; they end where ``rule`` takes over.
    private let periods: [Period]

    /// What repeats itself every year from ``ruleStart`` on; nil when the last of the periods lasts for ever.
    private let rule: YearlyClockRule?

    /// The first instant for ``rule``.
    private let ruleStart: Int64

    /// Coordinated universal time.
    public static let utc = Zone(name: "UTC", periods: [Period(start: .min, end: .max, offset: 0, offsetBefore: 0)])

    /// - Parameters:
    ///   - periods: in order and without gaps, from `Int64.min` to `ruleStart`, or to `Int64.max` without a rule.
    ///   - rule: what the clocks do afterwards.
    init(name: String, periods: [Period], rule: YearlyClockRule? = nil, ruleStart: Int64 = .max) {
        self.name = name
        self.periods = periods
        self.rule = rule
        self.ruleStart = ruleStart
    }

    /// The instants at which some clock shows a date of the calendar, the years 1 to 9999.
    static let instants = Int64(-62_135_596_800 - widestOffset)...Int64(253_402_300_799 + widestOffset)

    /// No clock is so far from UTC, in seconds (RFC 8536, section 3.2: from -25 to 26 hours).
    static let widestOffset = 26 * 3600

    /// From when on the clocks do the same every 400 years.
    var repeatsFrom: Int64 { rule == nil ? periods.last?.start ?? .min : ruleStart }

    /// The stretch in which an instant lies; beyond ``instants``, that of the nearest of them.
    func period(at instant: Int64) -> Period {
        let instant = min(max(instant, Self.instants.lowerBound), Self.instants.upperBound)
        guard instant >= ruleStart, let rule else { return listedPeriod(at: instant) }
        var period = rule.period(at: instant)
        if period.start <= ruleStart, let last = periods.last {
            period.start = ruleStart
            period.offsetBefore = last.offset
        }
        return period
    }

    /// The last of the periods that begins at an instant or before it.
    private func listedPeriod(at instant: Int64) -> Period {
        var (low, high) = (0, periods.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if periods[middle].start <= instant { low = middle } else { high = middle }
        }
        return periods[low]
    }
}

extension Zone: Hashable {
    /// Whether both have the same name.
    public static func == (one: Zone, other: Zone) -> Bool { one.name == other.name }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
