/// How a field is best put into words, in no particular language.
enum FieldShape: Equatable {
    /// Every value.
    case every
    /// Every so many values, evenly, from the field's first: every 15 minutes.
    case step(Int)
    /// One value.
    case single(Int)
    /// Every value from one to another.
    case range(ClosedRange<Int>)
    /// Every so many values, from the first to the last that matches.
    case steppedRange(ClosedRange<Int>, step: Int)
    /// Single values (as ranges of one) and ranges, in the order written and none twice.
    case list([ClosedRange<Int>])
}

extension CronField {
    /// How the field is best put into words. A weekday range may end at 7 (Sunday); a single Sunday is 0.
    var shape: FieldShape {
        if matchesAll { return .every }
        if matching.count == 1, let value = matching.first { return .single(value) }
        guard terms.count == 1, let term = terms.first else { return listShape }
        if term.step == 1 { return .range(term.range) }
        if isEvenStep { return .step(term.step) }
        let isShort = matching.count <= (coversWholeField(term) ? 5 : 2)
        if kind == .dayOfWeek || isShort { return listShape }
        return .steppedRange((matching.values.first ?? 0)...(matching.values.last ?? 0), step: term.step)
    }

    /// The step of a field that counts through all its values and starts again before a full step has passed,
    /// as `*/45` in the minutes, which is not every 45 minutes; nil for any other field.
    var unevenStep: Int? {
        guard terms.count == 1, let term = terms.first, term.step > 1, coversWholeField(term) else { return nil }
        return kind.cycle.map { $0 % term.step != 0 } ?? true ? term.step : nil
    }

    private var isEvenStep: Bool {
        guard let term = terms.first, kind != .dayOfWeek else { return false }
        return coversWholeField(term) && unevenStep == nil
    }

    private func coversWholeField(_ term: CronTerm) -> Bool {
        let unstepped = set(of: CronTerm(range: term.range))
        return unstepped == set(of: CronTerm(range: kind.range))
    }

    private var listShape: FieldShape {
        var items: [ClosedRange<Int>] = []
        var shown = ValueSet()
        var inRanges = ValueSet()
        for term in terms where term.isPlainRange { inRanges.formUnion(set(of: term)) }
        for term in terms {
            if term.isPlainRange {
                if !set(of: term).isSubset(of: shown) { items.append(term.range) }
                shown.formUnion(set(of: term))
            } else {
                for written in term.set.values {
                    let value = kind == .dayOfWeek ? written % 7 : written
                    if shown.contains(value) || inRanges.contains(value) { continue }
                    items.append(value...value)
                    shown.insert(value)
                }
            }
        }
        return items.count == 1 ? .range(items[0]) : .list(items)
    }
}
