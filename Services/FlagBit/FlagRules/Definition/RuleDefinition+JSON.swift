extension RuleDefinition {
    static func read(_ json: FlagValue, at path: FieldPath, faults: inout FaultCollector) -> RuleDefinition {
        guard let reader = ObjectReader(json, at: path, accepted: ["conditions", "value"], faults: &faults) else {
            return RuleDefinition(conditions: [], value: .null)
        }
        return RuleDefinition(
            conditions: reader.elements("conditions", faults: &faults, read: ConditionDefinition.read),
            value: reader.required("value", faults: &faults)
        )
    }
}
