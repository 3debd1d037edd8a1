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

extension ConditionDefinition {
    static let fields = ["attribute", "operator", "value"]

    static func read(_ json: FlagValue, at path: FieldPath, faults: inout FaultCollector) -> ConditionDefinition {
        guard let reader = ObjectReader(json, at: path, accepted: fields, faults: &faults) else {
            return ConditionDefinition(attribute: "", operator: "", value: .null)
        }
        return ConditionDefinition(reader, faults: &faults)
    }

    /// The condition among the members of `reader`, which may hold more than it.
    init(_ reader: ObjectReader, faults: inout FaultCollector) {
        attribute = reader.requiredString("attribute", faults: &faults)
        self.operator = reader.requiredString("operator", faults: &faults)
        value = reader.required("value", faults: &faults)
    }
}
