import FlagRules

/// A condition in one line.
func condition(_ attribute: String, _ operator: String, _ value: FlagValue) -> ConditionDefinition {
    ConditionDefinition(attribute: attribute, operator: `operator`, value: value)
}

/// A rule in one line.
func rule(_ conditions: ConditionDefinition..., gives value: FlagValue) -> RuleDefinition {
    RuleDefinition(conditions: conditions, value: value)
}

/// Whether one condition holds in a context, seen through a flag that has no other.
func holds(_ condition: ConditionDefinition, _ attributes: [String: FlagValue]) throws -> Bool {
    let definition = FlagDefinition(key: "flag", rules: [rule(condition, gives: true)], seed: "seed")
    return try CompiledFlag(definition).evaluate(in: EvaluationContext(attributes: attributes)).rule == 0
}

/// What is wrong with a definition, as `path: code`.
func faults(_ body: () throws(DefinitionError) -> some Any) -> [String] {
    do {
        _ = try body()
        return []
    } catch {
        return error.faults.map { "\($0.path): \($0.code)" }
    }
}
