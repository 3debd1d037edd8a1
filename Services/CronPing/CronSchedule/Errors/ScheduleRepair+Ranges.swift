extension ScheduleRepair {
    /// The most values that are written out in place of a range with a step.
    private static let mostValues = 8

    /// `22-2` as two ranges, `22-23,0-2`, in names if it has but names; with a step as the values that it has, if they are few.
    func splitRange(_ text: String, _ error: ScheduleError) -> String? {
        var ends = error.value.split(separator: "-").map(String.init)
        guard let field = error.field, field != .year, ends.count == 2, let first = number(ends[0], field),
            let last = number(ends[1], field)
        else { return nil }
        if error.suffix(of: text).first == "/" { return steppedValues(text, error, field, first, last) }
        if ends.contains(where: { Int($0) != nil }) {
            ends = ends.map { Int($0) == nil ? number($0, field).map(String.init) ?? $0 : $0 }
        }
        let range = options.range(of: field)
        // Of the two numbers of Sunday, 7 ends a week and 0 begins one.
        let (sunday, highest) = field == .dayOfWeek && range.lowerBound == 0 ? (7, 6) : (nil, range.upperBound)
        if first == sunday { return error.replacingValue(in: text, with: "0-\(ends[1])") }
        if last == 0, ends[1] == "0", let sunday { return error.replacingValue(in: text, with: "\(ends[0])-\(sunday)") }
        let upper = first == highest ? ends[0] : ends[0] + "-" + written(highest, like: ends[0], field)
        let lower = last == range.lowerBound ? ends[1] : written(range.lowerBound, like: ends[1], field) + "-" + ends[1]
        return error.replacingValue(in: text, with: upper + "," + lower)
    }

    /// The number that would be written for a number or name.
    private func number(_ text: String, _ field: FieldKind) -> Int? {
        Int(text) ?? field.value(named: ArraySlice(text.utf8)).map { $0 - options.shift(of: field) }
    }

    /// A number, or its name if the example is a name.
    private func written(_ number: Int, like example: String, _ field: FieldKind) -> String {
        Int(example) != nil ? String(number) : field.names[number - options.range(of: field).lowerBound]
    }

    private func steppedValues(_ text: String, _ error: ScheduleError, _ field: FieldKind, _ first: Int, _ last: Int) -> String? {
        let digits = error.suffix(of: text).dropFirst().prefix { $0.isASCII && $0.isNumber }
        guard let cycle = field.cycle, let step = Int(digits), step > 0 else { return nil }
        let lowest = options.range(of: field).lowerBound
        let values = stride(from: first, through: last + cycle, by: min(step, cycle)).map { ($0 - lowest) % cycle + lowest }
        guard values.count <= Self.mostValues else { return nil }
        return error.prefix(of: text) + values.map(String.init).joined(separator: ",") + error.suffix(of: text).dropFirst(1 + digits.count)
    }

    /// `*/60` minutes as `0`, the hours' beginning, and `*/120` as `0 */2`, for Quartz, which has no longer steps than fields; nil when there is
    /// no single expression, as for 90 minutes.
    func shorterStep(_ text: String, _ error: ScheduleError) -> String? {
        // Debian cron has no limit.
        guard options.flavor == .quartz, let fields = (try? Schedule(text, Schedule.Options()))?.fields, let kind = error.field,
            let field = fields[kind], case .span(let span) = field.terms.first
        else { return nil }
        let even = fields.evenExpressions(field, ScheduleMember(kind: kind, span: span, raw: field.raw))
        return even.count == 1 ? even[0] : nil
    }
}
