extension Language {
    /// English, in the manner of cRonstrue.
    public static let english = Language(
        code: "en",
        name: "English",
        prefers24HourClock: false,
        Phrases(
            lists: ListPhrases(
                clause: ", ",
                orClause: ", ",
                next: ", ",
                pair: " and ",
                last: ", and ",
                nextTime: ", ",
                lastTime: " and ",
                range: "{0} through {1}"
            ),
            months: [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
            ],
            weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
            listedWeekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
            weekOrdinals: ["first", "second", "third", "fourth", "fifth"],
            ordinals: Ordinals(other: "th", byLastDigit: ["th", "st", "nd", "rd"]),
            beforeTime: CountedTemplate(one: "", other: ""),
            halves: [" AM", " PM"],
            atStartup: "run once, at startup",
            inZone: "in the time zone {0}",
            second: SecondPhrases(
                every: "every second",
                step: "every {0} seconds",
                single: CountedTemplate(one: "at {0} second past the minute", other: "at {0} seconds past the minute"),
                list: "at {0} seconds past the minute",
                range: "seconds {0} through {1} past the minute",
                stepped: "every {0} seconds, seconds {1} through {2} past the minute"
            ),
            minute: MinutePhrases(
                every: "every minute",
                step: "every {0} minutes",
                single: CountedTemplate(one: "at {0} minute past the hour", other: "at {0} minutes past the hour"),
                list: "at {0} minutes past the hour",
                range: "minutes {0} through {1} past the hour",
                stepped: "every {0} minutes, minutes {1} through {2} past the hour",
                everyBetween: "every minute between {0} and {1}",
                during: "during minute {0} past the hour",
                duringList: "during minutes {0} past the hour",
                duringStep: "during every {0th} minute from {1} through {2} past the hour"
            ),
            hour: HourPhrases(
                at: "at {0}",
                every: "every hour",
                step: "every {0} hours",
                between: "between {0} and {1}",
                stepped: "every {0} hours, between {1} and {2}",
                duringStep: "during every {0th} hour from {1} through {2}",
                duringList: "during the hours starting at {0}"
            ),
            date: DatePhrases(
                every: "every day",
                single: "on day {0} of the month",
                list: "on day {0} of the month",
                rangeList: "on day {0} of the month",
                range: "between day {0} and {1} of the month",
                stepped: "every {0} days, between day {1} and {2} of the month",
                beforeLast: CountedTemplate(
                    one: "{0} day before the last day of the month",
                    other: "{0} days before the last day of the month"
                ),
                monthly: "on {0} of the month",
                number: "{0}",
                item: "day {0}",
                itemRange: "day {0} through {1}",
                itemStep: "every {0th} day from day {1} through {2}",
                lastDay: "the last day",
                lastDays: "the last {0} days",
                daysBeforeLast: "the days from {0} through {1} days before the last day",
                itemBeforeLast: CountedTemplate(one: "the day {0} day before the last day", other: "the day {0} days before the last day"),
                firstWeekday: "the first weekday",
                lastWeekday: "the last weekday",
                nearestWeekday: "the weekday nearest day {0}",
                nearestWeekdayBeforeLast: CountedTemplate(
                    one: "the weekday nearest the day {0} day before the last day",
                    other: "the weekday nearest the day {0} days before the last day"
                )
            ),
            weekday: WeekdayPhrases(
                alone: .init(range: "{0} through {1}", list: "only on {0}", mixed: "only on {0}", monthly: "on {0}"),
                only: .init(range: "only {0} through {1}", list: "only on {0}", mixed: "only on {0}", monthly: "only on {0}"),
                or: .init(range: "or {0} through {1}", list: "or on {0}", mixed: "or on {0}", monthly: "or on {0}"),
                item: "{0}",
                itemRange: "{0} through {1}",
                last: "the last {0} of the month",
                ordinal: "the {0} {1} of the month"
            ),
            month: MonthPhrases(
                list: "only in {0}",
                range: "{0} through {1}",
                step: "every {0} months",
                stepped: "every {0} months, {1} through {2}",
                onlyStep: "only in every {0th} month from {1} through {2}"
            ),
            year: YearPhrases(
                list: "only in {0}",
                range: "{0} through {1}",
                onlyStep: "only in every {0th} year from {1} through {2}",
                itemStep: "every {0th} year from {1} through {2}"
            ),
            fields: FieldPhrases(
                second: .init(
                    every: "every second",
                    step: "every {0} seconds",
                    single: "at second {0}",
                    range: "seconds {0} through {1}",
                    list: "at seconds {0}",
                    stepped: "every {0} seconds from {1} through {2}"
                ),
                minute: .init(
                    every: "every minute",
                    step: "every {0} minutes",
                    single: "at minute {0}",
                    range: "minutes {0} through {1}",
                    list: "at minutes {0}",
                    stepped: "every {0} minutes from {1} through {2}"
                ),
                hour: .init(
                    every: "every hour",
                    step: "every {0} hours",
                    single: "at hour {0}",
                    range: "hours {0} through {1}",
                    list: "at hours {0}",
                    stepped: "every {0} hours from {1} through {2}"
                ),
                dayOfMonth: .init(
                    every: "every day",
                    step: "every {0} days",
                    single: "on day {0}",
                    range: "days {0} through {1}",
                    list: "on days {0}",
                    stepped: "every {0} days from {1} through {2}"
                ),
                month: .init(
                    every: "every month",
                    step: "every {0} months",
                    single: "in {0}",
                    range: "{0} through {1}",
                    list: "in {0}",
                    stepped: "every {0} months from {1} through {2}"
                ),
                dayOfWeek: .init(
                    every: "every day of the week",
                    step: "every {0} days of the week",
                    single: "on {0}",
                    range: "{0} through {1}",
                    list: "on {0}",
                    stepped: "every {0} days of the week from {1} through {2}"
                ),
                year: .init(
                    every: "every year",
                    step: "every {0} years",
                    single: "in {0}",
                    range: "{0} through {1}",
                    list: "in {0}",
                    stepped: "every {0} years from {1} through {2}"
                )
            )
        )
    )
}
