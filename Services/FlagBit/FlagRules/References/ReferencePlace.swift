/// Where a definition refers to a flag or a segment.
struct ReferencePlace {
    let referent: Referent
    let path: FieldPath
}

extension FlagDefinition {
    /// Every reference, as often as it is written.
    func places(at path: FieldPath) -> [ReferencePlace] {
        var places = prerequisites.enumerated().map { index, prerequisite in
            ReferencePlace(referent: .flag(prerequisite.flag), path: path.field("prerequisites").index(index).field("flag"))
        }
        for (index, rule) in rules.enumerated() {
            places.add(rule.conditions, at: path.field("rules").index(index).field("conditions"))
        }
        return places
    }
}

extension SegmentDefinition {
    /// Every reference, as often as it is written.
    func places(at path: FieldPath) -> [ReferencePlace] {
        var places: [ReferencePlace] = []
        places.add(conditions, at: path.field("conditions"))
        return places
    }
}

extension [ReferencePlace] {
    fileprivate mutating func add(_ conditions: [ConditionDefinition], at path: FieldPath) {
        for (index, condition) in conditions.enumerated() {
            switch condition {
            case .group(let group):
                add(group.members, at: path.index(index).field(group.kind.rawValue))
            case .comparison(let comparison) where comparison.operator == ConditionOperator.inSegment.rawValue:
                add(comparison.value ?? .null, at: path.index(index).field("value"))
            case .comparison: continue
            }
        }
    }

    private mutating func add(_ value: FlagValue, at path: FieldPath) {
        switch value {
        case .string(let key): append(ReferencePlace(referent: .segment(key), path: path))
        case .array(let elements):
            for case (let index, .string(let key)) in elements.enumerated() {
                append(ReferencePlace(referent: .segment(key), path: path.index(index)))
            }
        default: return
        }
    }
}
