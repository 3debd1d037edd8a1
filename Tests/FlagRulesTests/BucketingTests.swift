import FlagRules
import Testing

@Suite struct `Bucketing of users` {
    @Test(
        "buckets as GrowthBook's hash version 2 does",
        arguments: [
            ("seed", "a", 505), ("seed", "b", 2696), ("foo", "ab", 2575), ("foo", "def", 2019),
            ("89123klj", "8952klfjas09ujkasdf", 1240), ("90850943850283058242805", "123", 7516),
        ]
    )
    func goldenVectors(seed: String, id: String, bucket: Int) {
        #expect(Bucketing.bucket(seed: seed, id: id) == bucket)
    }

    @Test(
        "hashes UTF-16 code units, not bytes and not normalised text",
        arguments: [("seed", "😀", 4346), ("seed", "é", 8663), ("seed", "e\u{301}", 3310), ("sëed", "user_1", 355), ("seed", "", 4286)]
    )
    func beyondASCII(seed: String, id: String, bucket: Int) {
        #expect(Bucketing.bucket(seed: seed, id: id) == bucket)
    }

    @Test func `fills all hundred percents evenly`() {
        var counts = [Int](repeating: 0, count: 100)
        for id in 0..<100_000 { counts[Bucketing.wholePercent(ofBucket: Bucketing.bucket(seed: "even", id: "user-\(id)"))] += 1 }
        #expect(counts.allSatisfy { (850...1150).contains($0) }, "\(counts)")
    }

    @Test func `two seeds put a user in independent buckets`() {
        let ids = (0..<20_000).map { "user-\($0)" }
        let first = ids.filter { Bucketing.bucket(seed: "4f0c1e", id: $0) < 1000 }
        let both = first.filter { Bucketing.bucket(seed: "9ab27d", id: $0) < 1000 }
        #expect((0.08...0.12).contains(Double(both.count) / Double(first.count)))
    }

    @Test func `raising a percentage removes nobody`() throws {
        let contexts = (0..<10_000).map { EvaluationContext(attributes: ["user_id": .string("user-\($0)")]) }
        var included = Set<Int>()
        for percent: FlagValue in [0, 0.01, 1, 5, 12.5, "25", 50, 75, 99.99, 100] {
            let definition = FlagDefinition(key: "flag", rules: [rule(condition("user_id", "percent", percent), gives: true)], seed: "seed")
            let flag = try CompiledFlag(definition)
            let now = Set(contexts.indices.filter { flag.evaluate(in: contexts[$0]).value == true })
            #expect(now.isSuperset(of: included), "at \(percent)")
            included = now
        }
        #expect(included.count == contexts.count)
    }

    @Test func `a percentage includes its share`() throws {
        let percentage = try #require(Percentage(25))
        let included = (0..<10_000).count { percentage.includes(bucket: Bucketing.bucket(seed: "share", id: "user-\($0)")) }
        #expect((2350...2650).contains(included))
    }

    @Test func `a rename, other rules and a new order move nobody`() throws {
        let rollout = rule(condition("user_id", "percent", 30), gives: true)
        let other = rule(condition("country", "eq", "US"), gives: false)
        let before = try CompiledFlag(FlagDefinition(key: "before", rules: [rollout, other], seed: "kept"))
        let after = try CompiledFlag(FlagDefinition(key: "after", name: "New", rules: [other, rollout], defaultValue: false, seed: "kept"))
        for id in 0..<1000 {
            let context = EvaluationContext(attributes: ["user_id": .string("user-\(id)")])
            #expect(before.evaluate(in: context).bucket == after.evaluate(in: context).bucket)
        }
    }
}
