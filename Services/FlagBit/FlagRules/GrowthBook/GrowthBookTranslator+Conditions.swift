extension GrowthBookTranslator {
    /// A condition without percentages as one of GrowthBook's on the attributes.
    ///
    /// - Parameters:
    ///   - path: where it is in the flag.
    ///   - segment: the key of the segment that it is in, which is written out in the condition at `path`.
    func condition(_ definition: ConditionDefinition, at path: FieldPath, in segment: String? = nil) throws(GrowthBookRefusal) -> FlagValue
    {
        switch definition {
        case .comparison(let comparison) where comparison.operator == ConditionOperator.inSegment.rawValue:
            var segments: [FlagValue] = []
            for key in comparison.values {
                guard case .string(let key) = key, let found = snapshot.segments[key] else { continue }
                var members: [FlagValue] = []
                for member in found.definition.conditions { members.append(try condition(member, at: path, in: key)) }
                segments.append(.all(of: members))
            }
            return .holds(.any(of: segments), unless: comparison.isNegated)
        case .comparison(let comparison):
            do throws(GrowthBookRefusal) {
                return try condition(comparison, at: path)
            } catch {
                throw refusal(error.reason, at: path, segment: segment)
            }
        case .group(let group):
            var members: [FlagValue] = []
            for (index, member) in group.members.enumerated() {
                let place = segment == nil ? path.field(group.kind.rawValue).index(index) : path
                members.append(try condition(member, at: place, in: segment))
            }
            return group.kind == .all
                ? .holds(.all(of: members), unless: group.isNegated)
                : .holds(.any(of: members), unless: group.isNegated != (group.kind == .none))
        }
    }

    /// The attribute's name, if GrowthBook finds an attribute by it.
    func attribute(of comparison: ComparisonDefinition, at path: FieldPath) throws(GrowthBookRefusal) -> String {
        let name = comparison.attribute
        guard !name.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 >= 0x80 }), name.utf8.first != UInt8(ascii: "$") else {
            throw refusal(.unreadableAttribute(name, operator: comparison.operator), at: path)
        }
        return name
    }

    private func condition(_ comparison: ComparisonDefinition, at path: FieldPath) throws(GrowthBookRefusal) -> FlagValue {
        let name = comparison.operator
        guard let known = ConditionOperator(rawValue: name), let tests = comparison.growthBookTests(known) else {
            throw refusal(.noEquivalent(operator: name), at: path)
        }
        let attribute = try attribute(of: comparison, at: path)
        let isInverted = known.isOpposite != comparison.isNegated
        // Of an array, `$in` looks at the elements and the others do not; `$in` of an element would look into nested arrays.
        let ways = tests.flatMap { test -> [FlagValue] in
            let isForArrays = test["$in"] != nil || test["$exists"] != nil
            return isForArrays ? [[attribute: .object(test)]] : [[attribute: .object(test)], [attribute: ["$elemMatch": .object(test)]]]
        }
        let condition = FlagValue.holds(.any(of: ways), unless: isInverted)
        guard isInverted, known != .exists, !known.holdsIfMissing else { return condition }
        return .all(of: [[attribute: ["$exists": true]], condition])
    }
}

extension ComparisonDefinition {
    /// The elements of the value if it is an array, else itself.
    fileprivate var values: [FlagValue] {
        switch value {
        case .array(let elements): elements
        case .some(let value): [value]
        case nil: []
        }
    }

    /// GrowthBook's tests of an attribute of which one must hold if this operator, or what it is the opposite of, does; nil if there are
    /// none.
    fileprivate func growthBookTests(_ known: ConditionOperator) -> [[String: FlagValue]]? {
        let values = values
        let texts = values.compactMap(\.text)
        switch known {
        case .exists, .notExists: return [["$exists": true]]
        case .eq, .neq, .in, .notIn:
            let others = ignoresCase ? values.filter { $0.text == nil } : values
            let tests = ignoresCase ? GrowthBookPattern.tests(texts, .whole, ignoringCase: true) : []
            return switch others.count {
            case 0: tests
            case 1: tests + [["$eq": others[0]]]
            default: tests + [["$in": .array(others)]]
            }
        case .contains, .notContains: return GrowthBookPattern.tests(texts, .anywhere, ignoringCase: ignoresCase)
        case .startsWith: return GrowthBookPattern.tests(texts, .start, ignoringCase: ignoresCase)
        case .endsWith: return GrowthBookPattern.tests(texts, .end, ignoringCase: ignoresCase)
        case .lt, .lte, .gt, .gte: return values.first.map { [["$" + known.rawValue: $0]] }
        case .regex, .before, .after, .semverEq, .semverNeq, .semverLt, .semverLte, .semverGt, .semverGte, .semverTilde, .semverCaret,
            .cidr:
            return nil
        // Translated by others than this.
        case .inSegment, .percent: return nil
        }
    }
}

extension FlagValue {
    fileprivate var text: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
