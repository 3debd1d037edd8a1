extension ScheduleFields {
    /// The longest February.
    private static let shortest = 29

    /// Says which months are left out because they lack the selected days.
    func addShortMonthWarnings(to warnings: inout [ScheduleWarning]) {
        if !dayOfMonth.matchesAll { addMissingDays(to: &warnings) }
        if dayOfWeek.hasMonthlyTerms { addFifthWeekdays(to: &warnings) }
    }

    private func addMissingDays(to warnings: inout [ScheduleWarning]) {
        let needed = dayOfMonth.terms.map(\.neededDay)
        guard let lowest = needed.min(), needed.contains(where: { $0 >= Self.shortest }) else { return }
        // A weekday that is enough runs also in months without the day.
        let areLeftOut = bothDaysMustMatch
        if areLeftOut, lowest >= Self.shortest {
            let message =
                lowest == Self.shortest
                ? month.matching.contains(2) ? leapDay : nil
                : missing(lowest).map { "Months without a day \(lowest) are left out: \($0)" }
            if let message { warnings.append(.init(.shortMonths, in: .dayOfMonth, about: dayOfMonth.raw, message)) }
        }
        let members = dayOfMonth.rawMembers
        var named: [String] = []
        for (index, term) in dayOfMonth.terms.enumerated()
        where needed[index] >= Self.shortest && !dayOfMonth.terms[..<index].contains(term) {
            for (name, day) in term.days ?? [(members[index], needed[index])] where !named.contains(name) {
                named.append(name)
                guard !(areLeftOut && day == lowest), let message = missingDay(name, day) else { continue }
                warnings.append(.init(.shortMonths, in: .dayOfMonth, about: members[index], message))
            }
        }
    }

    /// Where a day is missing; nil when it nowhere is.
    private func missingDay(_ name: String, _ day: Int) -> String? {
        if day > Self.shortest { return missing(day).map { "Day \(name) is missing in \($0)" } }
        return month.matching.contains(2) ? "Day \(name) comes in February only in leap years" : nil
    }

    /// What is said of a February of 28 days.
    private var leapDay: String {
        dayOfMonth.hasMonthlyTerms ? "Day \(dayOfMonth.raw) comes in February only in leap years" : "February 29 comes only in leap years"
    }

    /// The selected months that never have a day; nil when there are none.
    private func missing(_ day: Int) -> String? {
        let months = month.matching.values.filter { CivilCalendar.longestLength(ofMonth: $0) < day }
        return months.isEmpty ? nil : Phrase.list(months.map { Phrase.value($0, of: .month) })
    }

    private func addFifthWeekdays(to warnings: inout [ScheduleWarning]) {
        // Whether months are left out that have no such weekday: nothing else chooses days.
        let isAlone = dayOfWeek.terms.count == 1 && bothDaysMustMatch
        let members = dayOfWeek.rawMembers
        for (index, term) in dayOfWeek.terms.enumerated() {
            guard case .ordinalWeekday(let weekday, ordinal: 5) = term, !dayOfWeek.terms[..<index].contains(term) else { continue }
            let day = Phrase.ordinal(5, weekday: weekday)
            let message = isAlone ? "Months without a \(day) are left out" : "Not every month has a \(day)"
            warnings.append(.init(.shortMonths, in: .dayOfWeek, about: members[index], message))
        }
    }
}

extension ScheduleTerm {
    /// The number of days that a month must have so that the term chooses a day in it, for terms of the day of month.
    fileprivate var neededDay: Int {
        switch self {
        case .span(let span): span.last < span.first ? 1 : span.first
        case .nearestWeekday(let day): day
        case .lastDay(let before), .lastWeekday(let before): before + 1
        case .ordinalWeekday, .finalWeekday: 1
        }
    }

    /// The days of a range, with their names; nil for what is not one.
    fileprivate var days: [(name: String, day: Int)]? {
        guard case .span(let span) = self, span.first != span.last else { return nil }
        return span.values(of: .dayOfMonth).map { (String($0), $0) }
    }
}
