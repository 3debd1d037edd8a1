import FlagRules
import Testing

@Suite struct `Flags in JSON` {
    @Test func `a flag of the original's shape is read`() throws {
        let json: FlagValue = [
            "key": "new-checkout", "name": "New checkout", "enabled": true,
            "rules": [["conditions": [["attribute": "country", "operator": "eq", "value": "US"]], "value": "true"]],
        ]
        let expected = FlagDefinition(
            key: "new-checkout",
            name: "New checkout",
            rules: [rule(condition("country", "eq", "US"), gives: "true")],
            seed: "seed"
        )
        #expect(try FlagDefinition(json: json, seed: "seed") == expected)
        let flag = try CompiledFlag(json: json, seed: "seed")
        #expect(flag.evaluate(in: EvaluationContext(attributes: ["country": "US"])).value == true)
        #expect(flag.evaluate(in: EvaluationContext()).value == false)
    }

    @Test func `every member is read`() throws {
        let json: FlagValue = [
            "key": "limit", "name": "Limit", "enabled": false, "type": "integer", "rules": [["value": 3]],
            "variants": ["few": 1, "many": 9],
            "default_value": 1, "off_value": 0,
        ]
        let expected = FlagDefinition(
            key: "limit",
            name: "Limit",
            isEnabled: false,
            type: .integer,
            rules: [rule(gives: 3)],
            variants: ["few": 1, "many": 9],
            defaultValue: 1,
            offValue: 0,
            seed: "seed"
        )
        #expect(try FlagDefinition(json: json, seed: "seed") == expected)
    }

    @Test func `absent members and nulls take their defaults`() throws {
        let expected = FlagDefinition(key: "a", name: "a", isEnabled: true, type: .boolean, seed: "seed")
        #expect(try FlagDefinition(json: ["key": "a"], seed: "seed") == expected)
        let nulls: FlagValue = ["key": "a", "variants": .null, "default_value": .null, "off_value": .null]
        #expect(try FlagDefinition(json: nulls, seed: "seed") == expected)
    }

    @Test func `null is a value of a json flag`() throws {
        let definition = try FlagDefinition(json: ["key": "a", "type": "json", "default_value": .null], seed: "seed")
        #expect(definition.defaultValue == .some(.null))
        #expect(definition.offValue == nil)
    }

    @Test func `all faults of shape and meaning are reported at once`() {
        let json: FlagValue = [
            "key": 1, "name": true, "enabled": "yes", "tpye": "string", "variants": [1], "owner": "me",
            "rules": [
                "rule", ["conditions": ["attribute": "a"], "value": true],
                [
                    "conditions": [
                        .null, ["attribute": 1, "operator": 2], ["attribute": "a", "operator": "like", "value": 1, "negated": true],
                    ],
                    "valeu": "x",
                ],
                ["conditions": [["attribute": "a", "operator": "percent", "value": "lots"]], "value": "maybe"],
            ],
        ]
        let found = faults { () throws(DefinitionError) in try CompiledFlag(json: json, seed: "seed", ignoring: ["owner"]) }
        #expect(
            found == [
                "$.tpye: unknown_field", "$.key: wrong_type", "$.name: wrong_type", "$.enabled: wrong_type", "$.rules[0]: wrong_type",
                "$.rules[1].conditions: wrong_type", "$.rules[2].valeu: unknown_field", "$.rules[2].conditions[0]: wrong_type",
                "$.rules[2].conditions[1].operator: wrong_type", "$.rules[2].conditions[1].attribute: wrong_type",
                "$.rules[2].conditions[1].value: missing_field", "$.rules[2].conditions[2].negated: unknown_field",
                "$.rules[2].value: missing_field",
                "$.variants: wrong_type", "$.rules[2].conditions[2].operator: unknown_operator",
                "$.rules[3].conditions[0].value: invalid_percentage", "$.rules[3].value: wrong_type",
            ]
        )
    }

    @Test func `an unknown type is one fault, not one for each value`() {
        let json: FlagValue = ["key": "a", "type": "bool", "rules": [["value": 1]], "default_value": "x"]
        #expect(faults { () throws(DefinitionError) in try CompiledFlag(json: json, seed: "seed") } == ["$.type: unknown_type"])
    }

    @Test(arguments: [.null, true, 1, "flag", []] as [FlagValue]) func `only an object is a flag`(json: FlagValue) {
        #expect(faults { () throws(DefinitionError) in try FlagDefinition(json: json, seed: "seed") } == ["$: wrong_type"])
        #expect(faults { () throws(DefinitionError) in try CompiledFlag(json: json, seed: "seed") } == ["$: wrong_type"])
    }
}
