extension CompiledFlag {
    /// The answer in a context. Pure: no lock, no clock, nothing read but the two values.
    ///
    /// In this order: a disabled flag gives its off value; else the first rule whose conditions all hold gives its own; else the default value.
    public func evaluate(in context: EvaluationContext) -> Evaluation {
        guard isEnabled else {
            return Evaluation(value: off.value, variant: off.variant, reason: .disabled, rule: nil, bucket: nil)
        }
        for index in rules.indices {
            var bucket: Int?
            guard rules[index].conditions.allSatisfy({ $0.holds(in: context, seed: seed, bucket: &bucket) }) else { continue }
            let answer = rules[index].answer
            let reason: Evaluation.Reason = bucket == nil ? .targetingMatch : .percentageRollout
            return Evaluation(value: answer.value, variant: answer.variant, reason: reason, rule: index, bucket: bucket)
        }
        return Evaluation(value: fallback.value, variant: fallback.variant, reason: .default, rule: nil, bucket: nil)
    }
}
