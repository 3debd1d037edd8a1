import FlagRules
import Testing

@Suite struct `Raising of percentages` {
    private static let steps = 0...Bucketing.bucketCount

    /// Whom a flag of this rule includes, by place.
    private func included(_ conditions: [ConditionDefinition], _ contexts: [EvaluationContext]) throws -> Set<Int> {
        let flag = try CompiledFlag(FlagDefinition(key: "flag", rules: [RuleDefinition(conditions: conditions, value: true)], seed: "seed"))
        return Set(contexts.indices.filter { flag.evaluate(in: contexts[$0]).value == true })
    }

    private func percent(hundredths: Int) -> ConditionDefinition {
        condition("user_id", "percent", .float(Double(hundredths) / 100))
    }

    @Test func `each of all steps of 0.01 adds the users of one bucket and removes nobody`() throws {
        // Buckets at both ends and between; some have several users.
        let ids = Users.integers.ids(20_000).filter { id in
            let bucket = Bucketing.bucket(seed: "seed", id: id)
            return bucket < 3 || bucket > 9_996 || bucket.isMultiple(of: 500)
        }
        let contexts = ids.map { EvaluationContext(attributes: ["user_id": .string($0)]) }
        var before = Set<Int>()
        var faulty: [Int] = []
        for hundredths in Self.steps {
            let now = try included([percent(hundredths: hundredths)], contexts)
            let added = now.subtracting(before).map { Bucketing.bucket(seed: "seed", id: ids[$0]) }
            if !now.isSuperset(of: before) || !added.allSatisfy({ $0 == hundredths - 1 }) { faulty.append(hundredths) }
            before = now
        }
        #expect(faulty.isEmpty)
        #expect(before.count == ids.count)
    }

    @Test func `in groups, beside other conditions and below other percentages it removes nobody`() throws {
        let contexts = Users.emails.ids(1_000).enumerated().map { number, id in
            EvaluationContext(attributes: ["user_id": .string(id), "country": number.isMultiple(of: 3) ? "US" : "DE"])
        }
        let american = condition("country", "eq", "US")
        let others = condition("user_id", "percent", 20)
        for shape in [
            { [american, $0] }, { [.group(GroupDefinition(.any, [american, $0]))] },
            { [.group(GroupDefinition(.any, [others, .group(GroupDefinition(.all, [$0, american]))]))] },
            { [.group(GroupDefinition(.none, [.group(GroupDefinition(.none, [$0]))]))] },
        ] as [(ConditionDefinition) -> [ConditionDefinition]] {
            var before = Set<Int>()
            for hundredths in stride(from: 0, through: 10_000, by: 250) {
                let now = try included(shape(percent(hundredths: hundredths)), contexts)
                #expect(now.isSuperset(of: before), "at \(hundredths)")
                before = now
            }
            #expect(before.count >= contexts.count / 3)
        }
    }

    @Test(arguments: Users.allCases) func `percentages include their share`(users: Users) {
        let count = 20_000.0
        for seed in randomSeeds(3) + ["new-checkout"] {
            let buckets = users.ids(Int(count)).map { Bucketing.bucket(seed: seed, id: $0) }
            for percent in [0, 1, 5, 10, 25, 50, 75, 90, 99, 100] {
                let share = Double(buckets.count { $0 < percent * 100 }) / count
                let wanted = Double(percent) / 100
                // Four and a half standard errors.
                #expect(abs(share - wanted) <= 4.5 * (wanted * (1 - wanted) / count).squareRoot(), "\(percent) % with \(seed): \(share)")
            }
        }
    }
}
