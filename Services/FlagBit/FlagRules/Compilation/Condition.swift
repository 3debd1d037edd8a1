/// A condition, checked and ready to evaluate.
enum Condition: Sendable {
    case comparison(Comparison)
    /// All conditions of one of these segments.
    case segment([String], isNegated: Bool)
    case group(GroupDefinition.Kind, [Condition], isNegated: Bool)

    /// Nil, and the reasons noted, if the definition makes no sense.
    ///
    /// - Parameters:
    ///   - path: where it is.
    ///   - isInSegment: whether a segment is compiled, which can have no percentage.
    ///   - depth: what a group here has, itself counted.
    init?(
        _ definition: ConditionDefinition,
        at path: FieldPath,
        isInSegment: Bool = false,
        depth: Int = 1,
        faults: inout FaultCollector
    ) {
        switch definition {
        case .comparison(let comparison):
            self.init(comparison, at: path, isInSegment: isInSegment, faults: &faults)
        case .group(let group):
            guard depth <= GroupDefinition.maximumDepth else {
                faults.add(.nestedTooDeep, at: path)
                return nil
            }
            let path = path.field(group.kind.rawValue)
            let members = Self.all(group.members, at: path, isInSegment: isInSegment, depth: depth + 1, faults: &faults)
            self = .group(group.kind, members, isNegated: group.isNegated)
        }
    }

    /// All of a list that make sense; `path` is the list's.
    static func all(
        _ definitions: [ConditionDefinition],
        at path: FieldPath,
        isInSegment: Bool = false,
        depth: Int = 1,
        faults: inout FaultCollector
    ) -> [Condition] {
        var conditions: [Condition] = []
        conditions.reserveCapacity(definitions.count)
        for (index, definition) in definitions.enumerated() {
            let condition = Condition(definition, at: path.index(index), isInSegment: isInSegment, depth: depth, faults: &faults)
            if let condition { conditions.append(condition) }
        }
        return conditions
    }

    private init?(_ definition: ComparisonDefinition, at path: FieldPath, isInSegment: Bool, faults: inout FaultCollector) {
        guard let known = ConditionOperator(rawValue: definition.operator) else {
            let accepted = ConditionOperator.allCases.map(\.rawValue)
            faults.add(.unknownOperator(definition.operator, accepted: accepted), at: path.field("operator"))
            return nil
        }
        if definition.ignoresCase, !known.comparesText {
            faults.add(.caseOfNoText(operator: known.rawValue), at: path.field("ignore_case"))
        }
        if definition.value == nil, known.takesValue {
            faults.add(.missing, at: path.field("value"))
            return nil
        }
        if known == .percent, isInSegment { faults.add(.percentageInSegment, at: path.field("operator")) }
        if known == .inSegment {
            let value = definition.value ?? .null
            let keys = ConditionTest.each(value, at: path.field("value"), faults: &faults, read: ConditionTest.text)
            self = .segment(keys, isNegated: definition.isNegated)
        } else {
            guard let comparison = Comparison(definition, known, at: path, faults: &faults) else { return nil }
            self = .comparison(comparison)
        }
    }
}
