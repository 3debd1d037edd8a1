/// What becomes of the times of a schedule when daylight saving skips or repeats an hour.
enum ClockRule: Hashable, Sendable {
    /// What a person means by a time of day: one that is skipped comes at the end of the gap, one that is repeated comes once, the first time.
    case fixedTimes
    /// Whenever the clock on the wall shows a time of the schedule: not in a gap, and twice where the clock is put back.
    case wallClock
    /// systemd's way with calendar events (`systemd-analyze calendar`, version 252): one that is skipped does not come, one that is repeated
    /// comes once, the first time. Asked in the middle of the second time, systemd names what is left of that, too; here it is over.
    case calendarEvents
}

extension Schedule {
    /// Debian cron's rule (`cron.c`): jobs whose minute and hour are fixed are saved across a change of the clocks, those in which one of the
    /// two starts with `*` follow the clock. Expressions with seconds that are not Quartz's follow the clock, too, as in PyPI's `cronsim`.
    var clockRule: ClockRule {
        guard flavor != .systemd, let fields else { return .calendarEvents }
        if fields.minute.startsWithStar || fields.hour.startsWithStar { return .wallClock }
        if let second = fields.second, flavor != .quartz || second.startsWithStar { return .wallClock }
        return .fixedTimes
    }
}
