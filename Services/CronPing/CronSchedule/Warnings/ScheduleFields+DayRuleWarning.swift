extension ScheduleFields {
    /// Whether both day fields leave out days, so that it matters how they combine.
    var bothDaysRestrict: Bool { !dayOfMonth.matchesAll && !dayOfWeek.matchesAll }

    /// Says how the two day fields combine, where both have something to say.
    func addDayRuleWarning(_ text: String, to warnings: inout [ScheduleWarning]) {
        if bothDaysMustMatch && !bothDaysRestrict { return }
        let written = "day of month \(dayOfMonth.raw) or day of week \(dayOfWeek.raw)"
        let message =
            if bothDaysMustMatch {
                "Runs only when day of month and day of week both match"
                    + (startsWithStar ? ", because one of the two fields starts with *" : "")
            } else if bothDaysRestrict {
                "Runs when \(written) matches\(scope(", in")); one is enough, because neither field starts with *"
            } else {
                "Runs every day\(scope(" of")): \(written) is enough, and one of them is always true"
            }
        warnings.append(.init(.dayRule, about: text, message, suggestions: ordinalExpression.map { [$0] } ?? []))
    }

    /// That "or" does not reach beyond the months, which a description has behind it.
    private func scope(_ preposition: String) -> String {
        switch (month.matchesAll, choosesYears) {
        case (true, false): ""
        case (false, false): "\(preposition) the selected months"
        case (true, true): "\(preposition) the selected years"
        case (false, true): "\(preposition) the selected months and years"
        }
    }

    private var startsWithStar: Bool { dayOfMonth.startsWithStar || dayOfWeek.startsWithStar }

    /// What `1-7` with a Monday is mostly meant to be, the first Monday: `1#1`.
    private var ordinalExpression: String? {
        guard !bothDaysMustMatch, dayOfMonth.terms.count == 1, dayOfWeek.terms.count == 1,
            case .span(let days) = dayOfMonth.terms[0], days.isPlainRange, days.last - days.first == 6, days.first % 7 == 1,
            case .span(let weekday) = dayOfWeek.terms[0], weekday.form == .single
        else { return nil }
        return all.map { field in
            switch field.kind {
            case .dayOfMonth: "*"
            case .dayOfWeek: "\(field.raw)#\(days.last / 7)"
            default: field.raw
            }
        }.joined(separator: " ")
    }
}
