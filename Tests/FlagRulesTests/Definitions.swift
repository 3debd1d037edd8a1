import FlagRules

/// A condition in one line.
func condition(_ attribute: String, _ operator: String, _ value: FlagValue? = nil, isNegated: Bool = false) -> ConditionDefinition {
    ConditionDefinition(attribute: attribute, operator: `operator`, value: value, isNegated: isNegated)
}

/// A group in one line.
func group(_ kind: GroupDefinition.Kind, _ members: ConditionDefinition..., isNegated: Bool = false) -> ConditionDefinition {
    .group(GroupDefinition(kind, members, isNegated: isNegated))
}

/// A rule in one line.
func rule(_ conditions: ConditionDefinition..., gives value: FlagValue) -> RuleDefinition {
    RuleDefinition(conditions: conditions, value: value)
}

/// A segment in one line.
func segment(_ key: String, _ conditions: ConditionDefinition...) -> SegmentDefinition {
    SegmentDefinition(key: key, conditions: conditions)
}

/// Whether one condition holds in a context, seen through a flag that has no other.
func holds(_ condition: ConditionDefinition, _ attributes: [String: FlagValue], segments: [SegmentDefinition] = []) throws -> Bool {
    let flag = try CompiledFlag(FlagDefinition(key: "flag", rules: [rule(condition, gives: true)], seed: "seed"))
    let snapshot = FlagSnapshot([flag], segments: try segments.map { try CompiledSegment($0) })
    return snapshot.evaluate("flag", in: EvaluationContext(attributes: attributes))?.rule == 0
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

/// What is wrong with conditions of a rule in JSON, as `path: code` with paths that start at the rule.
func faults(inConditions conditions: FlagValue...) -> [String] {
    let json: FlagValue = ["key": "a", "rules": [["conditions": .array(conditions), "value": true]]]
    return faults { () throws(DefinitionError) in try CompiledFlag(json: json, seed: "seed") }
        .map { String($0.dropFirst("$.rules[0].".count)) }
}
