extension CronExpression {
    /// What a reader of the expression or of its ``description`` could misunderstand, one sentence each: a step
    /// that is uneven, day fields that combine in an unexpected way, a date that never comes.
    public var warnings: [String] {
        guard let fields else { return ["Runs when the machine starts, so it has no next time"] }
        return fields.all.compactMap(\.unevenStepWarning) + [fields.dayRuleWarning, fields.neverWarning].compactMap { $0 }
    }
}

extension CronField {
    fileprivate var unevenStepWarning: String? {
        guard let step = unevenStep, let values = terms.first?.set.values, let first = values.first, let last = values.last
        else { return nil }
        let subject = "\(kind.title) step \(raw)"
        let (start, end) = (English.value(first, of: kind), English.value(last, of: kind))
        if step > kind.cycle ?? kind.range.count { return "\(subject) is longer than the field, so it matches only \(start)" }
        let restart =
            period.map { "after \(end) it starts again at \(start) the next \($0)" }
            ?? "at the end of the month it starts again at \(start)"
        return "\(subject) is uneven, not every \(step): \(restart)"
    }

    /// What the field counts through; nil for the day of the month, which ends on another day in each month.
    private var period: String? {
        switch kind {
        case .minute: "hour"
        case .hour: "day"
        case .dayOfMonth: nil
        case .month: "year"
        case .dayOfWeek: "week"
        }
    }
}

extension CronFields {
    fileprivate var dayRuleWarning: String? {
        let written = "day of month \(dayOfMonth.raw) or day of week \(dayOfWeek.raw)"
        if bothDaysMustMatch {
            guard !dayOfMonth.matchesAll, !dayOfWeek.matchesAll else { return nil }
            return "Runs only when day of month and day of week both match, because one of the two fields starts with *"
        }
        return matchesEveryDay
            ? "Runs every day: \(written) is enough, and one of them is always true"
            : "Runs when \(written) matches; one is enough, because neither field starts with *"
    }

    fileprivate var neverWarning: String? {
        everMatches ? nil : "Never runs: none of the selected months has one of the selected days"
    }
}
