/// The five fields of a cron expression and the rule that joins them.
public struct CronFields: Hashable, Sendable {
    /// Minutes of the hour.
    public let minute: CronField
    /// Hours of the day.
    public let hour: CronField
    /// Days of the month.
    public let dayOfMonth: CronField
    /// Months of the year.
    public let month: CronField
    /// Days of the week.
    public let dayOfWeek: CronField

    /// The five fields in the order they are written.
    public var all: [CronField] {
        [minute, hour, dayOfMonth, month, dayOfWeek]
    }

    /// How the two day fields combine. Debian cron (`find_jobs` in its `cron.c`): both must match when
    /// either field starts with `*` (also `*/2`), otherwise one is enough.
    var bothDaysMustMatch: Bool {
        dayOfMonth.startsWithStar || dayOfWeek.startsWithStar
    }

    /// Whether every day of the selected months matches.
    var matchesEveryDay: Bool {
        bothDaysMustMatch
            ? dayOfMonth.matchesAll && dayOfWeek.matchesAll
            : dayOfMonth.matchesAll || dayOfWeek.matchesAll
    }

    /// Whether any date ever matches. Over the 400 years in which the Gregorian calendar repeats, every date,
    /// also February 29, falls on every day of the week, so only a day that its month never has can prevent it.
    var everMatches: Bool {
        guard bothDaysMustMatch, let firstDay = dayOfMonth.matching.first else { return true }
        return month.matching.values.contains { firstDay <= CivilCalendar.longestLength(ofMonth: $0) }
    }
}

extension CronFields {
    init(_ fields: [ArraySlice<UInt8>]) throws(CronError) {
        minute = try CronField(kind: .minute, bytes: fields[0])
        hour = try CronField(kind: .hour, bytes: fields[1])
        dayOfMonth = try CronField(kind: .dayOfMonth, bytes: fields[2])
        month = try CronField(kind: .month, bytes: fields[3])
        dayOfWeek = try CronField(kind: .dayOfWeek, bytes: fields[4])
    }
}
