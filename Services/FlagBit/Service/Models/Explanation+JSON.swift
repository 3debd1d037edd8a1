import FlagRules
import HTTPCore

extension Explanation {
    /// The explanation as an answer shows it.
    var json: JSONValue {
        [
            "prerequisites": .array(prerequisites.map(\.json)),
            "rules": .array(
                rules.enumerated().map { index, rule in
                    ["rule": .integer(index), "matched": .bool(rule.holds), "conditions": .array(rule.conditions.map(\.json))]
                }
            ),
        ]
    }

    /// The segments that it asks about, by key, with what those ask about in turn: as they are in the answer, once each.
    static func segments(of explanations: [Explanation], in context: EvaluationContext, among snapshot: FlagSnapshot) -> JSONObject {
        var pending = explanations.flatMap(\.rules).flatMap(\.conditions).flatMap(\.segments)
        var found: [String: JSONValue] = [:]
        while let key = pending.popLast() {
            guard found[key] == nil, let segment = snapshot.explain(segment: key, in: context) else { continue }
            found[key] = ["matched": .bool(segment.holds), "conditions": .array(segment.conditions.map(\.json))]
            pending += segment.conditions.flatMap(\.segments)
        }
        return JSONObject(found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
}

extension Explanation.Prerequisite {
    fileprivate var json: JSONValue {
        var members: JSONObject = ["flag": .string(flag), "wanted": wanted.json]
        members["value"] = evaluation?.value?.json
        members["fulfilled"] = .bool(isFulfilled)
        return .object(members)
    }
}

extension ConditionOutcome {
    /// The keys of the segments that it asks about, at any depth.
    fileprivate var segments: [String] {
        switch self {
        case .comparison: []
        case .segments(let outcome): outcome.segments.map(\.key)
        case .group(let outcome): outcome.members.flatMap(\.segments)
        }
    }

    fileprivate var json: JSONValue {
        switch self {
        case .comparison(let outcome): outcome.json
        case .segments(let outcome): outcome.json
        case .group(let outcome): outcome.json
        }
    }
}

extension ComparisonOutcome {
    /// What was found is shown up to so many bytes: a context may be large, and its attributes are asked about again and again.
    private static let shownBytes = 256

    fileprivate var json: JSONValue {
        var members = definition.json
        if let found {
            let isShown = found.isWithin(bytes: Self.shownBytes)
            members[isShown ? "found" : "found_kind"] = isShown ? found.json : .string(found.kind)
        }
        if let threshold {
            members["bucket"] = JSONValue(bucket.map(JSONNumber.fraction))
            members["threshold"] = .number(.fraction(ofBucket: threshold))
        }
        members["matched"] = .bool(holds)
        return .object(members)
    }
}

extension FlagValue {
    /// Whether the value is about so many bytes of JSON at most. Looks no further than that.
    fileprivate func isWithin(bytes limit: Int) -> Bool {
        var rest = limit
        var pending = [self]
        while rest >= 0, let value = pending.popLast() {
            switch value {
            case .null, .boolean, .integer, .float: rest -= 8
            case .string(let text): rest -= text.utf8.count + 2
            case .array(let elements):
                rest -= 2 * elements.count + 2
                if rest >= 0 { pending += elements }
            case .object(let members):
                rest -= 2 * members.count + 2
                guard rest >= 0 else { break }
                for (name, value) in members {
                    rest -= name.utf8.count
                    pending.append(value)
                }
            }
        }
        return rest >= 0
    }
}

extension SegmentsOutcome {
    fileprivate var json: JSONValue {
        var members = definition.json
        members["segments"] = .object(JSONObject(segments.map { ($0.key, .bool($0.holds)) }))
        members["matched"] = .bool(holds)
        return .object(members)
    }
}

extension GroupOutcome {
    fileprivate var json: JSONValue {
        var members: JSONObject = [kind.rawValue: .array(self.members.map(\.json))]
        if isNegated { members["negate"] = true }
        members["matched"] = .bool(holds)
        return .object(members)
    }
}

extension ComparisonDefinition {
    /// The members as written.
    fileprivate var json: JSONObject {
        var members = JSONObject()
        if !attribute.isEmpty { members["attribute"] = .string(attribute) }
        members["operator"] = .string(`operator`)
        members["value"] = value?.json
        if isNegated { members["negate"] = true }
        if ignoresCase { members["ignore_case"] = true }
        return members
    }
}

extension JSONNumber {
    /// A bucket as GrowthBook writes it: from 0 to 1 in steps of 0.0001.
    static func fraction(ofBucket bucket: Int) -> JSONNumber {
        JSONNumber(exactly: Double(bucket) / Double(Bucketing.bucketCount)) ?? JSONNumber(0)
    }
}
