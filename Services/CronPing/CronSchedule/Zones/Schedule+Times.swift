extension Schedule {
    /// The first time strictly after an instant at which the schedule runs.
    ///
    /// When daylight saving skips or repeats an hour, it depends on the schedule:
    /// - Cron with fixed minutes and hours: a time that is skipped comes at the end of the gap, a time that is repeated comes once, the first
    ///   time.
    /// - Cron whose minutes or hours start with `*`, or with seconds: whenever the clock on the wall matches, so not in the gap, and twice
    ///   where the clock is put back.
    /// - systemd: a time that is skipped does not come, a time that is repeated comes once, the first time.
    ///
    /// - Parameters:
    ///   - instant: seconds since 1970-01-01T00:00:00Z.
    ///   - zone: the zone whose clock the schedule goes by. A schedule with a ``zoneName`` of its own goes by that, so ask ``ZoneDatabase`` for
    ///     the zone of that name and give it here.
    /// - Returns: in seconds since 1970; nil when it never runs again: always for `@reboot` and for a date that never comes (`0 0 31 2 *`), after
    ///   the last of its years, and when the time would lie beyond the year 9999.
    public func next(after instant: Int64, in zone: Zone = .utc) -> Int64? {
        guard var times = times(in: zone) else { return nil }
        return times.next(after: instant)
    }

    /// The last time strictly before an instant at which the schedule ran; nil when there is none. The exact mirror of
    /// ``next(after:in:)``.
    public func previous(before instant: Int64, in zone: Zone = .utc) -> Int64? {
        guard var times = times(in: zone) else { return nil }
        return times.previous(before: instant)
    }

    /// The next times in order, at most `count` of them; fewer only when there are no more.
    public func next(after instant: Int64, in zone: Zone = .utc, count: Int) -> [Int64] {
        guard count > 0, var times = times(in: zone) else { return [] }
        var (found, last): ([Int64], Int64) = ([], instant)
        while found.count < count, let time = times.next(after: last) {
            found.append(time)
            last = time
        }
        return found
    }

    /// The previous times, latest first, at most `count` of them; fewer only when there were no more.
    public func previous(before instant: Int64, in zone: Zone = .utc, count: Int) -> [Int64] {
        guard count > 0, var times = times(in: zone) else { return [] }
        var (found, last): ([Int64], Int64) = ([], instant)
        while found.count < count, let time = times.previous(before: last) {
            found.append(time)
            last = time
        }
        return found
    }

    /// Whether it ever runs, in any year.
    public var everRuns: Bool {
        recurrence?.everRuns ?? false
    }

    private func times(in zone: Zone) -> ZonedTimes? {
        recurrence.map { ZonedTimes($0, zone, clockRule) }
    }
}
