import FlagRules
import TestKit

/// Flags, segments and contexts by lottery, made so that much of it meets.
struct RandomFlags {
    var lottery: SplitMix64

    private static let attributes = ["user_id", "country", "age", "tags", "plan"]
    private static let values: [FlagValue] = ["a", "b", "ab", "", 0, 1, 1.0, 2.5, -3, true, false, ["a", 1], ["b", "ab", true], []]

    mutating func context() -> EvaluationContext {
        var attributes: [String: FlagValue] = [:]
        for name in Self.attributes where .random(in: 0..<4, using: &lottery) > 0 {
            attributes[name] = Int.random(in: 0..<9, using: &lottery) == 0 ? .null : value()
        }
        return EvaluationContext(attributes: attributes)
    }

    /// Flags `f0`… that need only those before them, and segments `s0`… likewise; some references lead nowhere.
    mutating func snapshot() throws -> FlagSnapshot {
        let segments = try (0..<3).map {
            try CompiledSegment(SegmentDefinition(key: "s\($0)", conditions: conditions(segments: $0, isInSegment: true)))
        }
        return FlagSnapshot(try (0..<4).map { try CompiledFlag(flag($0)) }, segments: segments)
    }

    private mutating func flag(_ number: Int) -> FlagDefinition {
        let prerequisites = (0..<Int.random(in: 0...2, using: &lottery)).map { _ in
            PrerequisiteDefinition(flag: "f\(Int.random(in: -1..<number, using: &lottery))", value: .boolean(.random(using: &lottery)))
        }
        return FlagDefinition(
            key: "f\(number)",
            isEnabled: .random(in: 0..<5, using: &lottery) > 0,
            prerequisites: .random(using: &lottery) ? [] : prerequisites,
            rules: (0..<Int.random(in: 0...4, using: &lottery)).map { _ in
                RuleDefinition(conditions: conditions(segments: 3), value: .boolean(.random(using: &lottery)))
            },
            offValue: .random(using: &lottery) ? true : nil,
            seed: "seed \(number)"
        )
    }

    private mutating func conditions(segments: Int, isInSegment: Bool = false, depth: Int = 0) -> [ConditionDefinition] {
        (0..<Int.random(in: 0...2, using: &lottery)).map { _ in
            let isNegated = Int.random(in: 0..<4, using: &lottery) == 0
            switch Int.random(in: 0..<8, using: &lottery) {
            case 0...1 where depth < 3:
                let kind = GroupDefinition.Kind.allCases.randomElement(using: &lottery) ?? .all
                let members = conditions(segments: segments, isInSegment: isInSegment, depth: depth + 1)
                return .group(GroupDefinition(kind, members, isNegated: isNegated))
            case 2:
                let keys = (0..<2).map { _ in FlagValue.string("s\(Int.random(in: -1..<segments, using: &lottery))") }
                return condition("", "in_segment", .random(using: &lottery) ? keys[0] : .array(keys), isNegated: isNegated)
            case 3...4 where !isInSegment:
                return condition("user_id", "percent", .integer(.random(in: 0...100, using: &lottery)), isNegated: isNegated)
            default:
                return comparison(isNegated: isNegated)
            }
        }
    }

    private mutating func comparison(isNegated: Bool) -> ConditionDefinition {
        let attribute = Self.attributes.randomElement(using: &lottery) ?? ""
        let (name, values): (String, [FlagValue?]) =
            [
                ("eq", ["a", 1, true]), ("neq", ["a", 1.0]), ("in", [["a", 1], "b"]), ("not_in", [["a", 1], []]),
                ("contains", ["a", ["b", "x"]]),
                ("not_contains", ["a"]), ("starts_with", ["a"]), ("ends_with", ["b"]), ("lt", [1]), ("lte", [1.0]), ("gt", [0]),
                ("gte", [2.5]),
                ("exists", [nil]), ("not_exists", [nil]),
            ].randomElement(using: &lottery) ?? ("exists", [nil])
        return condition(attribute, name, values.randomElement(using: &lottery) ?? nil, isNegated: isNegated)
    }

    private mutating func value() -> FlagValue {
        Self.values.randomElement(using: &lottery) ?? .null
    }
}
