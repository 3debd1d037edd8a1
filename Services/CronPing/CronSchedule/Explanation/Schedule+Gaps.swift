extension Schedule {
    /// The most days that gaps are counted in: the calendar repeats itself after them.
    public static let mostGapDays = 146_097

    /// How uneven its gaps are over a year or another number of days.
    ///
    /// Exact, also for a schedule that runs every second: it counts days, hours and minutes that are alike, not runs.
    /// - Parameters:
    ///   - instant: where the days begin, in seconds since 1970; each has 86 400 seconds.
    ///   - zone: the zone whose clock the schedule goes by.
    ///   - days: how many days, at most ``mostGapDays``; fewer than 0 count as 0.
    public func gaps(from instant: Int64, in zone: Zone = .utc, days: Int = 366) -> GapSummary {
        let days = min(max(days, 0), Self.mostGapDays)
        guard let recurrence, Zone.instants.contains(instant) else { return GapSummary(days: days, runs: 0) }
        let patterns = DayPatterns(recurrence)
        var counter = GapCounter()
        var times = ZonedTimes(recurrence, zone, clockRule)
        var start = instant
        let end = min(instant + Int64(days) * 86_400, Zone.instants.upperBound)
        while start < end {
            let period = zone.period(at: start)
            let periodEnd = min(period.end, end)
            // What the change at its start moves or repeats is taken time by time, what follows day by day.
            let changeEnd = min(period.start > .min ? period.start + period.changeLength : .min, periodEnd)
            while start < changeEnd, let time = times.next(after: start - 1), time < changeEnd {
                counter.add(.instant, level: 0, at: time)
                start = time + 1
            }
            start = max(start, changeEnd)
            let offset = Int64(period.offset)
            if start < periodEnd { patterns.add(start + offset..<periodEnd + offset, offset: period.offset, to: &counter) }
            start = periodEnd
        }
        return counter.summary(patterns, days: days)
    }
}

extension Zone.Period {
    /// How many seconds at its start may be no ordinary times of the clock: those that the clock shows for the second time, or the one to
    /// which times are moved that it does not show.
    fileprivate var changeLength: Int64 { Int64(max(1, offsetBefore - offset)) }
}
