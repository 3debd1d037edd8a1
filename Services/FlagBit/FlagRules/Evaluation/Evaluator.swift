/// Evaluates conditions for one flag in one context.
struct Evaluator {
    /// What percentages had to say.
    struct Trace {
        /// The bucket of the first percentage that decided.
        var bucket: Int?
        /// The attribute of the first percentage whose user the context does not name.
        var missingAttribute: String?

        mutating func asked(_ bucket: Int) {
            if self.bucket == nil { self.bucket = bucket }
        }

        mutating func lacks(_ attribute: String) {
            if missingAttribute == nil { missingAttribute = attribute }
        }
    }

    let snapshot: FlagSnapshot
    let context: EvaluationContext
    /// The flag's.
    let seed: BucketingSeed
    let memo: EvaluationMemo?
    var trace = Trace()

    /// Whether all conditions hold, tried in order up to the first that does not.
    mutating func allHold(_ conditions: [Condition]) -> Bool { !contains(conditions, thatHolds: false) }

    mutating func holds(_ condition: Condition) -> Bool {
        switch condition {
        case .comparison(let comparison): comparison.holds(in: context, &self)
        case .segment(let keys, let isNegated): keys.contains { isInSegment($0) } != isNegated
        case .group(.all, let members, let isNegated): allHold(members) != isNegated
        case .group(.any, let members, let isNegated): contains(members, thatHolds: true) != isNegated
        case .group(.none, let members, let isNegated): contains(members, thatHolds: true) == isNegated
        }
    }

    /// Whether there is a condition that holds, or one that does not. The first decides alone, whatever percentages before it had to say;
    /// that there is none is decided by all together.
    private mutating func contains(_ conditions: [Condition], thatHolds wanted: Bool) -> Bool {
        let before = trace.bucket
        var decided = before
        for condition in conditions {
            trace.bucket = before
            if holds(condition) == wanted { return true }
            decided = decided ?? trace.bucket
        }
        trace.bucket = decided
        return false
    }

    mutating func isInSegment(_ key: String) -> Bool {
        if let known = memo?.segments[key] { return known }
        guard let segment = snapshot.segments[key] else { return false }
        let holds = allHold(segment.conditions)
        memo?.segments[key] = holds
        return holds
    }
}
