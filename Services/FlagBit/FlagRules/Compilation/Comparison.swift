/// A comparison, checked and ready to evaluate. A class, so that an evaluation does not copy its parts.
final class Comparison: Sendable {
    let attribute: String
    let test: ConditionTest
    /// Whether the test must fail: the operator is an opposite, or the comparison is negated, but not both.
    private let isInverted: Bool
    private let holdsIfMissing: Bool

    /// Nil, and the reasons noted, if the definition makes no sense. `path` is where it is.
    init?(_ definition: ComparisonDefinition, _ known: ConditionOperator, at path: FieldPath, faults: inout FaultCollector) {
        if definition.attribute.isEmpty { faults.add(.emptyName, at: path.field("attribute")) }
        guard let test = ConditionTest(known, definition, at: path.field("value"), faults: &faults) else { return nil }
        attribute = definition.attribute
        self.test = test
        isInverted = known.isOpposite != definition.isNegated
        holdsIfMissing =
            if case .exists = test { isInverted } else { known.holdsIfMissing && !definition.isNegated }
    }

    func holds(in context: EvaluationContext, _ evaluator: inout Evaluator) -> Bool {
        guard let value = context[attribute] else {
            if case .isWithin = test { evaluator.trace.lacks(attribute) }
            return holdsIfMissing
        }
        guard case .isWithin(let percentage) = test else { return test.holds(for: value, at: context.now) != isInverted }
        guard let bucket = evaluator.seed.bucket(of: value) else {
            evaluator.trace.lacks(attribute)
            return false
        }
        evaluator.trace.asked(bucket)
        return percentage.includes(bucket: bucket) != isInverted
    }
}
