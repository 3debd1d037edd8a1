/// A condition, checked and ready to evaluate.
struct Condition: Sendable {
    private let attribute: String
    private let test: ConditionTest

    /// Nil, and the reasons noted, if the definition makes no sense. `path` is where it is.
    init?(_ definition: ConditionDefinition, at path: FieldPath, faults: inout FaultCollector) {
        if definition.attribute.isEmpty { faults.add(.emptyName, at: path.field("attribute")) }
        guard let known = ConditionOperator(rawValue: definition.operator) else {
            let accepted = ConditionOperator.allCases.map(\.rawValue)
            faults.add(.unknownOperator(definition.operator, accepted: accepted), at: path.field("operator"))
            return nil
        }
        guard let test = ConditionTest(known, definition.value, at: path.field("value"), faults: &faults) else { return nil }
        attribute = definition.attribute
        self.test = test
    }

    /// Whether the condition holds; `bucket` is set if it needed the user's bucket and none was set.
    func holds(in context: EvaluationContext, seed: BucketingSeed, bucket: inout Int?) -> Bool {
        test.holds(for: context[attribute], seed: seed, bucket: &bucket)
    }
}
