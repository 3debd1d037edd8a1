extension Language {
    /// German.
    public static let german = Language(
        code: "de",
        name: "Deutsch",
        prefers24HourClock: true,
        Phrases(
            lists: ListPhrases(
                clause: ", ",
                orClause: " ",
                next: ", ",
                pair: " und ",
                last: " und ",
                nextTime: ", ",
                lastTime: " und ",
                range: "{0} bis {1}"
            ),
            months: [
                "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
            ],
            weekdays: ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
            listedWeekdays: ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
            weekOrdinals: ["ersten", "zweiten", "dritten", "vierten", "fünften"],
            ordinals: Ordinals(other: ".", byLastDigit: []),
            beforeTime: CountedTemplate(one: "", other: ""),
            halves: [" AM", " PM"],
            atStartup: "einmal beim Start des Rechners",
            inZone: "in der Zeitzone {0}",
            second: SecondPhrases(
                every: "jede Sekunde",
                step: "alle {0} Sekunden",
                single: CountedTemplate(
                    one: "jeweils {0} Sekunde nach der vollen Minute",
                    other: "jeweils {0} Sekunden nach der vollen Minute"
                ),
                list: "in den Sekunden {0} jeder Minute",
                range: "in den Sekunden {0} bis {1} jeder Minute",
                stepped: "alle {0} Sekunden, in den Sekunden {1} bis {2} jeder Minute"
            ),
            minute: MinutePhrases(
                every: "jede Minute",
                step: "alle {0} Minuten",
                single: CountedTemplate(
                    one: "jeweils {0} Minute nach der vollen Stunde",
                    other: "jeweils {0} Minuten nach der vollen Stunde"
                ),
                list: "in den Minuten {0} jeder Stunde",
                range: "in den Minuten {0} bis {1} jeder Stunde",
                stepped: "alle {0} Minuten, in den Minuten {1} bis {2} jeder Stunde",
                everyBetween: "jede Minute zwischen {0} und {1}",
                during: "während Minute {0} der Stunde",
                duringList: "während der Minuten {0} der Stunde",
                duringStep: "in jeder {0th} Minute von Minute {1} bis {2} der Stunde"
            ),
            hour: HourPhrases(
                at: "um {0}",
                every: "jede Stunde",
                step: "alle {0} Stunden",
                between: "zwischen {0} und {1}",
                stepped: "alle {0} Stunden, zwischen {1} und {2}",
                duringStep: "in jeder {0th} Stunde von {1} bis {2}",
                duringList: "während der Stunden, die um {0} beginnen"
            ),
            date: DatePhrases(
                every: "jeden Tag",
                single: "am {0} des Monats",
                list: "am {0} des Monats",
                rangeList: "an den Tagen {0} des Monats",
                range: "vom {0}. bis {1}. des Monats",
                stepped: "alle {0} Tage vom {1}. bis {2}. des Monats",
                beforeLast: CountedTemplate(
                    one: "{0} Tag vor dem letzten Tag des Monats",
                    other: "{0} Tage vor dem letzten Tag des Monats"
                ),
                monthly: "{0} des Monats",
                number: "{0}.",
                item: "am {0}.",
                itemRange: "vom {0}. bis {1}.",
                itemStep: "an jedem {0th} Tag vom {1}. bis {2}.",
                lastDay: "am letzten Tag",
                lastDays: "an den letzten {0} Tagen",
                daysBeforeLast: "vom {0}. bis {1}. Tag vor dem letzten Tag",
                itemBeforeLast: CountedTemplate(one: "am Tag vor dem letzten Tag", other: "am {0}. Tag vor dem letzten Tag"),
                firstWeekday: "am ersten Werktag (Mo–Fr)",
                lastWeekday: "am letzten Werktag (Mo–Fr)",
                nearestWeekday: "am nächstgelegenen Werktag (Mo–Fr) zum {0}.",
                nearestWeekdayBeforeLast: CountedTemplate(
                    one: "am nächstgelegenen Werktag (Mo–Fr) zum Tag vor dem letzten Tag",
                    other: "am nächstgelegenen Werktag (Mo–Fr) zum {0}. Tag vor dem letzten Tag"
                )
            ),
            weekday: WeekdayPhrases(
                alone: .init(range: "{0} bis {1}", list: "nur am {0}", mixed: "nur {0}", monthly: "{0}"),
                only: .init(range: "nur von {0} bis {1}", list: "nur am {0}", mixed: "nur {0}", monthly: "nur {0}"),
                or: .init(range: "oder von {0} bis {1}", list: "oder am {0}", mixed: "oder {0}", monthly: "oder {0}"),
                item: "am {0}",
                itemRange: "von {0} bis {1}",
                last: "am letzten {0} des Monats",
                ordinal: "am {0} {1} des Monats"
            ),
            month: MonthPhrases(
                list: "nur im {0}",
                range: "{0} bis {1}",
                step: "alle {0} Monate",
                stepped: "alle {0} Monate, {1} bis {2}",
                onlyStep: "nur in jedem {0th} Monat von {1} bis {2}"
            ),
            year: YearPhrases(
                list: "nur im Jahr {0}",
                range: "von {0} bis {1}",
                onlyStep: "nur in jedem {0th} Jahr von {1} bis {2}",
                itemStep: "jedem {0th} Jahr von {1} bis {2}"
            ),
            fields: FieldPhrases(
                second: .init(
                    every: "jede Sekunde",
                    step: "alle {0} Sekunden",
                    single: "in Sekunde {0}",
                    range: "in den Sekunden {0} bis {1}",
                    list: "in den Sekunden {0}",
                    stepped: "alle {0} Sekunden von {1} bis {2}"
                ),
                minute: .init(
                    every: "jede Minute",
                    step: "alle {0} Minuten",
                    single: "in Minute {0}",
                    range: "in den Minuten {0} bis {1}",
                    list: "in den Minuten {0}",
                    stepped: "alle {0} Minuten von {1} bis {2}"
                ),
                hour: .init(
                    every: "jede Stunde",
                    step: "alle {0} Stunden",
                    single: "in Stunde {0}",
                    range: "in den Stunden {0} bis {1}",
                    list: "in den Stunden {0}",
                    stepped: "alle {0} Stunden von {1} bis {2}"
                ),
                dayOfMonth: .init(
                    every: "jeden Tag",
                    step: "alle {0} Tage",
                    single: "am {0}",
                    range: "vom {0}. bis {1}.",
                    list: "an den Tagen {0}",
                    stepped: "alle {0} Tage vom {1}. bis {2}."
                ),
                month: .init(
                    every: "jeden Monat",
                    step: "alle {0} Monate",
                    single: "im {0}",
                    range: "{0} bis {1}",
                    list: "im {0}",
                    stepped: "alle {0} Monate von {1} bis {2}"
                ),
                dayOfWeek: .init(
                    every: "an jedem Tag der Woche",
                    step: "alle {0} Wochentage",
                    single: "am {0}",
                    range: "{0} bis {1}",
                    list: "am {0}",
                    stepped: "alle {0} Wochentage von {1} bis {2}"
                ),
                year: .init(
                    every: "jedes Jahr",
                    step: "alle {0} Jahre",
                    single: "im Jahr {0}",
                    range: "von {0} bis {1}",
                    list: "im Jahr {0}",
                    stepped: "alle {0} Jahre von {1} bis {2}"
                )
            )
        )
    )
}
