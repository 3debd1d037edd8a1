import FlagRules
import Testing

/// With the seed "seed", the user "a" has the bucket 505 and "b" has 2696.
@Suite struct `Reasons` {
    private let us = condition("country", "eq", "US")
    private let half = condition("user_id", "percent", 50)
    private let nobody = condition("user_id", "percent", 0)

    private func evaluate(_ conditions: ConditionDefinition..., context: [String: FlagValue]) throws -> Evaluation {
        let rules = [RuleDefinition(conditions: conditions, value: true)]
        return try CompiledFlag(FlagDefinition(key: "flag", rules: rules, seed: "seed")).evaluate(
            in: EvaluationContext(attributes: context)
        )
    }

    @Test func `are a percentage only if one decided that the rule holds`() throws {
        let all = group(.all, half, us)
        let mixed: [(ConditionDefinition, Bool)] = [
            (group(.all, us, half), true), (group(.any, us, half), false), (group(.any, half, us), true), (group(.any, nobody, us), false),
            (group(.any, nobody, half), true), (group(.none, nobody), true), (group(.none, nobody, condition("country", "eq", "DE")), true),
            (group(.none, condition("country", "eq", "DE")), false), (group(.all, nobody, isNegated: true), true),
            (group(.any, nobody, isNegated: true), true), (group(.none, group(.all, half, condition("country", "eq", "DE"))), false),
            (group(.none, group(.all, condition("country", "eq", "DE"), half)), false), (group(.none, group(.all, us, nobody)), true),
            (group(.all, all, us), true), (group(.none, all, isNegated: true), true),
            (group(.none, group(.none, half, us), us, isNegated: true), false), (condition("user_id", "percent", 0, isNegated: true), true),
        ]
        for (condition, isPercentage) in mixed {
            let evaluation = try evaluate(condition, context: ["user_id": "a", "country": "US"])
            #expect(evaluation.rule == 0, "\(condition)")
            #expect(evaluation.reason == (isPercentage ? .percentageRollout : .targetingMatch), "\(condition)")
            #expect(evaluation.bucket == (isPercentage ? 505 : nil), "\(condition)")
        }
    }

    @Test func `show the bucket of the first percentage`() throws {
        let company = condition("company", "percent", 50)
        let context: [String: FlagValue] = ["user_id": "a", "company": "b"]
        #expect(try evaluate(half, company, context: context).bucket == 505)
        #expect(try evaluate(company, half, context: context).bucket == 2696)
        #expect(try evaluate(group(.any, nobody, company), half, context: context).bucket == 2696)
    }

    @Test func `name the attribute that bucketing lacks`() throws {
        for context in [[:], ["user_id": ""], ["user_id": 1.5], ["user_id": .null], ["user_id": ["a"]]] as [[String: FlagValue]] {
            let evaluation = try evaluate(half, context: context)
            #expect(evaluation.missingBucketingAttribute == "user_id")
            #expect(evaluation.reason == .default)
        }
        #expect(try evaluate(half, context: ["user_id": "a"]).missingBucketingAttribute == nil)
        #expect(try evaluate(us, half, context: [:]).missingBucketingAttribute == nil)
        #expect(try evaluate(group(.any, condition("company", "percent", 1), half), context: [:]).missingBucketingAttribute == "company")
    }

    @Test func `stay the same for everybody when a flag is renamed, or other rules change`() throws {
        let flag = FlagDefinition(key: "flag", rules: [rule(us, gives: true), rule(half, gives: true)], seed: "seed")
        var changed = flag
        changed.key = "other"
        changed.rules = [rule(half, gives: true), rule(condition("plan", "eq", "pro"), nobody, gives: false), rule(us, gives: true)]
        for number in 0..<500 {
            let context = EvaluationContext(attributes: ["user_id": .integer(Int64(number))])
            let evaluations = try [flag, changed].map { try CompiledFlag($0).evaluate(in: context) }
            #expect(evaluations[0].bucket == evaluations[1].bucket)
            #expect(evaluations[0].value == evaluations[1].value)
        }
    }
}
