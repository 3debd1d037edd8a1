/// A moment at which the clocks of a zone are set forward or back.
public struct ZoneChange: Hashable, Sendable {
    /// What a change does to the times of day.
    public enum Kind: String, Hashable, Sendable {
        /// The clocks are set forward: some times of day never come.
        case gap
        /// The clocks are set back: some times of day come twice.
        case overlap
    }

    /// The first instant with the new offset, in seconds since 1970-01-01T00:00:00Z.
    public let at: Int64
    /// Seconds east of UTC until then.
    public let offsetBefore: Int
    /// Seconds east of UTC from then on.
    public let offsetAfter: Int

    /// What it does to the times of day.
    public var kind: Kind { offsetAfter > offsetBefore ? .gap : .overlap }

    /// The seconds that are skipped or repeated.
    public var length: Int { abs(offsetAfter - offsetBefore) }
}

extension Zone {
    /// How far the clocks are from UTC at an instant, in seconds, positive to the east.
    public func offset(at instant: Int64) -> Int {
        period(at: instant).offset
    }

    /// What the clocks show at an instant; nil outside the years 1 to 9999.
    public func local(at instant: Int64) -> CivilDateTime? {
        Self.instants.contains(instant) ? CivilDateTime(epochSeconds: instant + Int64(offset(at: instant))) : nil
    }

    /// The changes of the clocks within a range of instants, in order.
    ///
    /// Takes time in proportion to the years: up to two changes a year, to the end of the year 9999.
    public func changes(in range: Range<Int64>) -> [ZoneChange] {
        var changes: [ZoneChange] = []
        var period = period(at: range.lowerBound)
        while period.start < range.upperBound {
            if period.start >= range.lowerBound, period.offset != period.offsetBefore {
                changes.append(ZoneChange(at: period.start, offsetBefore: period.offsetBefore, offsetAfter: period.offset))
            }
            guard period.end < Self.instants.upperBound else { break }
            period = self.period(at: period.end)
        }
        return changes
    }
}
