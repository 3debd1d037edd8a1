import FlagRules
import Testing

@Suite struct `Edits of flags` {
    private static let rollout = rule(condition("user_id", "percent", 37.5), gives: true)
    private static let targeted = rule(condition("country", "eq", "US"), gives: true)
    private static let base = FlagDefinition(key: "flag", rules: [rollout], seed: "3kPzV0aQm8YtX5rWc1LdHs")
    private static let contexts = Users.allCases.flatMap { $0.ids(200) }.map { id in
        EvaluationContext(attributes: ["user_id": .string(id), "country": "DE"])
    }

    /// The bucket of everybody whom the flag includes.
    private func buckets(_ definition: FlagDefinition, segments: [CompiledSegment] = []) throws -> [Int?] {
        let snapshot = FlagSnapshot([try CompiledFlag(definition)], segments: segments)
        return Self.contexts.map { snapshot.evaluate(definition.key, in: $0)?.bucket }
    }

    private func edited(_ edit: (inout FlagDefinition) -> Void) throws -> [Int?] {
        var copy = Self.base
        edit(&copy)
        return try buckets(copy)
    }

    @Test func `include some users and leave out others, or what follows says nothing`() throws {
        #expect((180...270).contains(try buckets(Self.base).count { $0 != nil }))
        #expect(try buckets(Self.base) != edited { $0.seed = "another" })
    }

    @Test func `a new key, a new name and a clone with the seed move nobody`() throws {
        let before = try buckets(Self.base)
        #expect(try edited { $0.key = "renamed" } == before)
        #expect(try edited { $0.name = "Another name" } == before)
        #expect(try edited { (flag: inout FlagDefinition) in (flag.key, flag.name) = ("clone", "Clone") } == before)
    }

    @Test func `rules before and behind, their order and their edits move nobody`() throws {
        let before = try buckets(Self.base)
        #expect(try edited { $0.rules = [Self.targeted, Self.rollout] } == before)
        #expect(try edited { $0.rules = [Self.rollout, Self.targeted] } == before)
        #expect(try edited { $0.rules = [rule(condition("user_id", "percent", 0), gives: true), Self.rollout] } == before)
        #expect(try edited { $0.rules = [rule(condition("country", "in", ["US", "CA"]), gives: false), Self.rollout] } == before)
        #expect(try edited { $0.rules = [Self.rollout, Self.rollout] } == before)
    }

    @Test func `groups and conditions around a percentage move nobody`() throws {
        let before = try buckets(Self.base)
        let percent = condition("user_id", "percent", 37.5)
        let american = condition("country", "eq", "US")
        for conditions: [ConditionDefinition] in [
            [.group(GroupDefinition(.all, [percent]))], [.group(GroupDefinition(.any, [american, percent]))],
            [condition("country", "eq", "DE"), percent], [.group(GroupDefinition(.none, [american])), percent],
            [.group(GroupDefinition(.any, [.group(GroupDefinition(.all, [american])), .group(GroupDefinition(.all, [percent]))]))],
        ] {
            #expect(try edited { $0.rules = [RuleDefinition(conditions: conditions, value: true)] } == before, "\(conditions)")
        }
    }

    @Test func `values, variants and segments move nobody`() throws {
        let before = try buckets(Self.base)
        #expect(try edited { $0.variants = ["an": true, "aus": false] } == before)
        #expect(try edited { (flag: inout FlagDefinition) in (flag.defaultValue, flag.offValue) = (false, true) } == before)
        var segmented = Self.base
        segmented.rules[0].conditions.append(condition("", "in_segment", "germans"))
        let germans = try CompiledSegment(SegmentDefinition(key: "germans", conditions: [condition("country", "eq", "DE")]))
        #expect(try buckets(segmented, segments: [germans]) == before)
    }

    @Test func `a change of another flag changes no answer`() throws {
        let flag = try CompiledFlag(Self.base)
        let other = try CompiledFlag(FlagDefinition(key: "other", rules: [Self.targeted], seed: "other"))
        let alone = FlagSnapshot([flag])
        for snapshot in [alone.setting(other), alone.setting(other).removing("other")] {
            let changed = Self.contexts.filter { snapshot.evaluate("flag", in: $0) != alone.evaluate("flag", in: $0) }
            #expect(changed.isEmpty)
        }
    }

    @Test func `an id is the same user as text and as a number`() throws {
        let flag = try CompiledFlag(
            FlagDefinition(key: "flag", rules: [rule(condition("user_id", "percent", 100), gives: true)], seed: "seed")
        )
        for id: Int64 in [0, 1, -1, 42, .min, .max, 9_007_199_254_740_993] {
            let number = flag.evaluate(in: EvaluationContext(attributes: ["user_id": .integer(id)]))
            #expect(number.bucket == Bucketing.bucket(seed: "seed", id: id.description))
            #expect(number == flag.evaluate(in: EvaluationContext(attributes: ["user_id": .string(id.description)])))
        }
    }
}
