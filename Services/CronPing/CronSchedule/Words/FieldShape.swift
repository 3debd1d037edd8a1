/// How a field is best put into words, in no particular language.
enum FieldShape: Hashable {
    /// Every value.
    case every
    /// Every so many values, evenly, from the field's first: every 15 minutes.
    case step(Int)
    /// One value.
    case single(Int)
    /// Every value from one through another; of weekdays the second may be smaller, or 7 (Sunday).
    case range(Int, Int)
    /// Every so many values, from the first through the last that matches.
    case stepped(Int, Int, step: Int)
    /// Several of those, or days that depend on the month; in the order written and none twice.
    case list([ListItem])

    var isSingle: Bool {
        if case .single = self { true } else { false }
    }
}

/// A member of a list in words.
enum ListItem: Hashable {
    case value(Int)
    case range(Int, Int)
    /// Only years, and dates beside days that depend on the month; of other fields the values are listed.
    case stepped(Int, Int, step: Int)
    /// A day that depends on the month: any term but a span.
    case monthly(ScheduleTerm)
    /// Several days, up to and with the last of the month.
    case lastDays(Int)
    /// Three or more days in a row that end before the last of the month: how many days before it the first and the last of them are.
    case daysBeforeLast(Int, Int)
}

extension ScheduleField {
    /// How the field is best put into words. A single Sunday is 0.
    var shape: FieldShape {
        if kind == .year { return yearShape }
        if matchesAll { return .every }
        if matching.count == 1, let value = matching.first, !hasMonthlyTerms { return .single(value) }
        guard terms.count == 1, case .span(let span) = terms[0], kind != .dayOfWeek || span.step == 1 else { return listShape }
        if span.last < span.first, kind != .dayOfWeek { return listShape }
        if span.step == 1 { return .range(span.first, span.last) }
        let isWhole = span.first == kind.range.lowerBound && span.last == kind.range.upperBound
        if isWhole, let cycle = kind.cycle, cycle % span.step == 0 { return .step(span.step) }
        if matching.count <= (isWhole ? 5 : 2) { return listShape }
        return .stepped(matching.first ?? 0, matching.last ?? 0, step: span.step)
    }

    /// From how many members on a list is put together anew, as short as can be, in place of the order written.
    private static let longList = 8

    private var listShape: FieldShape {
        var items = writtenItems
        if wraps || items.count > Self.longList || hasOverlaps(items) {
            let even = matching.evenShape(kind)
            if let even, !hasMonthlyTerms { return even }
            items =
                if case .stepped(let first, let last, let step) = even { [.stepped(first, last, step: step)] } else {
                    matching.values.listItems
                }
        }
        if hasMonthlyTerms {
            items += monthlyItems
        }
        if items.count == 1, case .range(let first, let last) = items[0] { return .range(first, last) }
        return .list(items)
    }

    /// The days that depend on the month, none twice; those in a row together.
    private var monthlyItems: [ListItem] {
        var (beforeLast, inRuns) = (ValueSet(), ValueSet())
        for case .lastDay(let before) in terms { beforeLast.insert(before) }
        var items: [ListItem] = []
        for run in beforeLast.values.runs where run.count > (run.lowerBound == 0 ? 1 : 2) {
            items.append(run.lowerBound == 0 ? .lastDays(run.count) : .daysBeforeLast(run.upperBound, run.lowerBound))
            inRuns.formUnion(ValueSet(run))
        }
        for term in terms where !term.isSpan && !items.contains(.monthly(term)) {
            if case .lastDay(let before) = term, inRuns.contains(before) { continue }
            items.append(.monthly(term))
        }
        return items
    }

    private func hasOverlaps(_ items: [ListItem]) -> Bool {
        var size = 0
        for item in items {
            guard case .range(let first, let last) = item else {
                size += 1
                continue
            }
            size += last < first ? last - first + 8 : last - first + 1
        }
        return size > matching.count
    }

    /// Whether a range goes on from the start of the field; of weekdays that is said as it is written, because weeks have no other bounds.
    private var wraps: Bool {
        kind != .dayOfWeek && terms.contains { if case .span(let span) = $0 { span.last < span.first } else { false } }
    }

    /// The plain values and ranges, in the order written, none twice.
    private var writtenItems: [ListItem] {
        var items: [ListItem] = []
        var shown = ValueSet()
        var inRanges = ValueSet()
        for case .span(let span) in terms where span.isPlainRange { inRanges.formUnion(Self.set(of: span, kind)) }
        for case .span(let span) in terms {
            if span.isPlainRange {
                let set = Self.set(of: span, kind)
                if !set.isSubset(of: shown) { items.append(.range(span.first, span.last)) }
                shown.formUnion(set)
            } else {
                for written in span.values(of: kind) {
                    let value = kind == .dayOfWeek ? written % 7 : written
                    if shown.contains(value) || inRanges.contains(value) { continue }
                    items.append(.value(value))
                    shown.insert(value)
                }
            }
        }
        return items
    }
}

extension ScheduleTerm {
    fileprivate var isSpan: Bool {
        if case .span = self { true } else { false }
    }
}

extension ValueSet {
    /// The shape of members that are many and all equally far apart.
    fileprivate func evenShape(_ kind: FieldKind) -> FieldShape? {
        guard count > 5, let first, let last, let second = self.first(atLeast: first + 1) else { return nil }
        let step = second - first
        guard step > 1, ValueSet(stride(from: first, through: last, by: step)) == self else { return nil }
        if let cycle = kind.cycle, first == kind.range.lowerBound, count * step == cycle { return .step(step) }
        return .stepped(first, last, step: step)
    }

    private init(_ values: StrideThrough<Int>) {
        self.init()
        for value in values { insert(value) }
    }
}

extension [Int] {
    /// Ascending values for a list, three or more neighbours as a range.
    var listItems: [ListItem] {
        runs.flatMap { $0.count < 3 ? $0.map { .value($0) } : [.range($0.lowerBound, $0.upperBound)] }
    }
}
