/// One field of a cron expression: what was written and the values it stands for.
public struct CronField: Hashable, Sendable {
    /// Which field it is.
    public let kind: CronFieldKind

    /// The field as written, such as `1-5`. For a macro, the field of the expression it stands for.
    public let raw: String

    /// The list members, in the order written.
    let terms: [CronTerm]

    /// The values that match; Sunday is 0.
    let matching: ValueSet

    /// The values that match, ascending, Sunday as 0; nil for a field that is just `*`.
    public var values: [Int]? {
        raw == "*" ? nil : matching.values
    }

    /// Whether the text begins with `*`, which decides how Debian cron combines the two day fields.
    var startsWithStar: Bool {
        raw.utf8.first == UInt8(ascii: "*")
    }

    /// Whether every value matches, however it was written.
    var matchesAll: Bool {
        matching == Self.fold(ValueSet(kind.range), kind)
    }

    init(kind: CronFieldKind, bytes: ArraySlice<UInt8>) throws(CronError) {
        var terms: [CronTerm] = []
        var set = ValueSet()
        for member in bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let term = try CronTerm(kind: kind, bytes: member)
            terms.append(term)
            set.formUnion(term.set)
        }
        self.kind = kind
        self.terms = terms
        matching = Self.fold(set, kind)
        raw = String(decoding: bytes, as: UTF8.self)
    }

    /// The values of one list member, Sunday as 0.
    func set(of term: CronTerm) -> ValueSet {
        Self.fold(term.set, kind)
    }

    private static func fold(_ set: ValueSet, _ kind: CronFieldKind) -> ValueSet {
        kind == .dayOfWeek ? set.foldingSunday : set
    }
}
