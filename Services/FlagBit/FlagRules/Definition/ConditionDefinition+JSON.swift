extension ConditionDefinition {
    static func read(_ json: FlagValue, at path: FieldPath, faults: inout FaultCollector) -> ConditionDefinition {
        read(json, depth: 1, at: path, faults: &faults)
    }

    /// - Parameter depth: what a group here has, itself counted.
    fileprivate static func read(_ json: FlagValue, depth: Int, at path: FieldPath, faults: inout FaultCollector) -> ConditionDefinition {
        guard case .object(let members) = json, let kind = GroupDefinition.Kind.allCases.first(where: { members[$0.rawValue] != nil })
        else {
            return .comparison(ComparisonDefinition.read(json, at: path, faults: &faults))
        }
        return .group(GroupDefinition.read(json, kind, depth: depth, at: path, faults: &faults))
    }
}

extension GroupDefinition {
    fileprivate static func read(
        _ json: FlagValue,
        _ kind: Kind,
        depth: Int,
        at path: FieldPath,
        faults: inout FaultCollector
    ) -> GroupDefinition {
        guard depth <= maximumDepth else {
            faults.add(.nestedTooDeep, at: path)
            return GroupDefinition(kind, [])
        }
        guard let reader = ObjectReader(json, at: path, accepted: [kind.rawValue, "negate"], faults: &faults) else {
            return GroupDefinition(kind, [])
        }
        return GroupDefinition(
            kind,
            reader.elements(kind.rawValue, faults: &faults) {
                ConditionDefinition.read($0, depth: depth + 1, at: $1, faults: &$2)
            },
            isNegated: reader.optionalBoolean("negate", faults: &faults) ?? false
        )
    }
}

extension ComparisonDefinition {
    static let fields = ["attribute", "operator", "value", "negate", "ignore_case"]

    fileprivate static func read(_ json: FlagValue, at path: FieldPath, faults: inout FaultCollector) -> ComparisonDefinition {
        let accepted = fields + GroupDefinition.Kind.allCases.map(\.rawValue)
        guard let reader = ObjectReader(json, at: path, accepted: accepted, faults: &faults) else {
            return ComparisonDefinition(attribute: "", operator: "", value: .null)
        }
        return ComparisonDefinition(reader, faults: &faults)
    }

    /// The comparison among the members of `reader`, which may hold more than it.
    init(_ reader: ObjectReader, faults: inout FaultCollector) {
        let name = reader.requiredString("operator", faults: &faults)
        let known = ConditionOperator(rawValue: name)
        self.operator = name
        attribute =
            known == .inSegment
            ? reader.optionalString("attribute", faults: &faults) ?? "" : reader.requiredString("attribute", faults: &faults)
        value = known?.takesValue == false ? reader.optional("value") : reader.required("value", faults: &faults)
        isNegated = reader.optionalBoolean("negate", faults: &faults) ?? false
        ignoresCase = reader.optionalBoolean("ignore_case", faults: &faults) ?? false
    }
}
