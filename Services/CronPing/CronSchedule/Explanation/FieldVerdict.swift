/// What one field says to a time.
struct FieldVerdict {
    let kind: FieldKind
    let value: Int
    let matches: Bool
    /// "hour 10 is not among 9 and 17".
    let clause: String

    var isDay: Bool { kind == .dayOfMonth || kind == .dayOfWeek }

    var verdict: Explanation.Verdict {
        Explanation.Verdict(field: kind, value: value, matches: matches, message: clause.asSentence)
    }

    /// More stretches of values than so many are said as they are written.
    private static let mostListed = 4

    /// For seconds that are not written.
    init(impliedSecond second: Int) {
        (kind, value, matches) = (.second, second, second == 0)
        clause = second == 0 ? "second 0 matches, as no seconds are written" : "second \(second) is not 0 (no seconds are written)"
    }

    /// For a field other than the day fields.
    init(_ field: ScheduleField, value: Int) {
        let years = field.kind == .year ? YearSet(field) : nil
        let matches = field.isBareStar || years?.contains(value) ?? field.matching.contains(value)
        let refusal = matches ? "" : Self.refusal(years?.values ?? field.matching.values, field)
        self.init(field, value, matches, refusal)
    }

    /// For a day field.
    ///
    /// - Parameter days: the days of the month that it chooses.
    init(dayField field: ScheduleField, _ days: ValueSet, at moment: CivilDateTime) {
        let matches = days.contains(moment.day)
        var refusal = ""
        if !matches, field.hasMonthlyTerms {
            let month = "\(Phrase.value(moment.month, of: .month)) \(moment.year)"
            let chosen = Phrase.values(days.values, of: .dayOfMonth)
            refusal =
                days.isEmpty
                ? "does not match \(field.raw), which does not come in \(month)"
                : "does not match \(field.raw), which is day \(chosen) in \(month)"
        } else if !matches {
            refusal = Self.refusal(field.matching.values, field)
        }
        self.init(field, field.kind == .dayOfMonth ? moment.day : moment.weekday, matches, refusal)
    }

    private init(_ field: ScheduleField, _ value: Int, _ matches: Bool, _ refusal: String) {
        kind = field.kind
        self.value = value
        self.matches = matches
        clause = Self.subject(field.kind, value) + " " + (matches ? "matches \(field.raw)" : refusal)
    }

    private static func refusal(_ values: [Int], _ field: ScheduleField) -> String {
        if values.count == 1 { return "is not \(Phrase.value(values[0], of: field.kind))" }
        return values.runs.count <= mostListed
            ? "is not among \(Phrase.values(values, of: field.kind))" : "does not match \(field.raw)"
    }

    static func subject(_ kind: FieldKind, _ value: Int) -> String {
        switch kind {
        case .month, .dayOfWeek: Phrase.value(value, of: kind)
        case .dayOfMonth: "day \(value)"
        case .second, .minute, .hour, .year: "\(kind.title.lowercased()) \(value)"
        }
    }
}

extension Schedule {
    /// What each field says to a time on the clock; nil for `@reboot`.
    func fieldVerdicts(at moment: CivilDateTime) -> [FieldVerdict]? {
        guard let fields, let recurrence else { return nil }
        let first = CivilCalendar.weekday(year: moment.year, month: moment.month, day: 1)
        let length = CivilCalendar.length(ofMonth: moment.month, year: moment.year)
        let month = ValueSet(1...length).bits
        let dates = ValueSet(bits: month & recurrence.days.datesOfMonth(first: first, length: length))
        let weekdays = ValueSet(bits: month & recurrence.days.weekdaysOfMonth(first: first, length: length))
        var verdicts = [
            fields.second.map { FieldVerdict($0, value: moment.second) } ?? FieldVerdict(impliedSecond: moment.second),
            FieldVerdict(fields.minute, value: moment.minute),
            FieldVerdict(fields.hour, value: moment.hour),
            FieldVerdict(dayField: fields.dayOfMonth, dates, at: moment),
            FieldVerdict(fields.month, value: moment.month),
            FieldVerdict(dayField: fields.dayOfWeek, weekdays, at: moment),
        ]
        if let year = fields.year { verdicts.append(FieldVerdict(year, value: moment.year)) }
        return verdicts
    }
}

extension ScheduleFields {
    /// How the two day fields combine at a time; nil unless both leave out days.
    func dayRuleClause(_ verdicts: [FieldVerdict]) -> String? {
        guard bothDaysRestrict, let date = verdicts.first(where: { $0.kind == .dayOfMonth }),
            let weekday = verdicts.first(where: { $0.kind == .dayOfWeek })
        else { return nil }
        let (day, name) = ("day of month \(date.value)", Phrase.value(weekday.value, of: .dayOfWeek))
        let rule = bothDaysMustMatch ? "both must" : date.matches || weekday.matches ? "one is enough" : "one would be enough"
        return switch (date.matches, weekday.matches) {
        case (true, true): "\(day) and \(name) both match, and \(rule)"
        case (false, true): "\(day) does not match, but \(name) does, and \(rule)"
        case (true, false): "\(day) matches, but \(name) does not, and \(rule)"
        case (false, false): "neither \(day) nor \(name) matches, and \(rule)"
        }
    }
}
