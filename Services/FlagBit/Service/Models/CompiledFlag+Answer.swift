import FlagRules
import HTTPCore

extension CompiledFlag {
    /// What the flag answers in a context, and why: `value`, `variant`, `reason` and `rule`, null where there is none.
    ///
    /// A boolean flag that leaves its value to the caller answers `false`, as the original's toggles do.
    func answer(in context: EvaluationContext) -> JSONObject {
        let evaluation = evaluate(in: context)
        let value = evaluation.value ?? (type == .boolean ? false : nil)
        return [
            "value": value?.json ?? nil,
            "variant": JSONValue(evaluation.value == nil ? value.flatMap(variant) : evaluation.variant),
            "reason": .string(evaluation.reason.rawValue),
            "rule": JSONValue(evaluation.rule),
        ]
    }
}
