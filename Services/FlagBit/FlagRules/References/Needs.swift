/// How much an evaluation of a flag or a segment needs.
struct Needs {
    /// Whatever is beyond both limits.
    static let tooMuch = Needs(count: ReferenceGraph.limit + 1, depth: ReferenceGraph.maximumDepth + 1)

    /// How many evaluations of others; everything above the limit is one more than it.
    private(set) var count = 0
    /// How many others in a row, likewise.
    private(set) var depth = 0

    /// Adds another one that is asked so often.
    mutating func add(_ other: Needs, times: Int = 1) {
        count = min(Self.tooMuch.count, count + times * (1 + other.count))
        depth = min(Self.tooMuch.depth, max(depth, 1 + other.depth))
    }

    /// What is wrong with it, nil if nothing is.
    var problem: DefinitionFault.Problem? {
        if count > ReferenceGraph.limit { return .needsTooMany(limit: ReferenceGraph.limit) }
        return depth > ReferenceGraph.maximumDepth ? .needsTooDeep(limit: ReferenceGraph.maximumDepth) : nil
    }

    /// The same if these are the needs of another one.
    func problem(of key: String) -> DefinitionFault.Problem? {
        if count > ReferenceGraph.limit { return .othersNeedTooMany(key, limit: ReferenceGraph.limit) }
        return depth > ReferenceGraph.maximumDepth ? .othersNeedTooDeep(key, limit: ReferenceGraph.maximumDepth) : nil
    }
}
