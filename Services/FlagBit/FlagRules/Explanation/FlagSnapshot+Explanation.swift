extension FlagSnapshot {
    /// Why the flag with this key answers what it does in a context; nil if there is no such flag.
    public func explain(_ key: String, in context: EvaluationContext) -> Explanation? {
        guard let flag = self[key] else { return nil }
        let memo = EvaluationMemo()
        let explainer = Explainer(snapshot: self, context: context, seed: flag.seed, memo: memo)
        return Explanation(
            evaluation: flag.evaluate(in: context, among: self, memo: memo),
            prerequisites: flag.definition.prerequisites.map { prerequisite in
                let (isFulfilled, evaluation) = outcome(of: prerequisite, in: context, memo: memo)
                return Explanation.Prerequisite(
                    flag: prerequisite.flag,
                    wanted: prerequisite.value,
                    evaluation: evaluation,
                    isFulfilled: isFulfilled
                )
            },
            rules: zip(flag.definition.rules, flag.rules).map { definition, rule in
                Explanation.Rule(explainer.outcomes(definition.conditions, rule.conditions))
            }
        )
    }

    /// Whether the segment with this key holds in a context, and why: its conditions stand as those of a rule do. Nil if there is no such
    /// segment.
    public func explain(segment key: String, in context: EvaluationContext) -> Explanation.Rule? {
        guard let segment = segments[key] else { return nil }
        // Segments have no percentages, and so need no seed.
        let explainer = Explainer(snapshot: self, context: context, seed: BucketingSeed(""), memo: EvaluationMemo())
        return Explanation.Rule(explainer.outcomes(segment.definition.conditions, segment.conditions))
    }
}

extension Explanation.Rule {
    fileprivate init(_ conditions: [ConditionOutcome]) {
        self.init(holds: conditions.allSatisfy(\.holds), conditions: conditions)
    }
}
