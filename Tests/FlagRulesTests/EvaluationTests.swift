import FlagRules
import Testing

@Suite struct `Evaluation of flags` {
    private func evaluate(_ definition: FlagDefinition, _ attributes: [String: FlagValue] = [:]) throws -> Evaluation {
        try CompiledFlag(definition).evaluate(in: EvaluationContext(attributes: attributes))
    }

    @Test func `the first rule whose conditions all hold wins`() throws {
        let flag = FlagDefinition(
            key: "flag",
            type: .string,
            rules: [
                rule(condition("country", "eq", "US"), condition("plan", "eq", "pro"), gives: "both"),
                rule(condition("country", "eq", "US"), gives: "country"),
                rule(condition("plan", "eq", "pro"), gives: "plan"),
            ],
            defaultValue: "default",
            seed: "seed"
        )
        for (attributes, value, index): ([String: FlagValue], FlagValue, Int?) in [
            (["country": "US", "plan": "pro"], "both", 0), (["country": "US"], "country", 1), (["plan": "pro"], "plan", 2),
            ([:], "default", nil),
        ] {
            let evaluation = try evaluate(flag, attributes)
            #expect(evaluation.value == value)
            #expect(evaluation.rule == index)
            #expect(evaluation.reason == (index == nil ? .default : .targetingMatch))
            #expect(evaluation.bucket == nil)
        }
    }

    @Test func `a percentage that holds is the reason, and shows the bucket`() throws {
        let flag = FlagDefinition(
            key: "flag",
            rules: [rule(condition("country", "eq", "US"), condition("user_id", "percent", "5.06"), gives: "true")],
            seed: "seed"
        )
        let included = try evaluate(flag, ["user_id": "a", "country": "US"])
        #expect(included == Evaluation(value: true, variant: "on", reason: .percentageRollout, rule: 0, bucket: 505))
        let excluded = try evaluate(flag, ["user_id": "b", "country": "US"])
        #expect(excluded == Evaluation(value: false, variant: "off", reason: .default, rule: nil, bucket: nil))
    }

    @Test func `a percentage includes buckets below it and not its own`() throws {
        for (percent, value): (FlagValue, FlagValue) in [(5.05, false), (5.06, true)] {
            let flag = FlagDefinition(key: "flag", rules: [rule(condition("user_id", "percent", percent), gives: true)], seed: "seed")
            #expect(try evaluate(flag, ["user_id": "a"]).value == value)
        }
    }

    @Test func `a percentage of a rule that fails is not the reason of the next`() throws {
        let flag = FlagDefinition(
            key: "flag",
            rules: [rule(condition("user_id", "percent", 0), gives: true), rule(condition("country", "eq", "US"), gives: true)],
            seed: "seed"
        )
        let evaluation = try evaluate(flag, ["user_id": "a", "country": "US"])
        #expect(evaluation == Evaluation(value: true, variant: "on", reason: .targetingMatch, rule: 1, bucket: nil))
    }

    @Test func `a rule without conditions holds for everybody`() throws {
        let flag = FlagDefinition(key: "flag", rules: [rule(gives: "false")], defaultValue: true, seed: "seed")
        #expect(try evaluate(flag) == Evaluation(value: false, variant: "off", reason: .targetingMatch, rule: 0, bucket: nil))
    }

    @Test func `a boolean without default value is on, and with rules off`() throws {
        let rules = [rule(condition("country", "eq", "US"), gives: "true")]
        #expect(try evaluate(FlagDefinition(key: "flag", seed: "seed")).value == true)
        #expect(try evaluate(FlagDefinition(key: "flag", rules: rules, seed: "seed")).value == false)
        #expect(try evaluate(FlagDefinition(key: "flag", defaultValue: false, seed: "seed")).value == false)
        #expect(try evaluate(FlagDefinition(key: "flag", rules: rules, defaultValue: "true", seed: "seed")).value == true)
    }

    @Test(arguments: [FlagType.string, .integer, .float, .json]) func `other types without default value leave it to the caller`(
        type: FlagType
    ) throws {
        let evaluation = try evaluate(FlagDefinition(key: "flag", type: type, seed: "seed"))
        #expect(evaluation == Evaluation(value: nil, variant: nil, reason: .default, rule: nil, bucket: nil))
    }

    @Test func `a disabled flag gives its off value, whatever the rules say`() throws {
        let flag = FlagDefinition(
            key: "flag",
            isEnabled: false,
            type: .string,
            rules: [rule(gives: "rule")],
            variants: ["closed": "off"],
            defaultValue: "default",
            offValue: "off",
            seed: "seed"
        )
        #expect(try evaluate(flag) == Evaluation(value: "off", variant: "closed", reason: .disabled, rule: nil, bucket: nil))
    }

    @Test func `a disabled flag without off value leaves it to the caller`() throws {
        let flag = FlagDefinition(key: "flag", isEnabled: false, rules: [rule(gives: true)], defaultValue: true, seed: "seed")
        #expect(try evaluate(flag) == Evaluation(value: nil, variant: nil, reason: .disabled, rule: nil, bucket: nil))
    }

    @Test func `zero, empty, false and null are values`() throws {
        for (type, value): (FlagType, FlagValue) in [(.integer, 0), (.float, 0.0), (.string, ""), (.boolean, false), (.json, .null)] {
            let enabled = FlagDefinition(
                key: "flag",
                type: type,
                variants: ["nothing": value],
                defaultValue: value,
                offValue: value,
                seed: "seed"
            )
            var disabled = enabled
            disabled.isEnabled = false
            for evaluation in try [evaluate(enabled), evaluate(disabled)] {
                #expect(evaluation.value == .some(value))
                #expect(evaluation.variant == "nothing")
            }
        }
    }

    @Test func `an answer reports the variant of its value`() throws {
        let flag = FlagDefinition(
            key: "flag",
            type: .json,
            rules: [
                rule(condition("plan", "eq", "pro"), gives: ["limit": 10]), rule(condition("plan", "eq", "odd"), gives: ["limit": 11]),
            ],
            variants: ["small": ["limit": 1], "large": ["limit": 10.0], "big": ["limit": 10]],
            defaultValue: ["limit": 1],
            seed: "seed"
        )
        #expect(try evaluate(flag, ["plan": "pro"]).variant == "big")
        #expect(try evaluate(flag, ["plan": "odd"]).variant == nil)
        #expect(try evaluate(flag).variant == "small")
    }

    @Test func `variants of its own replace a boolean's on and off`() throws {
        let flag = try CompiledFlag(FlagDefinition(key: "flag", variants: ["treatment": "true"], seed: "seed"))
        #expect(flag.evaluate(in: EvaluationContext()).variant == "treatment")
        #expect(flag.variant(of: false) == nil)
    }

    @Test func `a float flag answers whole numbers as floats`() throws {
        let flag = FlagDefinition(key: "flag", type: .float, variants: ["ten": 10], defaultValue: 10, seed: "seed")
        let evaluation = try evaluate(flag)
        guard case .float(let number) = evaluation.value else {
            Issue.record("not a float: \(evaluation)")
            return
        }
        #expect(number.description == "10.0")
        #expect(evaluation.variant == "ten")
    }

    @Test(arguments: [
        (Evaluation.Reason.disabled, "disabled"), (.prerequisiteFailed, "prerequisite_failed"), (.targetingMatch, "targeting_match"),
        (.percentageRollout, "percentage_rollout"),
        (.default, "default"),
    ])
    func `reasons have the contract's names`(reason: Evaluation.Reason, name: String) {
        #expect(reason.rawValue == name)
    }
}
