/// A named group of users that rules of many flags refer to by `in_segment`, as written.
public struct SegmentDefinition: Sendable, Equatable {
    /// What rules refer to: 1–128 of `A-Z a-z 0-9 . _ -`, as for flags.
    public var key: String
    /// All of them must hold; a segment without conditions holds everybody. None may be a percentage: those are drawn for each flag anew.
    public var conditions: [ConditionDefinition]

    /// A segment of these parts.
    public init(key: String, conditions: [ConditionDefinition] = []) {
        self.key = key
        self.conditions = conditions
    }
}

extension SegmentDefinition {
    /// The members of a segment's JSON that play a part in evaluation.
    public static let fields = ["key", "conditions"]

    /// Reads a segment from JSON: an object with ``fields``, of which only `key` must be there.
    static func read(
        _ json: FlagValue,
        at path: FieldPath,
        ignoring ignoredFields: Set<String>,
        faults: inout FaultCollector
    ) -> SegmentDefinition {
        guard let reader = ObjectReader(json, at: path, accepted: fields, ignored: ignoredFields, faults: &faults) else {
            return SegmentDefinition(key: "")
        }
        return SegmentDefinition(
            key: reader.requiredString("key", faults: &faults),
            conditions: reader.elements("conditions", faults: &faults, read: ConditionDefinition.read)
        )
    }
}
