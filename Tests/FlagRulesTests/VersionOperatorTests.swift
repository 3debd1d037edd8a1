import FlagRules
import Testing

@Suite struct `Operators on versions` {
    static let versions = ["1.2.3-beta", "1.2.3", "1.2.4", "1.3.0", "2.0.0"]

    @Test(
        "an operator holds for the versions on its side, and its negation for the others",
        arguments: [
            ("semver_eq", "1.2.4", ["1.2.4"]), ("semver_neq", "1.2.4", ["1.2.3-beta", "1.2.3", "1.3.0", "2.0.0"]),
            ("semver_lt", "1.2.4", ["1.2.3-beta", "1.2.3"]), ("semver_lte", "1.2.4", ["1.2.3-beta", "1.2.3", "1.2.4"]),
            ("semver_gt", "1.2.4", ["1.3.0", "2.0.0"]), ("semver_gte", "1.2.4", ["1.2.4", "1.3.0", "2.0.0"]),
            ("semver_tilde", "1.2.3", ["1.2.3", "1.2.4"]), ("semver_tilde", "1.2.3-a", ["1.2.3-beta", "1.2.3", "1.2.4"]),
            ("semver_caret", "1.2", ["1.2.3", "1.2.4", "1.3.0"]),
        ] as [(String, FlagValue, [String])]
    )
    func sides(operator: String, value: FlagValue, expected: [String]) throws {
        let opposite = ConditionDefinition(attribute: "version", operator: `operator`, value: value, isNegated: true)
        for version in Self.versions {
            let attributes: [String: FlagValue] = ["version": .string(version)]
            #expect(try holds(condition("version", `operator`, value), attributes) == expected.contains(version), "\(version)")
            #expect(try holds(opposite, attributes) != expected.contains(version), "\(version)")
        }
    }

    static let operators = [
        ("semver_eq", false), ("semver_neq", true), ("semver_lt", false), ("semver_lte", false), ("semver_gt", false),
        ("semver_gte", false),
        ("semver_tilde", false), ("semver_caret", false),
    ]

    @Test("what is no version is on no side", arguments: operators)
    func others(operator: String, isOpposite: Bool) throws {
        let negated = ConditionDefinition(attribute: "version", operator: `operator`, value: "1.2.3", isNegated: true)
        for value: FlagValue in ["v1.2.3", "1.2", "", 1, 1.2, true, [], ["1.2", 3], ["version": "1.2.3"]] {
            #expect(try holds(condition("version", `operator`, "1.2.3"), ["version": value]) == isOpposite, "\(value)")
            #expect(try holds(negated, ["version": value]) != isOpposite, "\(value)")
        }
    }

    @Test("a missing version fulfils nothing, negated or not", arguments: operators)
    func missing(operator: String, isOpposite: Bool) throws {
        for isNegated in [false, true] {
            let condition = ConditionDefinition(attribute: "version", operator: `operator`, value: "1.2.3", isNegated: isNegated)
            #expect(try !holds(condition, [:]))
            #expect(try !holds(condition, ["version": .null]))
        }
    }

    @Test func `one version of an array is enough, and to its opposite one too many`() throws {
        let attributes: [String: FlagValue] = ["versions": ["none", 7, "1.2.3", "2.0.0"]]
        #expect(try holds(condition("versions", "semver_gt", "1.9.0"), attributes))
        #expect(try holds(condition("versions", "semver_lt", "1.9.0"), attributes))
        #expect(try !holds(condition("versions", "semver_gt", "2.0.0"), attributes))
        #expect(try !holds(condition("versions", "semver_neq", "1.2.3"), attributes))
        #expect(try holds(condition("versions", "semver_caret", "1"), attributes))
    }

    @Test(
        "a value that is no version is a fault",
        arguments: [
            ("semver_eq", "1.2"), ("semver_lt", "v1.2.3"), ("semver_gte", ""), ("semver_neq", 1.2), ("semver_gt", ["1.2.3"]),
            ("semver_tilde", "~1.2.3"), ("semver_caret", "^1"), ("semver_caret", 1), ("semver_tilde", .null),
        ] as [(String, FlagValue)]
    )
    func faulty(operator: String, value: FlagValue) {
        let found = faults { () throws(DefinitionError) in
            try CompiledFlag(FlagDefinition(key: "flag", rules: [rule(condition("version", `operator`, value), gives: true)], seed: "seed"))
        }
        #expect(found == ["$.rules[0].conditions[0].value: invalid_value"])
    }
}
