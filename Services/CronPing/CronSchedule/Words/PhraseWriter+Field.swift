extension PhraseWriter {
    /// A field on its own.
    mutating func field(_ field: ScheduleField) {
        let phrases = words.phrases.fields[field.kind]
        let form = field.kind.valueForm
        switch field.shape {
        case .every: phrase(phrases.every)
        case .step(let step): phrase(phrases.step, .number(step))
        case .single(let value): phrase(phrases.single, .value(value, field.kind.listForm))
        case .range(let first, let last): phrase(phrases.range, .value(first, form), .value(last, form))
        case .stepped(let first, let last, let step): phrase(phrases.stepped, .number(step), .value(first, form), .value(last, form))
        case .list(let items) where field.kind == .dayOfMonth: dates(items, phrases.list)
        case .list(let items) where field.kind == .dayOfWeek && !items.hasOnlyValues:
            phrase(words.phrases.weekday.alone.monthly, .items(items, .fullWeekday))
        case .list(let items): phrase(phrases.list, .items(items, field.kind.listForm))
        }
    }
}

extension FieldPhrases {
    fileprivate subscript(kind: FieldKind) -> Field {
        switch kind {
        case .second: second
        case .minute: minute
        case .hour: hour
        case .dayOfMonth: dayOfMonth
        case .month: month
        case .dayOfWeek: dayOfWeek
        case .year: year
        }
    }
}

extension FieldKind {
    fileprivate var valueForm: ValueForm {
        switch self {
        case .month: .month
        case .dayOfWeek: .weekday
        default: .number
        }
    }

    fileprivate var listForm: ValueForm {
        switch self {
        case .dayOfMonth: .date
        case .dayOfWeek: .listedWeekday
        default: valueForm
        }
    }
}
