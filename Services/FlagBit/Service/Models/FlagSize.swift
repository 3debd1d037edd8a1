import HTTPCore

/// What a flag asks of memory and of every evaluation.
struct FlagSize: Sendable {
    /// Rules and conditions, counted together.
    let parts: Int
    /// The flag as JSON.
    let bytes: Int

    /// The most that all flags of a project may have together, on every plan: 20 000 parts and 4 MB.
    ///
    /// An evaluation of all flags looks at every part, on a thread that answers others as well: this many are about what that can bear. They
    /// are ten for each flag of the largest plan.
    static let projectLimit = FlagSize(parts: 20_000, bytes: 4 << 20)

    /// Whether a flag of this size may stand beside the others of its project. One that has not grown always may.
    ///
    /// - Parameters:
    ///   - others: all other flags of the project together.
    ///   - old: the flag before it was changed; `nil` for a new one.
    func fits(beside others: FlagSize, changing old: FlagSize?) -> Bool {
        let (oldParts, oldBytes) = (old?.parts ?? 0, old?.bytes ?? 0)
        return (parts <= oldParts || others.parts + parts <= Self.projectLimit.parts)
            && (bytes <= oldBytes || others.bytes + bytes <= Self.projectLimit.bytes)
    }
}

extension FlagSize {
    /// The size of a flag as it is stored.
    init(of definition: JSONObject) {
        let rules = definition["rules"]?.arrayValue ?? []
        parts = rules.reduce(rules.count) { $0 + ($1["conditions"]?.arrayValue?.count ?? 0) }
        bytes = JSONValue.object(definition).serializedBytes().count
    }
}
