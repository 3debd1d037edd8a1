/// The days and months of a schedule in English, in the manner of cRonstrue.
struct DateDescription {
    private let fields: CronFields

    init(_ fields: CronFields) {
        self.fields = fields
    }

    /// Such as "on day 15 of the month, only in January"; empty when it runs every day of the year.
    var text: String {
        [daysText, monthText].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private var daysText: String {
        if fields.matchesEveryDay { return "" }
        if fields.dayOfWeek.matchesAll { return dayOfMonthText }
        if fields.dayOfMonth.matchesAll { return weekdays(single: "only on ", range: "") }
        return fields.bothDaysMustMatch
            ? dayOfMonthText + ", " + weekdays(single: "only on ", range: "only ")
            : dayOfMonthText + ", " + weekdays(single: "or on ", range: "or ")
    }

    private var dayOfMonthText: String {
        switch fields.dayOfMonth.shape {
        case .every: "every day"
        case .step(let step): "every \(step) days"
        case .single(let day): "on day \(day) of the month"
        case .range(let range): between(range)
        case .steppedRange(let range, let step): "every \(step) days, " + between(range.lowerBound...lastDay(of: range))
        case .list(let items): "on day \(English.list(items, of: .dayOfMonth)) of the month"
        }
    }

    /// The last selected day that one of the selected months has.
    private func lastDay(of range: ClosedRange<Int>) -> Int {
        let longest = fields.month.matching.values.map(CivilCalendar.longestLength).max() ?? range.upperBound
        return fields.dayOfMonth.matching.values.last { $0 <= longest } ?? range.upperBound
    }

    private func between(_ range: ClosedRange<Int>) -> String {
        "between day \(range.lowerBound) and \(range.upperBound) of the month"
    }

    private func weekdays(single: String, range rangePrefix: String) -> String {
        switch fields.dayOfWeek.shape {
        case .range(let range): rangePrefix + names(range, .dayOfWeek)
        case .single(let day): single + English.value(day, of: .dayOfWeek)
        case .list(let items): single + English.list(items, of: .dayOfWeek)
        case .every, .step, .steppedRange: single + English.list(fields.dayOfWeek.matching.values.map { $0...$0 }, of: .dayOfWeek)
        }
    }

    private var monthText: String {
        switch fields.month.shape {
        case .every: ""
        case .step(let step): "every \(step) months"
        case .single(let month): "only in " + English.value(month, of: .month)
        case .range(let range): names(range, .month)
        case .steppedRange(let range, let step): "every \(step) months, " + names(range, .month)
        case .list(let items): "only in " + English.list(items, of: .month)
        }
    }

    private func names(_ range: ClosedRange<Int>, _ kind: CronFieldKind) -> String {
        English.through(range) { English.value($0, of: kind) }
    }
}
