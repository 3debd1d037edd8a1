/// The fields of a schedule and the rule that joins the two that choose days.
public struct ScheduleFields: Hashable, Sendable {
    /// Seconds of the minute; nil where none are written, which is second 0.
    public internal(set) var second: ScheduleField?
    /// Minutes of the hour.
    public internal(set) var minute: ScheduleField
    /// Hours of the day.
    public internal(set) var hour: ScheduleField
    /// Days of the month.
    public internal(set) var dayOfMonth: ScheduleField
    /// Months of the year.
    public internal(set) var month: ScheduleField
    /// Days of the week.
    public internal(set) var dayOfWeek: ScheduleField
    /// Years; nil where none are written, which is every year.
    public internal(set) var year: ScheduleField?
    /// Whether a day must match both day fields, not just one of them.
    ///
    /// Debian cron (`find_jobs` in its `cron.c`): both must match when either field starts with `*` (also `*/2`), otherwise one is enough.
    public internal(set) var bothDaysMustMatch: Bool

    /// Whether it leaves out years.
    var choosesYears: Bool { !(year?.matchesAll ?? true) }

    /// The fields that are written, in cron's order.
    public var all: [ScheduleField] {
        [second, minute, hour, dayOfMonth, month, dayOfWeek, year].compactMap { $0 }
    }

    /// The field of a kind; nil for seconds and years that are not written.
    public subscript(kind: FieldKind) -> ScheduleField? {
        switch kind {
        case .second: second
        case .minute: minute
        case .hour: hour
        case .dayOfMonth: dayOfMonth
        case .month: month
        case .dayOfWeek: dayOfWeek
        case .year: year
        }
    }
}
