/// Everything that a language has to say about schedules.
///
/// What the phrases mean, and what fills their gaps, is shown by the English ones (`Language+English.swift`).
struct Phrases: Sendable {
    var lists: ListPhrases
    /// January to December.
    var months: [Template]
    /// Sunday to Saturday, in a range.
    var weekdays: [Template]
    /// Sunday to Saturday in a list, where a language says "on Sundays".
    var listedWeekdays: [Template]
    /// First to fifth, before a weekday.
    var weekOrdinals: [Template]
    var ordinals: Ordinals
    /// What precedes a time of day, by the hour shown: an article in Spanish.
    var beforeTime: CountedTemplate
    /// What follows a time on the twelve-hour clock, before and after noon.
    var halves: [Template]
    /// For a schedule that has no times: `@reboot`.
    var atStartup: Template
    var inZone: Template
    var second: SecondPhrases
    var minute: MinutePhrases
    var hour: HourPhrases
    var date: DatePhrases
    var weekday: WeekdayPhrases
    var month: MonthPhrases
    var year: YearPhrases
    var fields: FieldPhrases
}

/// How the members of a list are joined.
struct ListPhrases: Sendable {
    /// Between two clauses of a description.
    var clause: Template
    /// Before a clause that widens the one before it: weekdays that may match instead of the dates.
    var orClause: Template
    /// Between two members that are not the last two.
    var next: Template
    /// Between the only two members.
    var pair: Template
    /// Before the last of three or more members.
    var last: Template
    /// Between two times of day that are not the last two.
    var nextTime: Template
    /// Before the last of several times of day.
    var lastTime: Template
    /// From one value through another.
    var range: Template
}

/// What is put behind a number to make it an ordinal.
struct Ordinals: Sendable {
    /// For every number that is not named below.
    var other: Template
    /// For numbers that end in 0, 1, 2 …, except those that end in 11 to 19.
    var byLastDigit: [Template]
}

struct SecondPhrases: Sendable {
    var every: Template
    var step: Template
    var single: CountedTemplate
    var list: Template
    var range: Template
    /// Step, first, last.
    var stepped: Template
}

struct MinutePhrases: Sendable {
    var every: Template
    var step: Template
    var single: CountedTemplate
    var list: Template
    var range: Template
    /// Step, first, last.
    var stepped: Template
    /// Each minute between two times of day.
    var everyBetween: Template
    /// Within one minute of the hour.
    var during: Template
    /// Within several minutes of the hour.
    var duringList: Template
    /// Within every so many minutes: step, first, last.
    var duringStep: Template
}

struct HourPhrases: Sendable {
    /// At times of day.
    var at: Template
    var every: Template
    var step: Template
    /// Between two times of day.
    var between: Template
    /// Step, and two times of day.
    var stepped: Template
    /// Within every so many hours: step, and two times of day.
    var duringStep: Template
    /// Within several hours, named by the times at which they start.
    var duringList: Template
}

struct DatePhrases: Sendable {
    var every: Template
    var single: Template
    /// Nothing but single dates.
    var list: Template
    /// Dates and ranges of them, all as plain numbers.
    var rangeList: Template
    var range: Template
    /// Step, first, last.
    var stepped: Template
    /// One day, so many days before the last.
    var beforeLast: CountedTemplate
    /// A list of the following.
    var monthly: Template
    /// The number of a date alone or in a list of nothing but single dates.
    var number: Template
    var item: Template
    var itemRange: Template
    /// Step, first, last.
    var itemStep: Template
    var lastDay: Template
    /// Several days that end with the last.
    var lastDays: Template
    /// Several days from so many before the last through so many.
    var daysBeforeLast: Template
    var itemBeforeLast: CountedTemplate
    var firstWeekday: Template
    var lastWeekday: Template
    var nearestWeekday: Template
    /// The weekday nearest a day that is so many days before the last.
    var nearestWeekdayBeforeLast: CountedTemplate
}

struct WeekdayPhrases: Sendable {
    /// What depends on the part that the weekdays play beside the dates.
    struct Role: Sendable {
        var range: Template
        /// A list of nothing but weekdays.
        var list: Template
        /// A list that also has ranges, or such days as the last Friday of the month.
        var mixed: Template
        /// A list of nothing but such days as the last Friday of the month.
        var monthly: Template
    }

    /// No dates are named.
    var alone: Role
    /// The dates must match, too.
    var only: Role
    /// The dates may match instead.
    var or: Role
    /// A weekday in a mixed list.
    var item: Template
    /// A range in a mixed list.
    var itemRange: Template
    /// The last of the weekdays in the month.
    var last: Template
    /// Ordinal, weekday.
    var ordinal: Template
}

struct MonthPhrases: Sendable {
    var list: Template
    var range: Template
    var step: Template
    /// Step, first, last.
    var stepped: Template
    /// Within every so many months: step, first, last.
    var onlyStep: Template
}

struct YearPhrases: Sendable {
    var list: Template
    var range: Template
    /// Within every so many years: step, first, last.
    var onlyStep: Template
    /// The same as a member of a list.
    var itemStep: Template
}

/// How each field is described on its own.
struct FieldPhrases: Sendable {
    struct Field: Sendable {
        var every: Template
        var step: Template
        var single: Template
        var range: Template
        var list: Template
        /// Step, first, last.
        var stepped: Template
    }

    var second: Field
    var minute: Field
    var hour: Field
    var dayOfMonth: Field
    var month: Field
    var dayOfWeek: Field
    var year: Field
}
