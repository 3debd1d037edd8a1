/// A rule as written: who gets what.
public struct RuleDefinition: Sendable, Equatable {
    /// All of them must hold; a rule without conditions holds for everybody.
    public var conditions: [ConditionDefinition]
    /// The answer; must fit the flag's type.
    public var value: FlagValue

    /// A rule of these parts.
    public init(conditions: [ConditionDefinition], value: FlagValue) {
        self.conditions = conditions
        self.value = value
    }
}
