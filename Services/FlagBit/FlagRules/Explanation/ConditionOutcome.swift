/// What came of a condition.
public enum ConditionOutcome: Sendable, Equatable {
    /// Of one that compares an attribute.
    case comparison(ComparisonOutcome)
    /// Of one that asks about segments (`in_segment`).
    case segments(SegmentsOutcome)
    /// Of a group.
    case group(GroupOutcome)

    /// Whether the condition holds.
    public var holds: Bool {
        switch self {
        case .comparison(let outcome): outcome.holds
        case .segments(let outcome): outcome.holds
        case .group(let outcome): outcome.holds
        }
    }
}

/// What came of a condition that compares an attribute.
public struct ComparisonOutcome: Sendable, Equatable {
    /// The condition as written.
    public let definition: ComparisonDefinition
    /// The attribute's value; nil if it is missing, that is absent or null.
    public let found: FlagValue?
    /// Of a percentage, the bucket (0..<10 000) of the user that the attribute names; nil if it names nobody, and of other conditions.
    public let bucket: Int?
    /// Of a percentage, the first bucket that is too high for it (0...10 000); nil of other conditions.
    public let threshold: Int?
    /// Whether the condition holds.
    public let holds: Bool
}

/// What came of a condition that asks about segments.
public struct SegmentsOutcome: Sendable, Equatable {
    /// The condition as written.
    public let definition: ComparisonDefinition
    /// The segments that it names; one that holds is enough.
    public let segments: [Segment]
    /// Whether the condition holds.
    public let holds: Bool

    /// A segment. ``FlagSnapshot/explain(segment:in:)`` says why.
    public struct Segment: Sendable, Equatable {
        /// The segment's key.
        public let key: String
        /// Whether there is such a segment and it holds.
        public let holds: Bool
    }
}

/// What came of a group of conditions.
public struct GroupOutcome: Sendable, Equatable {
    /// How the members decide.
    public let kind: GroupDefinition.Kind
    /// Whether the opposite is asked for.
    public let isNegated: Bool
    /// The members in their order.
    public let members: [ConditionOutcome]
    /// Whether the condition holds.
    public let holds: Bool
}
