/// A list member of a field with a step or a range that wraps, and what its reader may not see.
struct ScheduleMember {
    let kind: FieldKind
    let span: ScheduleTerm.Span
    /// As written.
    let raw: String

    /// The last value it takes; a Sunday may be 7.
    private var end: Int { span.first + (span.last - span.first) / span.step * span.step }

    private func name(_ value: Int) -> String { Phrase.value(value, of: kind) }

    // MARK: Steps

    /// Whether the distance from its last value to the first of the next round is another one than the step.
    ///
    /// Not for a range that is narrower than the field by a step or more (`8-20/4` in the hours): it says itself when it ends.
    var isUneven: Bool {
        let isRoomLeft =
            span.form == .range && (span.first - span.step >= kind.range.lowerBound || end + span.step <= kind.range.upperBound)
        guard !isRoomLeft, kind != .year else { return false }
        guard let cycle = kind.cycle else { return true }
        let pause = cycle - (end - span.first)
        // No pause at all: from Sunday as 0 to Sunday as 7.
        return pause != span.step && pause != 0
    }

    func unevenMessage(next period: String?) -> String {
        let restart =
            period.map { "after \(name(end)) it starts again at \(name(span.first)) \($0)" }
            ?? "at the end of the month it starts again at \(span.first)"
        return "\(kind.title) step \(raw) is uneven, not every \(span.step): \(restart)"
    }

    /// What to say of a step that leads nowhere; nil when it does.
    var tooLongMessage: String? {
        guard end == span.first else { return nil }
        let only = "matches only \(name(span.first))"
        if span.form == .range, span.first == span.last { return "\(kind.title) \(raw) \(only): the range has one value" }
        let length = kind.cycle ?? kind.range.count
        if span.step > kind.range.upperBound || kind.cycle == nil && span.step == length { return tooLong(length, "the field", only) }
        switch span.form {
        case .range: return tooLong(span.last - span.first + 1, "the range", only)
        case .open: return tooLong(span.last - span.first + 1, "what is left of the field", only)
        case .star, .single: return nil
        }
    }

    private func tooLong(_ length: Int, _ part: String, _ only: String) -> String {
        "\(kind.title) step \(raw) is \(span.step == length ? "as long as" : "longer than") \(part), so it \(only)"
    }

    // MARK: Ranges that wrap

    /// "Hour range 22-2 wraps around: 22 to 23 and 0 to 2".
    var wrappedMessage: String {
        let values = span.values(of: kind)
        let parts = span.step == 1 ? [span.first...top, bottom...span.last].map { Phrase.through($0, of: kind) } : values.map(name)
        return "\(kind.title) range \(raw) wraps around: \(Phrase.list(parts))"
    }

    /// The same as two ranges, `22-23,0-2`, in the names or numbers that were written; nil with a step, which would start anew.
    var split: String? {
        let bounds = raw.prefix { $0 != "/" }.split(separator: "-")
        guard span.step == 1, bounds.count == 2 else { return nil }
        let isNamed = !kind.names.isEmpty
        let first = isNamed ? kind.names[top - kind.range.lowerBound] : String(top)
        let last = isNamed ? kind.names[bottom - kind.range.lowerBound] : String(bottom)
        let upper = span.first == top ? String(bounds[0]) : "\(bounds[0])-\(first)"
        return upper + "," + (span.last == bottom ? String(bounds[1]) : "\(last)-\(bounds[1])")
    }

    private var top: Int { kind == .dayOfWeek ? 6 : kind.range.upperBound }
    private var bottom: Int { kind.range.lowerBound }
}
