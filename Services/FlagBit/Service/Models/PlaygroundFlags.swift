import FlagRules
import HTTPCore

/// The playground's form with whole flags: `{"flags": {key: flag}, "context": {…}}`.
///
/// A flag has the members that it has elsewhere; its key may stand there, too, and is its seed here.
struct PlaygroundFlags {
    private let flags: [CompiledFlag]
    private let context: EvaluationContext

    /// Reads and checks everything.
    ///
    /// - Throws: all that is wrong.
    init(_ body: JSONValue) throws(InvalidInput) {
        let reader = ObjectReader(body)
        context = reader.evaluationContext()
        flags = reader.playgroundFlags()
        try reader.finish()
    }

    /// What each flag answers, under its key.
    var answer: JSONValue {
        ["flags": .object(JSONObject(flags.map { ($0.key, .object($0.answer(in: context))) }))]
    }
}

extension ObjectReader {
    fileprivate func playgroundFlags() -> [CompiledFlag] {
        guard let json = value("flags") else { return [] }
        guard case .object(let members) = json else {
            fault("flags", .wrongType, "must be an object of flags by their keys, not \(json.kind)")
            return []
        }
        return members.compactMap { key, json in playgroundFlag(key, json) }
    }

    private func playgroundFlag(_ key: String, _ json: JSONValue) -> CompiledFlag? {
        do throws(InvalidInput) {
            let draft = try FlagDraft(json, named: key, at: path.member("flags").member(key))
            return CompiledFlag(draft.definition, seed: key)
        } catch {
            for fault in error.faults { self.fault(at: fault.path, fault.code, fault.message) }
            return nil
        }
    }

    /// What the playground's form with single-condition rules gives. Faults, and null as a stand-in, if it makes no sense.
    func playgroundAnswer(seed: String) -> JSONValue {
        let members = JSONObject(PlaygroundEvaluation.fields.compactMap { name in value(name).map { (name, $0) } })
        if let context = members["context"] { checkSize(ofContext: context, at: path.member("context")) }
        guard !hasFaults, let json = flagValue(.object(members), at: path) else { return .null }
        do throws(DefinitionError) {
            return try PlaygroundEvaluation(json: json, seed: seed).json
        } catch {
            report(error)
            return .null
        }
    }
}

extension PlaygroundEvaluation {
    /// The result and how it came about.
    fileprivate var json: JSONValue {
        [
            "result": result.json,
            "matched_rule": JSONValue(matchedRule),
            "rule_description": JSONValue(ruleDescription),
            "evaluation_path": .array(steps.map(\.json)),
        ]
    }
}

extension PlaygroundEvaluation.Step {
    fileprivate var json: JSONValue {
        [
            "rule": .integer(rule), "attribute": .string(attribute), "operator": .string(`operator`), "matched": .bool(isMatched),
        ]
    }
}
