extension ScheduleField {
    /// How the years are best put into words. They are too many for a ``ValueSet``.
    var yearShape: FieldShape {
        let spans = spansWithoutRepeats
        guard spans.count == 1 else { return YearSet(self).isFull ? .every : .list(Self.yearItems(spans)) }
        let (first, last, step) = (spans[0].first, spans[0].last, spans[0].step)
        if step == 1, first <= YearSet.range.lowerBound, last >= YearSet.range.upperBound { return .every }
        let items = spans[0].yearItems
        guard items.count == 1 else { return .list(items) }
        return switch items[0] {
        case .value(let year): .single(year)
        case .range(let first, let last): .range(first, last)
        case .stepped(let first, let last, let step): .stepped(first, last, step: step)
        case .monthly, .lastDays, .daysBeforeLast: .list(items)
        }
    }

    /// What several spans stand for: years and ranges in order and none twice, then what takes every so many years.
    private static func yearItems(_ spans: [ScheduleTerm.Span]) -> [ListItem] {
        let steps = spans.filter(\.isLongStep)
        var years: Set<Int> = []
        for span in spans where !span.isLongStep {
            years.formUnion(
                span.values(of: .year).filter { year in
                    span.isPlainRange || !steps.contains { $0.covers(.init(first: year, last: year, form: .single)) }
                }
            )
        }
        return years.sorted().listItems + steps.flatMap(\.yearItems)
    }

    /// The spans that no other one has all years of, each ending with a year of its own.
    private var spansWithoutRepeats: [ScheduleTerm.Span] {
        var kept: [ScheduleTerm.Span] = []
        for case .span(var span) in terms {
            span.last -= (span.last - span.first) % span.step
            if kept.contains(where: { $0.covers(span) }) { continue }
            kept.removeAll { span.covers($0) }
            kept.append(span)
        }
        return kept
    }
}

extension ScheduleTerm.Span {
    /// Few years one by one, otherwise as a range.
    fileprivate var yearItems: [ListItem] {
        if isLongStep { return [.stepped(first, last, step: step)] }
        return isPlainRange ? [.range(first, last)] : values(of: .year).map { .value($0) }
    }

    /// Whether it has too many years that are not neighbours to name them one by one.
    fileprivate var isLongStep: Bool { step > 1 && (last - first) / step >= 5 }

    /// Whether all years of another one are among its own.
    fileprivate func covers(_ other: Self) -> Bool {
        guard other.first >= first, other.last <= last, (other.first - first) % step == 0 else { return false }
        return other.last == other.first || other.step % step == 0
    }
}
