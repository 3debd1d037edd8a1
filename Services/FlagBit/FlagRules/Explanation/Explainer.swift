/// Looks at every condition, where an ``Evaluator`` stops as soon as the answer is clear.
struct Explainer {
    let snapshot: FlagSnapshot
    let context: EvaluationContext
    /// The flag's.
    let seed: BucketingSeed
    let memo: EvaluationMemo

    /// Compiled conditions stand in the places of those they were made of: none is left out of a definition without faults.
    func outcomes(_ definitions: [ConditionDefinition], _ conditions: [Condition]) -> [ConditionOutcome] {
        zip(definitions, conditions).compactMap { definition, condition in
            switch (definition, condition) {
            case (.comparison(let definition), .comparison(let comparison)): .comparison(outcome(definition, comparison))
            case (.comparison(let definition), .segment(let keys, _)): .segments(outcome(definition, keys))
            case (.group(let definition), .group(_, let members, _)): .group(outcome(definition, members))
            default: nil
            }
        }
    }

    private func outcome(_ definition: ComparisonDefinition, _ comparison: Comparison) -> ComparisonOutcome {
        var evaluator = Evaluator(snapshot: snapshot, context: context, seed: seed, memo: memo)
        let holds = comparison.holds(in: context, &evaluator)
        let threshold = if case .isWithin(let percentage) = comparison.test { percentage.hundredths } else { Int?.none }
        return ComparisonOutcome(
            definition: definition,
            found: context[comparison.attribute],
            bucket: evaluator.trace.bucket,
            threshold: threshold,
            holds: holds
        )
    }

    private func outcome(_ definition: ComparisonDefinition, _ keys: [String]) -> SegmentsOutcome {
        var evaluator = Evaluator(snapshot: snapshot, context: context, seed: seed, memo: memo)
        let segments = keys.map { SegmentsOutcome.Segment(key: $0, holds: evaluator.isInSegment($0)) }
        return SegmentsOutcome(definition: definition, segments: segments, holds: segments.contains(where: \.holds) != definition.isNegated)
    }

    private func outcome(_ definition: GroupDefinition, _ compiled: [Condition]) -> GroupOutcome {
        let members = outcomes(definition.members, compiled)
        let isFulfilled =
            switch definition.kind {
            case .all: members.allSatisfy(\.holds)
            case .any: members.contains(where: \.holds)
            case .none: !members.contains(where: \.holds)
            }
        return GroupOutcome(
            kind: definition.kind,
            isNegated: definition.isNegated,
            members: members,
            holds: isFulfilled != definition.isNegated
        )
    }
}
