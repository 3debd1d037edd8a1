/// Translates one flag to a feature of GrowthBook's, and to the hidden features that it needs.
struct GrowthBookTranslator {
    let snapshot: FlagSnapshot
    private let flag: CompiledFlag
    /// The key of the flag's own feature; hidden ones begin with it.
    private let name: String
    /// What has been translated so far, by key.
    private(set) var features: [String: FlagValue] = [:]
    private var hiddenCount = 0

    /// The flag's own, so that everybody's bucket is the same.
    var seed: String { flag.definition.seed }

    init(_ flag: CompiledFlag, among snapshot: FlagSnapshot, as name: String? = nil) {
        self.snapshot = snapshot
        self.flag = flag
        self.name = name ?? flag.key
    }

    /// Adds the flag's features.
    mutating func translate() throws(GrowthBookRefusal) {
        guard flag.isEnabled else { return features[name] = Self.feature(flag.off.value, []) }
        let prerequisites = try prerequisiteRules()
        features[name] = Self.feature(flag.fallback.value, prerequisites + (try rules { $0 }))
    }

    /// The flag's own rules, each giving what `answer` makes of its value.
    private mutating func rules(_ answer: (FlagValue?) -> FlagValue?) throws(GrowthBookRefusal) -> [FlagValue] {
        var translated: [FlagValue] = []
        for (index, rule) in flag.definition.rules.enumerated() {
            let path = FieldPath.root.field("rules").index(index)
            guard let value = answer(flag.rules[index].answer.value), value != .null else {
                throw refusal(.nullValue, at: path.field("value"))
            }
            var demand = GrowthBookDemand()
            for (index, condition) in rule.conditions.enumerated() {
                try add(condition, to: &demand, at: path.field("conditions").index(index))
            }
            guard demand.isWellFormed else { throw refusal(.nestedTooDeep, at: path) }
            translated += demand.rules(forcing: value, id: index.description)
        }
        return translated
    }

    /// Adds a hidden feature.
    ///
    /// - Returns: its key, which no flag has.
    mutating func hide(_ fallback: FlagValue, _ rules: [FlagValue]) -> String {
        let key = nextHiddenKey()
        features[key] = Self.feature(fallback, rules)
        return key
    }

    private mutating func nextHiddenKey() -> String {
        defer { hiddenCount += 1 }
        return "\(name):\(hiddenCount)"
    }

    func refusal(_ reason: GrowthBookRefusal.Reason, at path: FieldPath, segment: String? = nil) -> GrowthBookRefusal {
        GrowthBookRefusal(flag: flag.key, path: path, segment: segment, reason: reason)
    }

    private static func feature(_ fallback: FlagValue?, _ rules: [FlagValue]) -> FlagValue {
        ["defaultValue": fallback ?? .null, "rules": .array(rules)]
    }
}

extension GrowthBookTranslator {
    /// What a flag gives whose prerequisites fail: a rule, none if there are no prerequisites.
    private mutating func prerequisiteRules() throws(GrowthBookRefusal) -> [FlagValue] {
        guard !flag.definition.prerequisites.isEmpty else { return [] }
        var demand = GrowthBookDemand()
        var canHold = true
        for prerequisite in flag.definition.prerequisites {
            if let parents = try parents(for: prerequisite) { demand.parents += parents } else { canHold = false }
        }
        let key = Self.prerequisitesKey(of: flag)
        features[key] = Self.feature(false, canHold ? demand.rules(forcing: true) : [])
        if let off = flag.off.value, off != .null {
            return [["parentConditions": [GrowthBookDemand.parent(key, gives: false)], "force": off]]
        }
        // No rule can give null, but a gate that is shut does; the condition is there for when it is open.
        return [["parentConditions": [GrowthBookDemand.parent(key, gives: true, isGate: true)], "condition": .never]]
    }

    /// The hidden feature that says whether the prerequisites of a flag with any are fulfilled.
    private static func prerequisitesKey(of flag: CompiledFlag) -> String { "\(flag.key):prerequisites" }

    /// What a prerequisite demands of features; nil if it is never fulfilled.
    private mutating func parents(for prerequisite: PrerequisiteDefinition) throws(GrowthBookRefusal) -> [FlagValue]? {
        guard let parent = snapshot[prerequisite.flag], parent.isEnabled, let wanted = parent.type.admitting(prerequisite.value)
        else { return nil }
        let isAlwaysOn = parent.definition.prerequisites.isEmpty
        if Scalar(wanted) != nil, isAlwaysOn || parent.off.value != wanted {
            return [GrowthBookDemand.parent(parent.key, gives: wanted)]
        }
        // The value alone does not tell: null may be no value, clients compare objects by the order of their members, and the off value may
        // be the one that is wanted.
        let key = nextHiddenKey()
        var translator = GrowthBookTranslator(parent, among: snapshot, as: key)
        let rules = try translator.rules { .boolean($0 == wanted) }
        features.merge(translator.features) { _, last in last }
        features[key] = Self.feature(.boolean(parent.fallback.value == wanted), rules)
        return (isAlwaysOn ? [] : [GrowthBookDemand.parent(Self.prerequisitesKey(of: parent), gives: true)])
            + [GrowthBookDemand.parent(key, gives: true)]
    }
}
