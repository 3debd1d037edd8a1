extension GrowthBookTranslator {
    /// Adds a condition of a rule to what the rule demands.
    ///
    /// GrowthBook's conditions know no percentages, only whole rules do. So a group with a percentage in it becomes a hidden feature, of
    /// which each rule is one way to fulfil it.
    mutating func add(
        _ definition: ConditionDefinition,
        to demand: inout GrowthBookDemand,
        at path: FieldPath
    ) throws(GrowthBookRefusal) {
        guard definition.hasPercentage else { return demand.conditions.append(try condition(definition, at: path)) }
        switch definition {
        case .comparison(let comparison): try addPercentage(comparison, to: &demand, at: path)
        case .group(let group): try addGroup(group, to: &demand, at: path.field(group.kind.rawValue))
        }
    }

    private mutating func addGroup(
        _ group: GroupDefinition,
        to demand: inout GrowthBookDemand,
        at path: FieldPath
    ) throws(GrowthBookRefusal) {
        let isPlain = group.kind == .all && !group.isNegated
        var together = isPlain ? demand : GrowthBookDemand()
        var ways: [FlagValue] = []
        for (index, member) in group.members.enumerated() {
            if group.kind != .all { together = GrowthBookDemand() }
            try add(member, to: &together, at: path.index(index))
            if group.kind != .all { ways += together.rules(forcing: true) }
        }
        if isPlain { return demand = together }
        if group.kind == .all { ways = together.rules(forcing: true) }
        let wanted = group.isNegated == (group.kind == .none)
        demand.parents.append(GrowthBookDemand.parent(hide(false, ways), gives: .boolean(wanted)))
    }

    private mutating func addPercentage(
        _ comparison: ComparisonDefinition,
        to demand: inout GrowthBookDemand,
        at path: FieldPath
    ) throws(GrowthBookRefusal) {
        let attribute = try attribute(of: comparison, at: path)
        guard let percentage = Percentage(comparison.value ?? .null) else { return demand.conditions.append(.never) }
        let limit = Double(percentage.hundredths) / Double(Bucketing.bucketCount)
        let filter: FlagValue = [
            "attribute": .string(attribute), "seed": .string(seed), "hashVersion": .integer(Int64(Bucketing.version)),
            "ranges": [comparison.isNegated ? [.float(limit), 1] : [0, .float(limit)]],
        ]
        guard percentage.includes(bucket: Bucketing.bucket(seed: seed, id: "0")) != comparison.isNegated else {
            return demand.filters.insert(filter, at: 0)
        }
        let zero: FlagValue = [attribute: ["$eq": 0]]
        if demand.conditionForZero == nil {
            demand.filters.append(filter)
            demand.conditionForZero = zero
        } else {
            let key = hide(false, GrowthBookDemand(filters: [filter], conditionForZero: zero).rules(forcing: true))
            demand.parents.append(GrowthBookDemand.parent(key, gives: true))
        }
    }
}

extension ConditionDefinition {
    /// Whether it is a percentage or has one in it.
    fileprivate var hasPercentage: Bool {
        switch self {
        case .comparison(let comparison): comparison.operator == ConditionOperator.percent.rawValue
        case .group(let group): group.members.contains(where: \.hasPercentage)
        }
    }
}
