/// All flags that one SDK key can ask for, at one moment. Immutable: a change makes a new snapshot that shares all other flags with the old one.
public struct FlagSnapshot: Sendable {
    private var flags: [String: CompiledFlag]

    /// A snapshot of these flags; of two with the same key the last stays.
    public init(_ flags: some Sequence<CompiledFlag> = []) {
        self.flags = Dictionary(flags.map { ($0.key, $0) }) { _, last in last }
    }

    /// The number of flags.
    public var count: Int { flags.count }

    /// The keys of all flags, in no order.
    public var keys: some Collection<String> & Sendable { flags.keys }

    /// The flag with this key, nil if there is none.
    public subscript(key: String) -> CompiledFlag? { flags[key] }

    /// What the flag with this key answers in a context, nil if there is no such flag.
    public func evaluate(_ key: String, in context: EvaluationContext) -> Evaluation? {
        flags[key]?.evaluate(in: context)
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
}
