import FlagRules
import Testing

@Suite struct `Operators on times` {
    private func holds(_ condition: ConditionDefinition, _ value: FlagValue?, now: Int64 = 0) throws -> Bool {
        let flag = try CompiledFlag(FlagDefinition(key: "flag", rules: [rule(condition, gives: true)], seed: "seed"))
        let context = EvaluationContext(attributes: value.map { ["time": $0] } ?? [:], now: Instant(seconds: now))
        return flag.evaluate(in: context).rule == 0
    }

    @Test(
        "before and after hold for times on their side, whatever the notation",
        arguments: [
            ("2026-01-31T12:00:00Z", "2026-01-31T11:59:59.999999999Z", true, false),
            ("2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z", false, false),
            ("2026-01-31T12:00:00Z", "2026-01-31T13:00:00+01:00", false, false),
            ("2026-01-31T12:00:00Z", "2026-01-31T12:00:00.000000001Z", false, true),
            ("2026-01-31", 1_769_817_599, true, false), ("2026-01-31", 1_769_817_600_001, false, true),
            (1_769_817_600, "2026-01-31", false, false),
            (1_769_817_600, 1_769_817_600_000, false, false), ("2026-01-31", ["2026-01-30", "2026-02-01"], true, true),
            ("2026-01-31", "no time", false, false), ("2026-01-31", "1769817599", false, false), ("2026-01-31", true, false, false),
            ("2026-01-31", [], false, false), ("2026-01-31", ["at": 0], false, false), ("2026-01-31", "-7d", false, false),
        ] as [(FlagValue, FlagValue, Bool, Bool)]
    )
    func sides(value: FlagValue, attribute: FlagValue, isBefore: Bool, isAfter: Bool) throws {
        for (name, expected) in [("before", isBefore), ("after", isAfter)] {
            #expect(try holds(condition("time", name, value), attribute) == expected, "\(name)")
            let negated = ConditionDefinition(attribute: "time", operator: name, value: value, isNegated: true)
            #expect(try holds(negated, attribute) != expected, "not \(name)")
        }
    }

    @Test(
        "an offset counts from the time of the evaluation",
        arguments: [("-7d", -604_800), ("+2h", 7200), ("-0s", 0), ("+100w", 60_480_000)] as [(FlagValue, Int64)]
    )
    func offsets(value: FlagValue, offset: Int64) throws {
        for now: Int64 in [0, 1_769_817_600] {
            let moment = now + offset
            for (seconds, isBefore, isAfter) in [(moment - 1, true, false), (moment, false, false), (moment + 1, false, true)] {
                #expect(try holds(condition("time", "before", value), .integer(seconds), now: now) == isBefore)
                #expect(try holds(condition("time", "after", value), .integer(seconds), now: now) == isAfter)
            }
        }
    }

    @Test(arguments: ["before", "after"], [false, true]) func `a missing time is on no side`(name: String, isNegated: Bool) throws {
        let condition = ConditionDefinition(attribute: "time", operator: name, value: "2026-01-31", isNegated: isNegated)
        #expect(try !holds(condition, nil))
        #expect(try !holds(condition, .null))
    }

    @Test(
        "a value that is no time is a fault",
        arguments: [
            "7d", "-7y", "+36526d", "1767225600", "2026-02-30", "tomorrow", 1_767_225_600_000_000, 1e300, true, .null, ["2026-01-31"],
        ] as [FlagValue]
    )
    func faulty(value: FlagValue) {
        for name in ["before", "after"] {
            let found = faults { () throws(DefinitionError) in
                try CompiledFlag(FlagDefinition(key: "flag", rules: [rule(condition("time", name, value), gives: true)], seed: "seed"))
            }
            #expect(found == ["$.rules[0].conditions[0].value: invalid_value"])
        }
    }
}
