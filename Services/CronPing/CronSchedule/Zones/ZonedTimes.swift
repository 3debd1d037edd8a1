/// The times of a recurrence on the clocks of a zone.
///
/// Each period of the zone takes the times of the clock that belong to it, from one on, and turns them into instants. Which these are is all
/// in which the rules differ:
/// - ``ClockRule/wallClock``: those that the clock shows in the period.
/// - ``ClockRule/calendarEvents``: of those, the ones that it did not show in the period before, too.
/// - ``ClockRule/fixedTimes``: also those that were skipped at its start, all at its first instant.
///
/// It remembers the last period, so that times that are asked for one after the other are found quickly.
struct ZonedTimes {
    private let recurrence: Recurrence
    private let zone: Zone
    private let rule: ClockRule
    private var period: Zone.Period

    init(_ recurrence: Recurrence, _ zone: Zone, _ rule: ClockRule) {
        self.recurrence = recurrence
        self.zone = zone
        self.rule = rule
        period = zone.period(at: .min)
    }

    /// The first instant strictly after another.
    mutating func next(after instant: Int64) -> Int64? {
        guard instant < .max else { return nil }
        var from = max(instant + 1, Zone.instants.lowerBound)
        let last = lastInstant(from: from)
        while from <= last {
            move(to: from)
            let offset = Int64(period.offset)
            let first = from == period.start ? firstLocal : max(from + offset, firstLocal)
            let local = recurrence.next(after: first - 1)
            if let local {
                let time = max(local - offset, period.start)
                if time < period.end { return time }
            }
            // No clock shows the times before `local` again, unless it is set back to one before `first`.
            let widest = Int64(Zone.widestOffset)
            if period.end < first + widest {
                from = period.end
            } else if let local {
                from = max(period.end, local - widest)
            } else {
                return nil
            }
        }
        return nil
    }

    /// The last instant strictly before another.
    mutating func previous(before instant: Int64) -> Int64? {
        guard instant > .min else { return nil }
        var last = min(instant - 1, Zone.instants.upperBound)
        while last >= Zone.instants.lowerBound {
            move(to: last)
            let offset = Int64(period.offset)
            let local = recurrence.previous(before: last + offset + 1)
            if let local, local >= firstLocal { return max(local - offset, period.start) }
            guard period.start > .min else { return nil }
            // The clock showed no time after `local` before, unless it was one after `last`.
            let widest = Int64(Zone.widestOffset)
            if period.start > last + offset - widest {
                last = period.start - 1
            } else if let local {
                last = min(period.start - 1, local + widest)
            } else {
                return nil
            }
        }
        return nil
    }

    /// Where a search may end: calendar and clocks together repeat themselves every 400 years, so what has not come by then does not come.
    /// A time that is always in a gap is an example (`0 0 30 3 */7` in Beirut).
    private func lastInstant(from instant: Int64) -> Int64 {
        let start = max(instant, zone.repeatsFrom)
        guard recurrence.years == nil, start < Zone.instants.upperBound - Self.cycle else { return Zone.instants.upperBound }
        return start + Self.cycle
    }

    private static let cycle = Int64(146_097 + 2) * 86_400

    private mutating func move(to instant: Int64) {
        if !period.contains(instant) { period = zone.period(at: instant) }
    }

    /// The first time of the clock that belongs to the period.
    private var firstLocal: Int64 {
        guard period.start > .min else { return .min }
        let shown = period.start + Int64(period.offset)
        let unseen = period.start + Int64(period.offsetBefore)
        return switch rule {
        case .wallClock: shown
        case .calendarEvents: max(shown, unseen)
        case .fixedTimes: unseen
        }
    }
}
