/// A condition of a rule or a segment, as written: plain values that nobody has checked yet.
public enum ConditionDefinition: Sendable, Equatable {
    /// One attribute is compared with a value.
    case comparison(ComparisonDefinition)
    /// Other conditions, put together.
    case group(GroupDefinition)

    /// A comparison of these parts.
    public init(
        attribute: String,
        operator: String,
        value: FlagValue? = nil,
        isNegated: Bool = false,
        ignoresCase: Bool = false
    ) {
        self = .comparison(
            ComparisonDefinition(
                attribute: attribute,
                operator: `operator`,
                value: value,
                isNegated: isNegated,
                ignoresCase: ignoresCase
            )
        )
    }
}

/// A comparison, as written: `{"attribute", "operator", "value", "negate", "ignore_case"}`.
public struct ComparisonDefinition: Sendable, Equatable {
    /// The name of the context's attribute; must not be empty, but for `in_segment`, which looks at none. A point in it has no meaning.
    public var attribute: String
    /// The name of a ``ConditionOperator``.
    public var `operator`: String
    /// What to compare with; which types fit, the operator says. Nil if absent.
    public var value: FlagValue?
    /// Whether the opposite is asked for. A missing attribute fulfils neither.
    public var isNegated: Bool
    /// Whether upper and lower case are the same; only for operators that compare text.
    public var ignoresCase: Bool

    /// A comparison of these parts.
    public init(attribute: String, operator: String, value: FlagValue?, isNegated: Bool = false, ignoresCase: Bool = false) {
        self.attribute = attribute
        self.operator = `operator`
        self.value = value
        self.isNegated = isNegated
        self.ignoresCase = ignoresCase
    }
}

/// A group of conditions, as written: `{"all": […]}`, `{"any": […]}` or `{"none": […]}`, each with an optional `negate`.
public struct GroupDefinition: Sendable, Equatable {
    /// How many groups may stand inside each other, the outermost counted as one.
    public static let maximumDepth = 8

    /// How the members decide. The raw value is the group's name in JSON.
    public enum Kind: String, Sendable, CaseIterable {
        /// All members must hold; true without members.
        case all
        /// One member is enough; false without members.
        case any
        /// No member may hold; true without members.
        case none
    }

    /// How the members decide.
    public var kind: Kind
    /// The conditions that are put together.
    public var members: [ConditionDefinition]
    /// Whether the opposite is asked for.
    public var isNegated: Bool

    /// A group of these parts.
    public init(_ kind: Kind, _ members: [ConditionDefinition], isNegated: Bool = false) {
        self.kind = kind
        self.members = members
        self.isNegated = isNegated
    }
}
