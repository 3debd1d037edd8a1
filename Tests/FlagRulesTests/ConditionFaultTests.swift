import FlagRules
import Testing

@Suite struct `Faults of conditions` {
    @Test(
        "have a path and a code",
        arguments: [
            ([:], ["attribute: missing_field", "operator: missing_field", "value: missing_field"]),
            (["attribute": "a", "operator": "eq"], ["value: missing_field"]),
            (["attribute": "a", "operator": "exists"], []),
            (["operator": "exists"], ["attribute: missing_field"]),
            (["attribute": "", "operator": "not_exists"], ["attribute: empty_name"]),
            (["operator": "in_segment"], ["value: missing_field"]),
            (["operator": "in_segment", "value": ["a", 1, .null]], ["value[1]: wrong_type", "value[2]: wrong_type"]),
            (["operator": "in_segment", "value": 1, "attribute": 1], ["attribute: wrong_type", "value: wrong_type"]),
            (["operator": "in_segment", "value": "a", "ignore_case": true], ["ignore_case: case_not_applicable"]),
            (["attribute": "a", "operator": "lt", "value": 1, "ignore_case": true], ["ignore_case: case_not_applicable"]),
            (["attribute": "a", "operator": "lt", "value": 1, "ignore_case": false], []),
            (["attribute": "a", "operator": "lt", "value": "1"], ["value: wrong_type"]),
            (["attribute": "a", "operator": "gte", "value": [1]], ["value: wrong_type"]),
            (["attribute": "a", "operator": "lte", "value": true], ["value: wrong_type"]),
            (["attribute": "a", "operator": "not_in", "value": [1, .null, [1]]], ["value[1]: wrong_type", "value[2]: wrong_type"]),
            (["attribute": "a", "operator": "starts_with", "value": ["x", 1]], ["value[1]: wrong_type"]),
            (["attribute": "a", "operator": "ends_with", "value": ["x": "y"]], ["value: wrong_type"]),
            (["attribute": "a", "operator": "not_contains", "value": .null], ["value: wrong_type"]),
            (["attribute": "a", "operator": "eq", "value": 1, "negate": "yes"], ["negate: wrong_type"]),
            (["attribute": "a", "operator": "eq", "value": 1, "ignore_case": 1], ["ignore_case: wrong_type"]),
            (["attribute": "a", "operator": "eq", "value": 1, "not": true], ["not: unknown_field"]),
            (["attribute": "a", "operator": "before", "value": "yesterday-ish"], ["value: invalid_value"]),
            (["attribute": "a", "operator": "semver_eq", "value": "one"], ["value: invalid_value"]),
            (["attribute": "a", "operator": "semver_tilde", "value": "~~1"], ["value: invalid_value"]),
            (["attribute": "a", "operator": "cidr", "value": ["10.0.0.0/33"]], ["value[0]: invalid_value"]),
            (["attribute": "a", "operator": "regex", "value": "("], ["value: invalid_value"]),
            (["attribute": "a", "operator": "regex", "value": ["a"]], ["value: wrong_type"]),
        ] as [(FlagValue, [String])]
    )
    func comparisons(condition: FlagValue, expected: [String]) {
        #expect(faults(inConditions: condition).sorted() == expected.map { "conditions[0].\($0)" }.sorted())
    }

    @Test(
        "of groups have a path and a code",
        arguments: [
            (["all": [], "attribute": "a"], ["attribute: unknown_field"]),
            (["all": [], "operator": "eq", "value": 1], ["operator: unknown_field", "value: unknown_field"]),
            (["any": [], "all": []], ["any: unknown_field"]),
            (["none": [], "any": [], "negate": true], ["none: unknown_field"]),
            (["any": [], "ignore_case": true], ["ignore_case: unknown_field"]),
            (["some": []], ["some: unknown_field", "attribute: missing_field", "operator: missing_field", "value: missing_field"]),
            (["any": ["attribute": "a"]], ["any: wrong_type"]), (["any": .null], ["any: wrong_type"]),
            (
                ["any": [1, ["all": [["attribute": "a", "operator": "like", "value": 1]]]]],
                ["any[0]: wrong_type", "any[1].all[0].operator: unknown_operator"]
            ),
            (["none": [], "negate": 1], ["negate: wrong_type"]),
        ] as [(FlagValue, [String])]
    )
    func groups(condition: FlagValue, expected: [String]) {
        #expect(faults(inConditions: condition).sorted() == expected.map { "conditions[0].\($0)" }.sorted())
    }

    @Test func `of a condition without value are found however it was made`() {
        let definition = FlagDefinition(
            key: "a",
            rules: [rule(condition("a", "eq"), condition("", "in_segment"), gives: true)],
            seed: "seed"
        )
        let expected = ["$.rules[0].conditions[0].value: missing_field", "$.rules[0].conditions[1].value: missing_field"]
        #expect(faults { () throws(DefinitionError) in try CompiledFlag(definition) } == expected)
    }

    @Test func `say what to do`() throws {
        let json: FlagValue = [
            "key": "a",
            "rules": [
                [
                    "conditions": [
                        ["all": [], "any": []], ["attribute": "a", "operator": "lt", "value": "1", "ignore_case": true],
                    ], "value": true,
                ]
            ],
        ]
        let error = try #require(throws: DefinitionError.self) { try CompiledFlag(json: json, seed: "seed") }
        #expect(
            error.faults.map(\.message) == [
                "This field is unknown; known here are all, negate.",
                "The operator \"lt\" compares no text, so there is no case to ignore.",
                "Expected a number, found a string.",
            ]
        )
    }
}
