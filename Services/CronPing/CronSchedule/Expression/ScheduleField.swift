/// One field of a schedule: what was written and the values it stands for.
public struct ScheduleField: Hashable, Sendable {
    /// Which field it is.
    public let kind: FieldKind

    /// The field as written, such as `1-5`. For a macro, the field of the expression it stands for.
    public let raw: String

    /// The list members, in the order written.
    let terms: [ScheduleTerm]

    /// The plain values that match, Sunday as 0; empty for a year, and without the days that `L`, `W` and `#` stand for.
    let matching: ValueSet

    /// Whether the text begins with `*` (or is `?`), which decides how Debian cron combines the two day fields.
    let startsWithStar: Bool

    /// The plain values that match, ascending, Sunday as 0; nil for a field that is just `*` or `?`, or has none.
    ///
    /// Days that depend on the month (`L`, `15W`, `5#2`) are not among them.
    public var values: [Int]? {
        if isBareStar || kind != .year && matching.isEmpty { return nil }
        return kind == .year ? YearSet(self).values : matching.values
    }

    /// Whether every value matches, however it was written.
    var matchesAll: Bool {
        kind == .year ? YearSet(self).isFull : matching == Self.everything(kind)
    }

    /// Whether some member is a day that depends on the month: `L`, `15W`, `5#2`.
    var hasMonthlyTerms: Bool {
        terms.contains { if case .span = $0 { false } else { true } }
    }

    /// Whether it is just `*` or `?`.
    var isBareStar: Bool {
        guard terms.count == 1, case .span(let span) = terms[0] else { return false }
        return span.form == .star && span.step == 1
    }

    init(kind: FieldKind, raw: String, terms: [ScheduleTerm], startsWithStar: Bool) {
        var set = ValueSet()
        if kind != .year {
            for case .span(let span) in terms { set.formUnion(Self.set(of: span, kind)) }
        }
        self.kind = kind
        self.raw = raw
        self.terms = terms
        self.startsWithStar = startsWithStar
        matching = set
    }

    /// The values of one list member, Sunday as 0.
    static func set(of span: ScheduleTerm.Span, _ kind: FieldKind) -> ValueSet {
        var set = ValueSet()
        if span.last < span.first {
            for value in span.values(of: kind) { set.insert(value) }
        } else if span.step == 1 {
            set = ValueSet(span.first...span.last)
        } else {
            var value = span.first
            while value <= span.last {
                set.insert(value)
                value += span.step
            }
        }
        return kind == .dayOfWeek ? set.foldingSunday : set
    }

    private static func everything(_ kind: FieldKind) -> ValueSet {
        kind == .dayOfWeek ? ValueSet(0...6) : ValueSet(kind.range)
    }
}
