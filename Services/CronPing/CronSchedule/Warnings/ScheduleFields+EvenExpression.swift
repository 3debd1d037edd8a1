extension ScheduleFields {
    /// The most expressions that a suggestion consists of.
    private static let mostExpressions = 4

    /// What runs every so many seconds or minutes, as a step says that does not do it: for `*/90` in the minutes `0 0-21/3 * * *` and
    /// `30 1-22/3 * * *`; empty when that takes too many expressions or cannot be said at all (36 hours, 7 minutes).
    func evenExpressions(_ field: ScheduleField, _ member: ScheduleMember) -> [String] {
        guard field.terms.count == 1, member.span.form == .star else { return [] }
        let step = member.span.step
        switch field.kind {
        case .second: return step < 3600 && minute.isBareStar ? even(.second, .minute, step, minutes: 60) : []
        case .minute: return hour.isBareStar ? even(.minute, .hour, step, minutes: 24) : []
        case .hour: return step == 24 ? [expression(replacing: .hour, with: "0")] : []
        default: return []
        }
    }

    /// - Parameters:
    ///   - step: the distance wanted, in values of the inner field.
    ///   - count: how many values the outer field has; the step must divide that many rounds of the inner one.
    private func even(_ inner: FieldKind, _ outer: FieldKind, _ step: Int, minutes count: Int) -> [String] {
        guard count * 60 % step == 0 else { return [] }
        // After so many values of the outer field the pattern begins again.
        let period = (1...count).first { $0 * 60 % step == 0 } ?? count
        var expressions: [String] = []
        for offset in 0..<period {
            let values = stride(from: (step - offset * 60 % step) % step, to: 60, by: step).map { $0 }
            guard let first = values.first, let last = values.last else { continue }
            let innerRaw = values.count < 3 ? values.map(String.init).joined(separator: ",") : "\(first)-\(last)/\(step)"
            expressions.append(replacing(inner, with: innerRaw, outer, with: Self.every(period, from: offset, of: count)))
        }
        // One expression may be said more briefly.
        if expressions.count == 1 {
            let outerRaw = period == 1 ? "*" : period == count ? "0" : "*/\(period)"
            return [replacing(inner, with: "0", outer, with: outerRaw)]
        }
        return expressions.count <= Self.mostExpressions ? expressions : []
    }

    /// `1-22/3`: every third of 24 values from 1 on.
    private static func every(_ period: Int, from first: Int, of count: Int) -> String {
        period == count ? String(first) : "\(first)-\(count - period + first)/\(period)"
    }

    private func replacing(_ one: FieldKind, with oneRaw: String, _ other: FieldKind, with otherRaw: String) -> String {
        all.map { $0.kind == one ? oneRaw : $0.kind == other ? otherRaw : $0.raw }.joined(separator: " ")
    }
}
