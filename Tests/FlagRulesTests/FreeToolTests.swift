import FlagRules
import Testing

@Suite struct `Rollout simulation` {
    @Test func `shows who is in`() throws {
        let percentage = try #require(Percentage("25"))
        let simulation = try #require(RolloutSimulation(seed: "new-checkout", percentage: percentage, count: 100))
        #expect(simulation.users.count == 100)
        #expect(simulation.includedCount == 18)
        #expect(simulation.excludedCount == 82)
        #expect(simulation.users.prefix(3).map(\.id) == ["user_1", "user_2", "user_3"])
        #expect(simulation.users.prefix(3).map(\.bucket) == [47, 84, 8])
        #expect(simulation.users.allSatisfy { $0.isIncluded == ($0.bucket < 25) })
    }

    @Test func `includes nobody at 0 and everybody at 100`() throws {
        #expect(try RolloutSimulation(seed: "seed", percentage: #require(Percentage(0)), count: 500)?.includedCount == 0)
        #expect(try RolloutSimulation(seed: "seed", percentage: #require(Percentage(100)), count: 500)?.includedCount == 500)
    }

    @Test(arguments: [0, -1, 10_001, .max, .min]) func `refuses other numbers of users`(count: Int) throws {
        #expect(try RolloutSimulation(seed: "seed", percentage: #require(Percentage(50)), count: count) == nil)
    }
}

@Suite struct `Playground` {
    private let rules: FlagValue = [
        ["attribute": "country", "operator": "eq", "value": "US", "result": "dollars"],
        ["attribute": "country", "operator": "in", "value": ["DE", "FR"], "result": ["currency": "EUR"]],
        ["attribute": "user_id", "operator": "percent", "value": 100, "result": 1.0],
    ]

    private func evaluate(_ context: FlagValue) throws -> PlaygroundEvaluation {
        try PlaygroundEvaluation(json: ["rules": rules, "default_value": "none", "context": context], seed: "seed")
    }

    @Test func `the first rule that holds gives the result`() throws {
        let evaluation = try evaluate(["country": "DE", "user_id": "a"])
        #expect(evaluation.result == ["currency": "EUR"])
        #expect(evaluation.matchedRule == 1)
        #expect(evaluation.ruleDescription == "country in [\"DE\", \"FR\"]")
        #expect(evaluation.steps.map(\.rule) == [0, 1])
        #expect(evaluation.steps.map(\.attribute) == ["country", "country"])
        #expect(evaluation.steps.map(\.operator) == ["eq", "in"])
        #expect(evaluation.steps.map(\.isMatched) == [false, true])
    }

    @Test func `without a rule that holds the default value is the result`() throws {
        let evaluation = try evaluate(["country": "JP"])
        #expect(evaluation.result == "none")
        #expect(evaluation.matchedRule == nil)
        #expect(evaluation.ruleDescription == nil)
        #expect(evaluation.steps.map(\.isMatched) == [false, false, false])
    }

    @Test func `offsets count from the time that is given`() throws {
        let json: FlagValue = [
            "rules": [["attribute": "signed_up", "operator": "after", "value": "-7d", "result": "new"]], "default_value": "old",
            "context": ["signed_up": "2026-01-25T00:00:00Z"],
        ]
        for (now, result) in [("2026-01-31T23:59:59Z", "new"), ("2026-02-01T00:00:00Z", "old")] as [(FlagValue, FlagValue)] {
            #expect(try PlaygroundEvaluation(json: json, seed: "seed", now: #require(Instant(now))).result == result)
        }
    }

    @Test func `everything may be absent`() throws {
        let evaluation = try PlaygroundEvaluation(json: [:], seed: "seed")
        #expect(evaluation.result == .null)
        #expect(evaluation.steps.isEmpty)
    }

    @Test func `all faults are reported at once`() {
        let json: FlagValue = [
            "rules": [
                ["attribute": "a", "operator": "like", "value": 1], 7,
                ["attribute": "", "operator": "eq", "value": [], "result": 1, "x": 1],
            ],
            "context": [], "defaultValue": 1,
        ]
        #expect(
            faults { () throws(DefinitionError) in try PlaygroundEvaluation(json: json, seed: "seed") } == [
                "$.defaultValue: unknown_field", "$.rules[0].result: missing_field", "$.rules[0].operator: unknown_operator",
                "$.rules[1]: wrong_type",
                "$.rules[2].x: unknown_field", "$.rules[2].attribute: empty_name", "$.rules[2].value: wrong_type", "$.context: wrong_type",
            ]
        )
    }

    @Test func `there is no segment to ask about`() {
        let json: FlagValue = [
            "rules": [
                ["operator": "in_segment", "value": ["a", "b"], "result": 1], ["operator": "in_segment", "value": [], "result": 1],
            ]
        ]
        let found = faults { () throws(DefinitionError) in try PlaygroundEvaluation(json: json, seed: "seed") }
        #expect(found == ["$.rules[0].value: unknown_segment"])
    }
}
