/// One comparison of a rule, as written: plain values that nobody has checked yet.
public struct ConditionDefinition: Sendable, Equatable {
    /// The name of the context's attribute; must not be empty. A point in it has no meaning.
    public var attribute: String
    /// The name of a ``ConditionOperator``.
    public var `operator`: String
    /// What to compare with; which types fit, the operator says.
    public var value: FlagValue

    /// A condition of these parts.
    public init(attribute: String, operator: String, value: FlagValue) {
        self.attribute = attribute
        self.operator = `operator`
        self.value = value
    }
}

extension ConditionDefinition: CustomStringConvertible {
    /// The condition as a person would read it: `country in ["US", "CA"]`.
    public var description: String {
        let operand =
            if case .array(let elements) = value {
                "[" + elements.map(Self.describe).joined(separator: ", ") + "]"
            } else {
                Self.describe(value)
            }
        return "\(attribute) \(`operator`) \(operand)"
    }

    private static func describe(_ value: FlagValue) -> String {
        Scalar(value)?.description ?? value.kind
    }
}
