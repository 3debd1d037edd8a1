import FlagRules
import HTTPCore

/// What a flag or a segment asks of memory and of every evaluation.
struct FlagSize: Sendable {
    /// Rules, prerequisites and conditions, counted together. A group counts as one more than what is in it.
    let parts: Int
    /// The flag or segment as JSON.
    let bytes: Int

    /// The most that all flags and segments of a project may have together, on every plan: 20 000 parts and 4 MB.
    ///
    /// An evaluation of all flags looks at every part, on a thread that answers others as well: this many are about what that can bear. They
    /// are ten for each flag of the largest plan.
    static let projectLimit = FlagSize(parts: 20_000, bytes: 4 << 20)

    /// Whether a flag or segment of this size may stand beside the others of its project. One that has not grown always may.
    ///
    /// - Parameters:
    ///   - others: all other flags and segments of the project together.
    ///   - old: the same before it was changed; `nil` for a new one.
    func fits(beside others: FlagSize, changing old: FlagSize?) -> Bool {
        let (oldParts, oldBytes) = (old?.parts ?? 0, old?.bytes ?? 0)
        return (parts <= oldParts || others.parts + parts <= Self.projectLimit.parts)
            && (bytes <= oldBytes || others.bytes + bytes <= Self.projectLimit.bytes)
    }
}

extension FlagSize {
    /// The size of a flag or segment as it is stored.
    init(of definition: JSONObject) {
        let rules = definition["rules"]?.arrayValue ?? []
        let prerequisites = definition["prerequisites"]?.arrayValue ?? []
        parts = rules.reduce(rules.count + prerequisites.count + Self.count(definition["conditions"])) { $0 + Self.count($1["conditions"]) }
        bytes = JSONValue.object(definition).serializedBytes().count
    }

    /// How many conditions there are in a list and, at any depth, in its groups.
    private static func count(_ conditions: JSONValue?) -> Int {
        (conditions?.arrayValue ?? []).reduce(0) { count, condition in
            GroupDefinition.Kind.allCases.reduce(count + 1) { $0 + Self.count(condition[$1.rawValue]) }
        }
    }
}
