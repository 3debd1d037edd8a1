import FlagRules
import Testing

@Suite struct `Costs` {
    private func cost(_ conditions: ConditionDefinition...) throws -> Int {
        try CompiledSegment(SegmentDefinition(key: "s", conditions: conditions)).cost - 1
    }

    @Test(
        "count what a condition may look through for each byte",
        arguments: [
            (condition("a", "eq", "x"), 1), (condition("a", "in", .array((0..<100).map { .integer($0) })), 1),
            (condition("a", "gt", 1), 1), (condition("a", "semver_gt", "1.2.3"), 1), (condition("a", "exists"), 1),
            (condition("a", "contains", "x"), 1), (condition("a", "contains", ["x", "y", "z"]), 3),
            (condition("a", "starts_with", ["x", "y"]), 2), (condition("a", "ends_with", ["x", "y"]), 2),
            (condition("a", "cidr", ["10.0.0.0/8", "::1"]), 2), (condition("", "in_segment", ["x", "y"]), 2),
            (condition("a", "regex", "^[a-z.]+@example\\.(com|org)$"), 1),
            (group(.any, condition("a", "contains", ["x", "y"]), group(.none, condition("a", "eq", 1))), 5),
        ]
    )
    func conditions(condition: ConditionDefinition, expected: Int) throws {
        #expect(try cost(condition) == expected)
        #expect(try cost(condition, condition) == 2 * expected)
    }

    @Test func `of a regular expression too large for a table are those of its steps`() throws {
        // A step for the first letter, each of the others, the last letter and the match; the table would need 2⁹ rows.
        #expect(try cost(condition("a", "regex", "a[ab]{8}c")) == 11)
        #expect(try cost(condition("a", "regex", "a[ab]{4}c")) == 1)
    }

    @Test func `of a flag are those of its rules`() throws {
        let rules = [rule(condition("a", "contains", ["x", "y"]), gives: true), rule(gives: false)]
        #expect(try CompiledFlag(FlagDefinition(key: "f", rules: rules, seed: "seed")).cost == 1 + (1 + 2) + 1)
    }
}
