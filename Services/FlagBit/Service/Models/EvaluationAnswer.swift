import FlagRules
import HTTPCore

/// What flags answer in one context, and, if that is asked, why.
struct EvaluationAnswer {
    private let snapshot: FlagSnapshot
    private let context: EvaluationContext
    private let isExplained: Bool
    private let memo = EvaluationMemo()
    private var explanations: [Explanation] = []

    init(_ snapshot: FlagSnapshot, in context: EvaluationContext, isExplained: Bool) {
        self.snapshot = snapshot
        self.context = context
        self.isExplained = isExplained
    }

    /// What a flag answers. With an explanation it has `bucket` and `explanation`, too.
    mutating func members(of flag: CompiledFlag) -> JSONObject {
        guard isExplained, let explanation = snapshot.explain(flag.key, in: context) else {
            return flag.answer(flag.evaluate(in: context, among: snapshot, memo: memo))
        }
        explanations.append(explanation)
        var members = flag.answer(explanation.evaluation)
        members["bucket"] = JSONValue(explanation.evaluation.bucket.map(JSONNumber.fraction))
        members["explanation"] = explanation.json
        return members
    }

    /// The segments that the explanations ask about; nothing if there are none.
    var segments: JSONValue? {
        isExplained ? .object(Explanation.segments(of: explanations, in: context, among: snapshot)) : nil
    }
}
