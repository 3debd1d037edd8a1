/// A schedule as sets of numbers, on a clock without a time zone.
///
/// Times on it are in seconds from 1970-01-01T00:00:00 on that clock.
struct Recurrence: Hashable, Sendable {
    var seconds: ValueSet
    var minutes: ValueSet
    var hours: ValueSet
    var months: ValueSet
    var days: DayRule
    /// nil for every year.
    var years: YearSet?

    /// What does not come within so many years never comes: a year without a field for it is one of fourteen (it begins on one of seven
    /// weekdays, and is a leap year or not), and each of them comes again after 40 years at most (from 2088 to 2128, for one).
    static let longestGap = 40

    init(_ fields: ScheduleFields) {
        seconds = fields.second?.matching ?? ValueSet(0...0)
        minutes = fields.minute.matching
        hours = fields.hour.matching
        months = fields.month.matching
        days = DayRule(fields)
        years = fields.year.flatMap { $0.isBareStar ? nil : YearSet($0) }
    }

    /// Whether the clock shows a time of the schedule.
    func matches(_ time: CivilDateTime) -> Bool {
        seconds.contains(time.second) && minutes.contains(time.minute) && hours.contains(time.hour) && runs(on: time)
    }

    /// Whether it runs on the day of a time.
    func runs(on time: CivilDateTime) -> Bool {
        months.contains(time.month) && (years?.contains(time.year) ?? true)
            && days.days(year: time.year, month: time.month).contains(time.day)
    }

    /// Whether any day of any year is one of the schedule's.
    var everRuns: Bool {
        if let years { return years.values.contains(where: runs(in:)) }
        return (2000..<2000 + Self.longestGap).contains(where: runs(in:))
    }

    private func runs(in year: Int) -> Bool {
        months.contains { !days.days(year: year, month: $0).isEmpty }
    }
}
