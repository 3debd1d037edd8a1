import FlagRules
import Testing

@Suite struct `Operators on networks` {
    @Test(
        "cidr holds for an address in one of the networks",
        arguments: [
            ("10.0.0.0/8", "10.1.2.3", true), ("10.0.0.0/8", "11.1.2.3", false), ("10.0.0.0/8", "::ffff:10.1.2.3", true),
            (["10.0.0.0/8", "2001:db8::/32", "192.0.2.7"], "192.0.2.7", true), (["10.0.0.0/8", "2001:db8::/32"], "2001:db8::1", true),
            (["10.0.0.0/8", "2001:db8::/32"], "192.0.2.7", false), ([], "10.1.2.3", false), ("10.0.0.0/8", ["::1", 7, "10.1.2.3"], true),
            ("10.0.0.0/8", ["::1", "11.1.2.3"], false), ("10.0.0.0/8", "10.1.2.3/32", false), ("10.0.0.0/8", "host", false),
            ("10.0.0.0/8", 167_772_160, false), ("10.0.0.0/8", ["ip": "10.1.2.3"], false), ("10.0.0.0/8", [["10.1.2.3"]], false),
        ] as [(FlagValue, FlagValue, Bool)]
    )
    func networks(value: FlagValue, attribute: FlagValue, expected: Bool) throws {
        #expect(try holds(condition("ip", "cidr", value), ["ip": attribute]) == expected)
        let negated = ConditionDefinition(attribute: "ip", operator: "cidr", value: value, isNegated: true)
        #expect(try holds(negated, ["ip": attribute]) != expected)
    }

    @Test(arguments: [false, true]) func `a missing address is in no network and outside of none`(isNegated: Bool) throws {
        let condition = ConditionDefinition(attribute: "ip", operator: "cidr", value: "10.0.0.0/8", isNegated: isNegated)
        #expect(try !holds(condition, [:]))
        #expect(try !holds(condition, ["ip": .null]))
    }

    @Test func `each value that is no network is a fault at its place`() throws {
        let rules = [
            rule(condition("ip", "cidr", ["10.0.0.0/8", "10.0.0.5/8", "host", 7]), condition("ip", "cidr", "::/129"), gives: true)
        ]
        let error = try #require(throws: DefinitionError.self) { try CompiledFlag(FlagDefinition(key: "flag", rules: rules, seed: "seed")) }
        #expect(
            error.faults.map { "\($0.path): \($0.code): \($0.message)" } == [
                "$.rules[0].conditions[0].value[1]: invalid_value: Expected a network like 10.0.0.0/8 or 2001:db8::/32, or an address: "
                    + "bits behind the first 8 are set; did you mean 10.0.0.0/8 or 10.0.0.5.",
                "$.rules[0].conditions[0].value[2]: invalid_value: Expected a network like 10.0.0.0/8 or 2001:db8::/32, or an address.",
                "$.rules[0].conditions[0].value[3]: invalid_value: Expected a network like 10.0.0.0/8 or 2001:db8::/32, or an address.",
                "$.rules[0].conditions[1].value: invalid_value: Expected a network like 10.0.0.0/8 or 2001:db8::/32, or an address.",
            ]
        )
    }
}
