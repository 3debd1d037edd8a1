import FlagBitService
import FlagRules
import HTTPCore

/// Questions about flags and their answers, a line of JSON each; `op` says which:
///
///     load      flags (a list, each with its "seed"), segments (a list)     {}; what follows is about these
///     evaluate  context, now (seconds, 0), keys (all)                       flags: by key value, variant, reason, rule, bucket; no value if left out
///     holds     condition, values (of its attribute), now                   results: a list
///     bucket    seed, ids                                                   buckets: a list, 0..<10000
///     times     values                                                      times: a list of [seconds, nanoseconds] since 1970, or null
///     growthbook                                                            payload, or refusals: flag, path, segment, operator, message
///
/// What makes no sense is answered with `error`, and with `faults` (path, code, message) if a definition is wrong.
struct FlagLines {
    var snapshot = FlagSnapshot()

    mutating func answer(to line: String) -> String {
        let answer: JSONValue
        do {
            answer = .object(try self.answer(try JSONParser.parse(line)))
        } catch let error as DefinitionError {
            let faults = error.faults.map { fault -> JSONValue in
                ["path": .string(fault.path.description), "code": .string(fault.code), "message": .string(fault.message)]
            }
            answer = ["error": "faults", "faults": .array(faults)]
        } catch {
            answer = ["error": .string("\(error)")]
        }
        return answer.serialized()
    }

    private mutating func answer(_ question: JSONValue) throws -> JSONObject {
        switch question["op"]?.stringValue {
        case "load": try load(question)
        case "evaluate": try evaluate(question)
        case "holds": try holds(question)
        case "bucket": try buckets(question)
        case "times": try times(question)
        case "growthbook": growthBook()
        default: throw NotUnderstood(what: "op")
        }
    }
}

/// A question lacks something, or has it in another form.
struct NotUnderstood: Error {
    let what: String
}

extension FlagLines {
    private mutating func load(_ question: JSONValue) throws -> JSONObject {
        let flags = try (question["flags"]?.arrayValue ?? []).map { json in
            guard let value = FlagValue(json), let seed = json["seed"]?.stringValue else { throw NotUnderstood(what: "flags") }
            return try CompiledFlag(json: value, seed: seed, ignoring: ["seed"])
        }
        let segments = try (question["segments"]?.arrayValue ?? []).map { json in
            guard let value = FlagValue(json) else { throw NotUnderstood(what: "segments") }
            return try CompiledSegment(json: value)
        }
        snapshot = FlagSnapshot(flags, segments: segments)
        return [:]
    }

    /// The context of a question.
    func context(_ question: JSONValue) throws -> EvaluationContext {
        guard let members = question["context"]?.objectValue, let attributes = FlagValue.values(of: members) else {
            throw NotUnderstood(what: "context")
        }
        return EvaluationContext(attributes: attributes, now: Self.now(question))
    }

    private static func now(_ question: JSONValue) -> Instant {
        Instant(seconds: question["now"]?.integerValue ?? 0)
    }

    private func evaluate(_ question: JSONValue) throws -> JSONObject {
        let context = try context(question)
        let keys = question["keys"]?.arrayValue?.compactMap(\.stringValue) ?? snapshot.keys.sorted()
        var answers = JSONObject()
        for key in keys {
            guard let evaluation = snapshot.evaluate(key, in: context) else { continue }
            var answer = JSONObject()
            answer["value"] = evaluation.value?.json
            answer["variant"] = JSONValue(evaluation.variant)
            answer["reason"] = .string(evaluation.reason.rawValue)
            answer["rule"] = JSONValue(evaluation.rule)
            answer["bucket"] = JSONValue(evaluation.bucket)
            answers[key] = .object(answer)
        }
        return ["flags": .object(answers)]
    }

    private func holds(_ question: JSONValue) throws -> JSONObject {
        guard let condition = question["condition"], let attribute = condition["attribute"]?.stringValue,
            let rules = FlagValue(["key": "flag", "rules": [["conditions": [condition], "value": true]]]),
            let values = question["values"]?.arrayValue
        else { throw NotUnderstood(what: "condition") }
        let flag = try CompiledFlag(json: rules, seed: "seed")
        let results = try values.map { json -> JSONValue in
            guard let value = FlagValue(json) else { throw NotUnderstood(what: "values") }
            let context = EvaluationContext(attributes: [attribute: value], now: Self.now(question))
            return .bool(flag.evaluate(in: context, among: snapshot).rule == 0)
        }
        return ["results": .array(results)]
    }

    private func buckets(_ question: JSONValue) throws -> JSONObject {
        guard let seed = question["seed"]?.stringValue, let ids = question["ids"]?.arrayValue else { throw NotUnderstood(what: "seed") }
        return ["buckets": .array(ids.compactMap(\.stringValue).map { .integer(Bucketing.bucket(seed: seed, id: $0)) })]
    }
}
