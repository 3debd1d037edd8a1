import FlagRules
import HTTPCore

extension CompiledFlag {
    /// The flag of a checked definition; `nil` if that uses what this version does not know.
    convenience init?(_ definition: JSONObject, seed: String) {
        guard let json = FlagValue(.object(definition)) else { return nil }
        do {
            try self.init(json: json, seed: seed, ignoring: FlagDraft.bystandingFields)
        } catch {
            return nil
        }
    }

    /// What the flag answers in a context, and why: `value`, `variant`, `reason` and `rule`, null where there is none.
    ///
    /// A boolean flag that leaves its value to the caller answers `false`, as the original's toggles do.
    func answer(_ evaluation: Evaluation) -> JSONObject {
        let value = evaluation.value ?? (type == .boolean ? false : nil)
        return [
            "value": value?.json ?? nil,
            "variant": JSONValue(evaluation.value == nil ? value.flatMap(variant) : evaluation.variant),
            "reason": .string(evaluation.reason.rawValue),
            "rule": JSONValue(evaluation.rule),
        ]
    }
}
