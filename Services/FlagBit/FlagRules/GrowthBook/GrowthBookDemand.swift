/// What one rule of GrowthBook's demands: all of it must hold.
struct GrowthBookDemand {
    /// Of the attributes.
    var conditions: [FlagValue] = []
    /// Percentages.
    var filters: [FlagValue] = []
    /// Of the values of other features.
    var parents: [FlagValue] = []
    /// What the user 0 fulfils in place of the last filter: GrowthBook takes the number 0 for nobody.
    var conditionForZero: FlagValue?

    /// The rule, or two of which one is for the user 0.
    func rules(forcing value: FlagValue, id: String? = nil) -> [FlagValue] {
        let rule = rule(conditions, filters, forcing: value, id: id)
        guard let conditionForZero else { return [rule] }
        return [rule, self.rule(conditions + [conditionForZero], filters.dropLast(), forcing: value, id: id)]
    }

    private func rule(_ conditions: [FlagValue], _ filters: [FlagValue], forcing value: FlagValue, id: String?) -> FlagValue {
        var rule = ["force": value]
        if let id { rule["id"] = .string(id) }
        if !conditions.isEmpty { rule["condition"] = .all(of: conditions) }
        if !filters.isEmpty { rule["filters"] = .array(filters) }
        if !parents.isEmpty { rule["parentConditions"] = .array(parents) }
        return .object(rule)
    }

    /// Whether the conditions are nested no deeper than a flag's values may be, which takes a client some 100 calls.
    var isWellFormed: Bool { conditions.allSatisfy(\.isWellFormed) }

    /// A demand of another feature's value.
    ///
    /// - Parameter isGate: whether the whole feature gives null if the value is another one.
    static func parent(_ key: String, gives value: FlagValue, isGate: Bool = false) -> FlagValue {
        var parent: [String: FlagValue] = ["id": .string(key), "condition": ["value": ["$eq": value]]]
        if isGate { parent["gate"] = true }
        return .object(parent)
    }
}

/// Conditions of GrowthBook's: <https://docs.growthbook.io/lib/build-your-own#evaluating-conditions>.
extension FlagValue {
    /// Holds for nobody.
    static let never: FlagValue = ["$not": [:]]

    /// All of the conditions hold.
    static func all(of conditions: [FlagValue]) -> FlagValue {
        if let first = conditions.first, conditions.count == 1 { first } else { ["$and": .array(conditions)] }
    }

    /// One of the conditions holds.
    static func any(of conditions: [FlagValue]) -> FlagValue {
        // To GrowthBook, one of none holds.
        guard let first = conditions.first else { return never }
        return conditions.count == 1 ? first : ["$or": .array(conditions)]
    }

    /// The condition, or its opposite.
    static func holds(_ condition: FlagValue, unless isNegated: Bool) -> FlagValue {
        isNegated ? ["$not": condition] : condition
    }
}
