import FlagRules
import TestKit
import Testing

@Suite struct `Explanations` {
    @Test func `agree with evaluations, whatever the flags`() throws {
        var random = RandomFlags(lottery: SplitMix64(seed: 7))
        var reasons: Set<Evaluation.Reason> = []
        for _ in 0..<400 {
            let snapshot = try random.snapshot()
            for _ in 0..<4 {
                let context = random.context()
                for key in snapshot.keys.sorted() {
                    let explanation = try #require(snapshot.explain(key, in: context))
                    let evaluation = try #require(snapshot.evaluate(key, in: context))
                    #expect(explanation.evaluation == evaluation)
                    reasons.insert(evaluation.reason)
                    try expectAgreement(explanation, snapshot, key, context)
                }
            }
        }
        #expect(reasons == Set(Evaluation.Reason.allCases))
    }

    private func expectAgreement(_ explanation: Explanation, _ snapshot: FlagSnapshot, _ key: String, _ context: EvaluationContext) throws {
        let definition = try #require(snapshot[key]?.definition)
        // Rule by rule, each as the only one of the flag, which stops at the first condition that decides.
        for (rule, outcome) in zip(definition.rules, explanation.rules) {
            let alone = try CompiledFlag(FlagDefinition(key: "alone", rules: [rule], seed: definition.seed))
            let evaluation = alone.evaluate(in: context, among: snapshot)
            #expect(outcome.holds == (evaluation.rule == 0))
            #expect(outcome.holds == outcome.conditions.allSatisfy(\.holds))
            for (condition, outcome) in zip(rule.conditions, outcome.conditions) {
                let alone = try CompiledFlag(
                    FlagDefinition(key: "alone", rules: [FlagRulesTests.rule(condition, gives: true)], seed: definition.seed)
                )
                #expect(outcome.holds == (alone.evaluate(in: context, among: snapshot).rule == 0), "\(condition)")
            }
        }
        #expect(explanation.rules.count == definition.rules.count)
        let failed = explanation.prerequisites.first { !$0.isFulfilled }?.flag
        switch explanation.evaluation.reason {
        case .disabled: #expect(!definition.isEnabled)
        case .prerequisiteFailed: #expect(explanation.evaluation.failedPrerequisite == failed && failed != nil)
        case .targetingMatch, .percentageRollout, .default:
            #expect(definition.isEnabled && failed == nil)
            #expect(explanation.evaluation.rule == explanation.rules.firstIndex(where: \.holds))
        }
    }

    private func comparison(_ outcome: ConditionOutcome?) throws -> ComparisonOutcome {
        guard case .comparison(let outcome) = try #require(outcome) else { throw NoComparison() }
        return outcome
    }

    private struct NoComparison: Error {}

    @Test func `show every condition, with what was found`() throws {
        let flag = FlagDefinition(
            key: "flag",
            isEnabled: false,
            rules: [
                rule(gives: true),
                rule(
                    condition("country", "in", ["US"]),
                    condition("plan", "neq", "free", isNegated: true),
                    condition("user_id", "percent", "12.5"),
                    condition("company", "percent", 100),
                    gives: true
                ),
            ],
            seed: "seed"
        )
        let context = EvaluationContext(attributes: ["country": "DE", "plan": .null, "user_id": "a", "company": ""])
        let explanation = try #require(FlagSnapshot([CompiledFlag(flag)]).explain("flag", in: context))
        #expect(explanation.evaluation.reason == .disabled)
        #expect(explanation.rules.map(\.holds) == [true, false])
        let outcomes = try explanation.rules[1].conditions.map(comparison)
        #expect(outcomes.map { .comparison($0.definition) } == flag.rules[1].conditions)
        #expect(outcomes.map(\.found) == ["DE", nil, "a", ""])
        #expect(outcomes.map(\.holds) == [false, false, true, false])
        #expect(outcomes.map(\.bucket) == [nil, nil, 505, nil])
        #expect(outcomes.map(\.threshold) == [nil, nil, 1250, 10_000])
    }

    @Test func `show groups with their members, and segments`() throws {
        let members = group(.any, condition("x", "eq", 1), condition("x", "eq", 2), isNegated: true)
        let segments = condition("", "in_segment", ["s", "unknown"], isNegated: true)
        let snapshot = FlagSnapshot(
            [try CompiledFlag(FlagDefinition(key: "flag", rules: [rule(members, segments, gives: true)], seed: "seed"))],
            segments: [try CompiledSegment(segment("s", condition("x", "eq", 1), condition("y", "not_exists")))]
        )
        let explanation = try #require(snapshot.explain("flag", in: EvaluationContext(attributes: ["x": 1])))
        guard case .group(let group) = explanation.rules[0].conditions[0], case .segments(let outcome) = explanation.rules[0].conditions[1]
        else {
            Issue.record("\(explanation)")
            return
        }
        #expect(group.kind == .any && group.isNegated && !group.holds)
        #expect(group.members.map(\.holds) == [true, false])
        #expect(outcome.definition.value == ["s", "unknown"] && !outcome.holds)
        #expect(outcome.segments.map(\.key) == ["s", "unknown"])
        #expect(outcome.segments.map(\.holds) == [true, false])
        let segment = snapshot.explain(segment: "s", in: EvaluationContext(attributes: ["x": 1]))
        #expect(segment?.holds == true)
        #expect(segment?.conditions.map(\.holds) == [true, true])
        #expect(snapshot.explain(segment: "unknown", in: EvaluationContext()) == nil)
    }

    @Test func `show all prerequisites and what they gave`() throws {
        let child = FlagDefinition(
            key: "child",
            prerequisites: [
                PrerequisiteDefinition(flag: "no"), PrerequisiteDefinition(flag: "yes", value: "true"),
                PrerequisiteDefinition(flag: "unknown"),
            ],
            seed: "seed"
        )
        let flags = [
            FlagDefinition(key: "no", defaultValue: false, seed: "seed"), FlagDefinition(key: "yes", defaultValue: true, seed: "seed"),
            child,
        ]
        let explanation = try #require(FlagSnapshot(flags.map { try CompiledFlag($0) }).explain("child", in: EvaluationContext()))
        #expect(explanation.prerequisites.map(\.flag) == ["no", "yes", "unknown"])
        #expect(explanation.prerequisites.map(\.wanted) == [true, "true", true])
        #expect(explanation.prerequisites.map { $0.evaluation?.value } == [false, true, nil])
        #expect(explanation.prerequisites.map(\.isFulfilled) == [false, true, false])
        #expect(explanation.evaluation.failedPrerequisite == "no")
    }

    @Test func `of a flag that is not there there is none`() throws {
        let snapshot = FlagSnapshot([try CompiledFlag(FlagDefinition(key: "a", seed: "seed"))])
        #expect(snapshot.explain("b", in: EvaluationContext()) == nil)
    }
}
