import FlagRules
import HTTPCore
import Timekeeping

/// The playground's form with whole flags: `{"flags": {key: flag}, "segments": {key: segment}, "context": {…}}`.
///
/// A flag has the members that it has elsewhere; its key may stand there, too, and is its seed here. A segment is `{"conditions": […]}`.
struct PlaygroundFlags {
    private let flags: [CompiledFlag]
    private let snapshot: FlagSnapshot
    private let context: EvaluationContext

    /// Reads and checks everything.
    ///
    /// - Throws: all that is wrong.
    init(_ body: JSONValue, at now: Timestamp) throws(InvalidInput) {
        let reader = ObjectReader(body)
        context = EvaluationContext(attributes: reader.attributes(), now: Instant(now))
        let segments = reader.each("segments", of: "segments") { reader.playgroundSegment($0, $1) }
        flags = reader.each("flags", of: "flags") { reader.playgroundFlag($0, $1) }
        if !reader.hasFaults {
            reader.checkReferences(flags, segments)
            reader.checkCost(flags.map(\.cost) + segments.map(\.cost))
        }
        try reader.finish()
        snapshot = FlagSnapshot(flags, segments: segments)
    }

    /// What each flag answers, under its key.
    var answer: JSONValue {
        var answer = EvaluationAnswer(snapshot, in: context, isExplained: false)
        return ["flags": .object(JSONObject(flags.map { ($0.key, .object(answer.members(of: $0))) }))]
    }
}

extension ObjectReader {
    /// The members of an object, read one by one; none if it is absent.
    fileprivate func each<Element>(_ name: String, of what: String, read: (String, JSONValue) -> Element?) -> [Element] {
        guard let json = value(name) else { return [] }
        guard case .object(let members) = json else {
            fault(name, .wrongType, "must be an object of \(what) by their keys, not \(json.kind)")
            return []
        }
        return members.compactMap { read($0.name, $0.value) }
    }

    fileprivate func playgroundSegment(_ key: String, _ json: JSONValue) -> CompiledSegment? {
        let place = FieldPath.root.field("segments").field(key)
        guard var value = flagValue(json, at: path.member("segments").member(key)) else { return nil }
        if case .object(var members) = value {
            members["key"] = .string(key)
            value = .object(members)
        }
        do throws(DefinitionError) {
            return try CompiledSegment(json: value, at: place)
        } catch {
            report(error)
            return nil
        }
    }

    /// Anybody may ask, and so not for what takes long.
    fileprivate func checkCost(_ costs: [Int]) {
        let limit = PlaygroundEvaluation.maximumCost
        guard costs.reduce(0, +) > limit else { return }
        fault("flags", "too_costly", "may look for at most \(limit) texts, networks and characters of large regular expressions here")
    }

    /// References may lead to nothing or in a circle, here as elsewhere.
    fileprivate func checkReferences(_ flags: [CompiledFlag], _ segments: [CompiledSegment]) {
        let graph = ReferenceGraph(
            flags: Dictionary(flags.map { ($0.key, $0.definition.references) }) { $1 },
            segments: Dictionary(segments.map { ($0.key, $0.definition.references) }) { $1 }
        )
        do throws(DefinitionError) {
            for segment in segments { try graph.check(segment.definition, at: .root.field("segments").field(segment.key)) }
            for flag in flags { try graph.check(flag.definition, at: .root.field("flags").field(flag.key)) }
        } catch {
            report(error)
        }
    }

    fileprivate func playgroundFlag(_ key: String, _ json: JSONValue) -> CompiledFlag? {
        do throws(InvalidInput) {
            let draft = try FlagDraft(json, named: key, at: path.member("flags").member(key))
            return CompiledFlag(draft.definition, seed: key)
        } catch {
            for fault in error.faults { self.fault(at: fault.path, fault.code, fault.message) }
            return nil
        }
    }

    /// What the playground's form with single-condition rules gives. Faults, and null as a stand-in, if it makes no sense.
    func playgroundAnswer(seed: String, at now: Timestamp) -> JSONValue {
        let members = JSONObject(PlaygroundEvaluation.fields.compactMap { name in value(name).map { (name, $0) } })
        if let context = members["context"] { checkSize(ofContext: context, at: path.member("context")) }
        guard !hasFaults, let json = flagValue(.object(members), at: path) else { return .null }
        do throws(DefinitionError) {
            return try PlaygroundEvaluation(json: json, seed: seed, now: Instant(now)).json
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
