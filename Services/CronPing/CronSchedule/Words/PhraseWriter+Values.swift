/// How values of a field are written.
enum ValueForm {
    case number
    /// Hours as the times at which they start.
    case hour
    /// Dates alone or in a list of nothing but single dates.
    case date
    /// Dates in a list with days that depend on the month.
    case fullDate
    case weekday
    /// Weekdays alone or in a list of nothing but single weekdays.
    case listedWeekday
    /// Weekdays in a list with ranges, or with days that depend on the month.
    case fullWeekday
    case month
}

extension PhraseWriter {
    mutating func value(_ value: Int, _ form: ValueForm) {
        switch form {
        case .number: append(value)
        case .hour: time(ClockTime(hour: value))
        case .date: phrase(words.phrases.date.number, .number(value))
        case .fullDate: phrase(words.phrases.date.item, .number(value))
        case .weekday: append(words.phrases.weekdays[value % 7])
        case .listedWeekday: append(words.phrases.listedWeekdays[value % 7])
        case .fullWeekday: phrase(words.phrases.weekday.item, .value(value, .listedWeekday))
        case .month: append(words.phrases.months[value - 1])
        }
    }

    /// A member of a list.
    mutating func item(_ item: ListItem, _ form: ValueForm) {
        switch item {
        case .value(let value): self.value(value, form)
        case .range(let first, let last) where form == .fullDate:
            phrase(words.phrases.date.itemRange, .number(first), .number(last))
        case .range(let first, let last) where form == .fullWeekday:
            phrase(words.phrases.weekday.itemRange, .value(first, .weekday), .value(last, .weekday))
        case .range(let first, let last): phrase(words.phrases.lists.range, .value(first, form), .value(last, form))
        case .stepped(let first, let last, let step):
            let template = form == .fullDate ? words.phrases.date.itemStep : words.phrases.year.itemStep
            phrase(template, .number(step), .number(first), .number(last))
        case .monthly(let term): monthly(term)
        case .lastDays(let count): phrase(words.phrases.date.lastDays, .number(count))
        case .daysBeforeLast(let first, let last): phrase(words.phrases.date.daysBeforeLast, .number(first), .number(last))
        }
    }

    /// A day that depends on the month.
    private mutating func monthly(_ term: ScheduleTerm) {
        switch term {
        case .span: break
        case .lastDay(before: 0): phrase(words.phrases.date.lastDay)
        case .lastDay(let before): phrase(words.phrases.date.itemBeforeLast(before), .number(before))
        case .nearestWeekday(1): phrase(words.phrases.date.firstWeekday)
        case .nearestWeekday(let day): phrase(words.phrases.date.nearestWeekday, .number(day))
        case .lastWeekday(before: 0): phrase(words.phrases.date.lastWeekday)
        case .lastWeekday(let before): phrase(words.phrases.date.nearestWeekdayBeforeLast(before), .number(before))
        case .ordinalWeekday(let weekday, let ordinal):
            phrase(words.phrases.weekday.ordinal, .word(words.phrases.weekOrdinals[ordinal - 1]), .value(weekday, .weekday))
        case .finalWeekday(let weekday): phrase(words.phrases.weekday.last, .value(weekday, .weekday))
        }
    }
}
