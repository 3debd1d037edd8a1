import FlagRules
import Testing

@Suite struct `Faults of a definition` {
    @Test func `an unknown operator is named with its place and the known ones`() throws {
        let definition = FlagDefinition(
            key: "flag",
            rules: [rule(condition("a", "eq", 1), condition("b", "like", ".*"), gives: true)],
            seed: "seed"
        )
        let error = try #require(throws: DefinitionError.self) { try CompiledFlag(definition) }
        #expect(error.faults.count == 1)
        #expect(error.faults[0].path.description == "$.rules[0].conditions[1].operator")
        #expect(error.faults[0].path.steps == [.field("rules"), .index(0), .field("conditions"), .index(1), .field("operator")])
        #expect(error.faults[0].problem == .unknownOperator("like", accepted: ConditionOperator.allCases.map(\.rawValue)))
        #expect(error.faults[0].message.hasPrefix("There is no operator \"like\"; use one of eq, neq, in, not_in, contains, "))
    }

    @Test func `all faults are reported at once`() {
        let definition = FlagDefinition(
            key: "no spaces",
            type: .integer,
            rules: [
                rule(condition("", "eq", 1), condition("a", "EQ", 1), gives: "one"),
                rule(condition("a", "eq", .null), condition("a", "neq", [1]), condition("a", "contains", 1), gives: 10.5),
                rule(condition("a", "in", ["x", .null, [1]]), condition("a", "in", ["a": 1]), condition("a", "percent", 101), gives: 1),
            ],
            variants: ["": 1, "big": 9_007_199_254_740_992],
            defaultValue: "1",
            offValue: true,
            seed: "seed"
        )
        let found = faults { () throws(DefinitionError) in try CompiledFlag(definition) }
        #expect(
            found == [
                "$.key: invalid_key", "$.variants['']: empty_name", "$.variants.big: wrong_type",
                "$.rules[0].conditions[0].attribute: empty_name",
                "$.rules[0].conditions[1].operator: unknown_operator", "$.rules[0].value: wrong_type",
                "$.rules[1].conditions[0].value: wrong_type",
                "$.rules[1].conditions[1].value: wrong_type", "$.rules[1].conditions[2].value: wrong_type", "$.rules[1].value: wrong_type",
                "$.rules[2].conditions[0].value[1]: wrong_type", "$.rules[2].conditions[0].value[2]: wrong_type",
                "$.rules[2].conditions[1].value: wrong_type", "$.rules[2].conditions[2].value: invalid_percentage",
                "$.default_value: wrong_type",
                "$.off_value: wrong_type",
            ]
        )
    }

    @Test(
        "a key is 1 to 128 letters, digits, points, underscores and hyphens",
        arguments: [
            ("a", true), ("new-checkout_v2.1", true), (String(repeating: "k", count: 128), true),
            (String(repeating: "k", count: 129), false),
            ("", false), ("a b", false), ("é", false), ("a/b", false), ("a\0", false), ("٣", false),
            (".", false), ("..", false), ("...", true),
        ]
    )
    func keys(key: String, isValid: Bool) {
        #expect(CompiledFlag.isValid(key: key) == isValid)
        #expect(faults { () throws(DefinitionError) in try CompiledFlag(FlagDefinition(key: key, seed: "seed")) }.isEmpty == isValid)
    }

    @Test func `paths start where the flag is in the document`() {
        let found = faults { () throws(DefinitionError) in
            try CompiledFlag(json: ["key": "a", "rules": [1]], seed: "seed", at: .root.field("flags").field("my flag's"))
        }
        #expect(found == [#"$.flags['my flag\'s'].rules[0]: wrong_type"#])
    }
}
