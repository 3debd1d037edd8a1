extension CompiledFlag {
    /// The answer in a context. Pure: no lock, no clock, nothing read but the values given.
    ///
    /// In this order: a disabled flag gives its off value, and so does one of which a prerequisite fails; else the first rule whose conditions
    /// all hold gives its own; else the default value.
    ///
    /// - Parameters:
    ///   - snapshot: the flags and segments that this one may refer to. What it refers to and is not there does not hold.
    ///   - memo: what is known about the context already. By default nothing.
    public func evaluate(
        in context: EvaluationContext,
        among snapshot: FlagSnapshot = .empty,
        memo: EvaluationMemo? = nil
    ) -> Evaluation {
        guard isEnabled else { return evaluation(off, .disabled) }
        // Most flags refer to nothing, and need none.
        let memo = refersToOthers ? memo ?? EvaluationMemo() : nil
        var trace = Evaluator.Trace()
        for prerequisite in definition.prerequisites {
            let (isFulfilled, parent) = snapshot.outcome(of: prerequisite, in: context, memo: memo)
            // Who is missing there is missing here.
            if let missing = parent?.missingBucketingAttribute { trace.lacks(missing) }
            if !isFulfilled { return evaluation(off, .prerequisiteFailed, trace, failedPrerequisite: prerequisite.flag) }
        }
        var evaluator = Evaluator(snapshot: snapshot, context: context, seed: seed, memo: memo, trace: trace)
        for index in rules.indices {
            evaluator.trace.bucket = nil
            guard evaluator.allHold(rules[index].conditions) else { continue }
            let reason: Evaluation.Reason = evaluator.trace.bucket == nil ? .targetingMatch : .percentageRollout
            return evaluation(rules[index].answer, reason, rule: index, evaluator.trace)
        }
        evaluator.trace.bucket = nil
        return evaluation(fallback, .default, evaluator.trace)
    }

    private func evaluation(
        _ answer: Answer,
        _ reason: Evaluation.Reason,
        rule: Int? = nil,
        _ trace: Evaluator.Trace = Evaluator.Trace(),
        failedPrerequisite: String? = nil
    ) -> Evaluation {
        Evaluation(
            value: answer.value,
            variant: answer.variant,
            reason: reason,
            rule: rule,
            bucket: trace.bucket,
            missingBucketingAttribute: trace.missingAttribute,
            failedPrerequisite: failedPrerequisite
        )
    }
}

extension FlagSnapshot {
    /// Whether a flag gives what another one needs, and what it gives: nil if there is no such flag. Ends because ``ReferenceGraph`` admits no
    /// cycles.
    func outcome(
        of prerequisite: PrerequisiteDefinition,
        in context: EvaluationContext,
        memo: EvaluationMemo?
    ) -> (isFulfilled: Bool, evaluation: Evaluation?) {
        guard let flag = self[prerequisite.flag] else { return (false, nil) }
        let evaluation = memo?.flags[flag.key] ?? flag.evaluate(in: context, among: self, memo: memo)
        memo?.flags[flag.key] = evaluation
        switch evaluation.reason {
        case .disabled, .prerequisiteFailed: return (false, evaluation)
        case .targetingMatch, .percentageRollout, .default:
            // Values of a boolean flag may be written as text, here too.
            let wanted = flag.type.admitting(prerequisite.value)
            return (wanted != nil && evaluation.value == wanted, evaluation)
        }
    }
}
