extension PhraseWriter {
    /// Such as "on day 15 of the month, or on Monday, only in January, only in 2026"; empty when it runs every day.
    mutating func days(of fields: ScheduleFields) {
        let dates = fields.dayOfMonth.shape
        let weekdays = fields.dayOfWeek.shape
        if fields.bothDaysMustMatch {
            if dates != .every { self.dates(dates, fields) }
            if weekdays != .every { self.weekdays(weekdays, dates == .every ? words.phrases.weekday.alone : words.phrases.weekday.only) }
            if style.isVerbose, dates == .every, weekdays == .every { clause(words.phrases.date.every) }
        } else if dates == .every || weekdays == .every {
            if style.isVerbose { clause(words.phrases.date.every) }
        } else {
            self.dates(dates, fields)
            self.weekdays(weekdays, words.phrases.weekday.or, joint: words.phrases.lists.orClause)
        }
        months(
            fields.month.shape,
            isOneDate: fields.bothDaysMustMatch && (dates.isSingle || dates.isOneMonthlyDay || weekdays.isOneMonthlyDay)
        )
        if let year = fields.year { years(year.shape) }
    }

    private mutating func dates(_ shape: FieldShape, _ fields: ScheduleFields) {
        switch shape {
        case .every: clause(words.phrases.date.every)
        case .step(let step): clause(words.phrases.date.stepped, .number(step), .number(1), .number(31))
        case .single(let day): clause(words.phrases.date.single, .value(day, .date))
        case .range(let first, let last): clause(words.phrases.date.range, .number(first), .number(last))
        case .stepped(let first, let last, let step):
            clause(words.phrases.date.stepped, .number(step), .number(first), .number(lastDate(fields) ?? last))
        case .list(let items) where items.hasOnlyValues: clause(words.phrases.date.list, .items(items, .date))
        case .list(let items): dates(items, words.phrases.date.rangeList)
        }
    }

    /// A list of dates, which may depend on the month.
    ///
    /// - Parameter template: what is written around a list of nothing but numbers and ranges of them.
    mutating func dates(_ items: [ListItem], _ template: Template) {
        if items.count == 1, case .monthly(.lastDay(let before)) = items[0], before > 0 {
            clause(words.phrases.date.beforeLast(before), .number(before))
        } else if items.contains(where: \.isMonthly) {
            clause(words.phrases.date.monthly, .items(items, .fullDate))
        } else {
            clause(template, .items(items, .number))
        }
    }

    /// The last selected date that one of the selected months has.
    private func lastDate(_ fields: ScheduleFields) -> Int? {
        let longest = fields.month.matching.values.map(CivilCalendar.longestLength).max() ?? 31
        return fields.dayOfMonth.matching.last(atMost: longest)
    }

    private mutating func weekdays(_ shape: FieldShape, _ role: WeekdayPhrases.Role, joint: Template? = nil) {
        switch shape {
        case .every, .step, .stepped: break
        case .single(let day): clause(role.list, .value(day, .listedWeekday), joint: joint)
        case .range(let first, let last): clause(role.range, .value(first, .weekday), .value(last, .weekday), joint: joint)
        case .list(let items) where items.hasOnlyValues: clause(role.list, .items(items, .listedWeekday), joint: joint)
        case .list(let items):
            clause(items.allSatisfy(\.isMonthly) ? role.monthly : role.mixed, .items(items, .fullWeekday), joint: joint)
        }
    }

    /// - Parameter isOneDate: whether it runs on one day of a month at most; else "every 2 months" would not say so.
    private mutating func months(_ shape: FieldShape, isOneDate: Bool) {
        switch shape {
        case .every: break
        case .step(let step) where isOneDate: clause(words.phrases.month.step, .number(step))
        case .step(let step): clause(words.phrases.month.onlyStep, .number(step), .value(1, .month), .value(13 - step, .month))
        case .single(let month): clause(words.phrases.month.list, .value(month, .month))
        case .range(let first, let last): clause(words.phrases.month.range, .value(first, .month), .value(last, .month))
        case .stepped(let first, let last, let step):
            let template = isOneDate ? words.phrases.month.stepped : words.phrases.month.onlyStep
            clause(template, .number(step), .value(first, .month), .value(last, .month))
        case .list(let items): clause(words.phrases.month.list, .items(items, .month))
        }
    }

    private mutating func years(_ shape: FieldShape) {
        switch shape {
        case .every, .step: break
        case .single(let year): clause(words.phrases.year.list, .number(year))
        case .range(let first, let last): clause(words.phrases.year.range, .number(first), .number(last))
        case .stepped(let first, let last, let step):
            clause(words.phrases.year.onlyStep, .number(step), .number(first), .number(last))
        case .list(let items): clause(words.phrases.year.list, .items(items, .number))
        }
    }
}

extension FieldShape {
    /// Whether it is just one day that depends on the month.
    fileprivate var isOneMonthlyDay: Bool {
        if case .list(let items) = self, items.count == 1, case .monthly = items[0] { true } else { false }
    }
}

extension ListItem {
    var isMonthly: Bool {
        switch self {
        case .monthly, .lastDays, .daysBeforeLast: true
        case .value, .range, .stepped: false
        }
    }
}

extension [ListItem] {
    /// Whether it has neither ranges nor days that depend on the month.
    var hasOnlyValues: Bool {
        allSatisfy { if case .value = $0 { true } else { false } }
    }
}
