/// All flags and segments of a project, at one moment. Immutable: a change makes a new snapshot that shares all else with the old one.
public struct FlagSnapshot: Sendable {
    private var flags: [String: CompiledFlag]
    private(set) var segments: [String: CompiledSegment]

    /// Nothing at all.
    public static let empty = FlagSnapshot()

    /// A snapshot of these flags and segments; of two with the same key the last stays.
    ///
    /// The references among them must have no cycles and be no deeper than ``ReferenceGraph`` admits: evaluating would run out of stack.
    public init(_ flags: some Sequence<CompiledFlag> = [], segments: some Sequence<CompiledSegment> = []) {
        self.flags = Dictionary(flags.map { ($0.key, $0) }) { _, last in last }
        self.segments = Dictionary(segments.map { ($0.key, $0) }) { _, last in last }
    }

    /// The number of flags.
    public var count: Int { flags.count }

    /// The keys of all flags, in no order.
    public var keys: some Collection<String> & Sendable { flags.keys }

    /// The flag with this key, nil if there is none.
    public subscript(key: String) -> CompiledFlag? { flags[key] }

    /// What the flag with this key answers in a context, nil if there is no such flag.
    public func evaluate(_ key: String, in context: EvaluationContext) -> Evaluation? {
        flags[key]?.evaluate(in: context, among: self)
    }

    /// This snapshot with a flag added, or replaced if it has one of that key.
    public func setting(_ flag: CompiledFlag) -> FlagSnapshot {
        var copy = self
        copy.flags[flag.key] = flag
        return copy
    }

    /// This snapshot without the flag of that key.
    public func removing(_ key: String) -> FlagSnapshot {
        var copy = self
        copy.flags[key] = nil
        return copy
    }

    /// This snapshot with a segment added, or replaced if it has one of that key.
    public func setting(_ segment: CompiledSegment) -> FlagSnapshot {
        var copy = self
        copy.segments[segment.key] = segment
        return copy
    }

    /// This snapshot without the segment of that key.
    public func removingSegment(_ key: String) -> FlagSnapshot {
        var copy = self
        copy.segments[key] = nil
        return copy
    }
}
