/// The free playground's published form: single-condition rules, tried in order on one context, with every step shown.
///
/// `{"rules": [{"attribute", "operator", "value", "result"}], "default_value", "context"}`.
public struct PlaygroundEvaluation: Sendable, Equatable {
    /// One rule that was tried.
    public struct Step: Sendable, Equatable {
        /// The rule's place, counted from 0.
        public let rule: Int
        /// The attribute it looked at.
        public let attribute: String
        /// The operator it used.
        public let `operator`: String
        /// Whether it held.
        public let isMatched: Bool
    }

    /// The result of the first rule that held, else the default value; null if that is absent.
    public let result: FlagValue
    /// The rule that held, counted from 0; nil if none did.
    public let matchedRule: Int?
    /// That rule in words: `country eq "US"`.
    public let ruleDescription: String?
    /// The rules tried, up to and with the one that held.
    public let steps: [Step]

    /// What all conditions may cost together, as ``CompiledFlag/cost`` counts it: 5000. Anybody may ask.
    public static let maximumCost = 5_000

    /// The members of a request.
    public static let fields = ["rules", "default_value", "context"]

    /// Evaluates a request.
    ///
    /// - Parameters:
    ///   - json: the request. `context` may be absent; results are any JSON values.
    ///   - seed: what percentages are bucketed with.
    ///   - now: the time of the evaluation, which offsets like `-7d` count from.
    /// - Throws: all faults of the request.
    public init(json: FlagValue, seed: String, now: Instant = Instant(seconds: 0)) throws(DefinitionError) {
        var faults = FaultCollector()
        let reader = ObjectReader(json, at: .root, accepted: Self.fields, faults: &faults)
        let rules = reader?.elements("rules", faults: &faults, read: Rule.read) ?? []
        if rules.reduce(0, { $0 + ($1?.condition.cost ?? 0) }) > Self.maximumCost {
            faults.add(.tooCostly(limit: Self.maximumCost), at: .root.field("rules"))
        }
        let context = EvaluationContext(attributes: reader?.object("context", faults: &faults) ?? [:], now: now)
        try faults.check()
        self.init(rules: rules.compactMap { $0 }, defaultValue: reader?.optional("default_value") ?? .null, context: context, seed: seed)
    }

    private init(rules: [Rule], defaultValue: FlagValue, context: EvaluationContext, seed: String) {
        var evaluator = Evaluator(snapshot: .empty, context: context, seed: BucketingSeed(seed), memo: nil)
        var steps: [Step] = []
        for (index, rule) in rules.enumerated() {
            let isMatched = evaluator.holds(rule.condition)
            steps.append(
                Step(rule: index, attribute: rule.definition.attribute, operator: rule.definition.operator, isMatched: isMatched)
            )
            if isMatched { break }
        }
        let matched = if let last = steps.last, last.isMatched { last.rule } else { Int?.none }
        self.steps = steps
        matchedRule = matched
        ruleDescription = matched.map { rules[$0].definition.description }
        result = matched.map { rules[$0].result } ?? defaultValue
    }
}

extension PlaygroundEvaluation {
    private struct Rule {
        let definition: ComparisonDefinition
        let condition: Condition
        let result: FlagValue

        static func read(_ json: FlagValue, at path: FieldPath, faults: inout FaultCollector) -> Rule? {
            let fields = ComparisonDefinition.fields + ["result"]
            guard let reader = ObjectReader(json, at: path, accepted: fields, faults: &faults) else { return nil }
            let definition = ComparisonDefinition(reader, faults: &faults)
            let result = reader.required("result", faults: &faults)
            guard let condition = Condition(.comparison(definition), at: path, faults: &faults) else { return nil }
            if case .segment(let keys, _) = condition, let key = keys.first { faults.add(.unknownSegment(key), at: path.field("value")) }
            return Rule(definition: definition, condition: condition, result: result)
        }
    }
}
