import FlagRules
import Testing

@Suite struct `Missing attributes and negation` {
    /// Operators with a value that all of them can be asked about.
    static let operators: [(name: String, value: FlagValue?)] = [
        ("eq", "a"), ("neq", "a"), ("in", ["a"]), ("not_in", ["a"]), ("contains", "a"), ("not_contains", "a"), ("starts_with", "a"),
        ("ends_with", "a"), ("lt", 1), ("lte", 1), ("gt", 1), ("gte", 1), ("exists", nil), ("not_exists", nil), ("percent", 100),
        ("regex", "^a"),
        ("before", "2026-01-31T12:00:00Z"), ("after", "2026-01-31T12:00:00Z"), ("semver_eq", "1.2.3"), ("semver_neq", "1.2.3"),
        ("semver_lt", "1.2.3"), ("semver_lte", "1.2.3"), ("semver_gt", "1.2.3"), ("semver_gte", "1.2.3"), ("semver_tilde", "1.2.3"),
        ("semver_caret", "1.2.3"), ("cidr", "10.0.0.0/8"),
    ]
    static let present: [FlagValue] = [
        "a", "abc", "", 1, 0, 2, 1.0, 0.5, true, false, [], ["a"], ["b", 1], [["a"]], ["x": "a"], "2026-01-31", "2026-02-01", "1.2.2",
        "1.2.3", "1.2.4", ["1.2.2", "1.3.0"], "2.0.0", "10.1.2.3", "11.1.2.3",
    ]

    @Test(arguments: operators)
    func `a missing attribute fulfils no condition, negated or not, but the opposites of equality and existence`(
        name: String,
        value: FlagValue?
    ) throws {
        let holdsIfMissing = ["neq", "not_in", "not_exists"].contains(name)
        for attributes in [[:], ["x": .null], ["y": "a"]] as [[String: FlagValue]] {
            #expect(try holds(condition("x", name, value), attributes) == holdsIfMissing)
            // The opposite of "is there" is "is not there".
            #expect(try holds(condition("x", name, value, isNegated: true), attributes) == (name == "exists"))
        }
    }

    @Test(arguments: operators.filter { $0.name != "percent" }) func `negation is the exact opposite for a value that is there`(
        name: String,
        value: FlagValue?
    ) throws {
        for found in Self.present {
            let plain = try holds(condition("x", name, value), ["x": found])
            #expect(try holds(condition("x", name, value, isNegated: true), ["x": found]) == !plain, "\(found)")
        }
    }

    @Test(arguments: [("eq", "neq"), ("in", "not_in"), ("contains", "not_contains"), ("semver_eq", "semver_neq")])
    func `opposites are exact for a value that is there`(name: String, opposite: String) throws {
        for found in Self.present {
            let (one, other) = (condition("x", name, "1.2.3"), condition("x", opposite, "1.2.3"))
            #expect(try holds(one, ["x": found]) != holds(other, ["x": found]), "\(found)")
        }
    }

    @Test func `no operator is left out`() {
        let names = Set(Self.operators.map(\.name))
        #expect(names == Set(ConditionOperator.allCases.map(\.rawValue)).subtracting(["in_segment"]))
    }

    @Test(arguments: operators) func `of the values here some fulfil each operator, and others do not`(name: String, value: FlagValue?)
        throws
    {
        let results = try Self.present.map { try holds(condition("x", name, value), ["x": $0]) }
        #expect(Set(results) == (value == nil ? [name == "exists"] : [true, false]))
    }

    @Test(arguments: present) func `what is there exists, with or without a value to compare with`(found: FlagValue) throws {
        for value in [nil, true, .null, ["any": "thing"]] as [FlagValue?] {
            #expect(try holds(condition("x", "exists", value), ["x": found]))
            #expect(try !holds(condition("x", "not_exists", value), ["x": found]))
        }
    }

    @Test func `a negated percentage takes the others, and nobody who is not named`() throws {
        for (percent, includes): (FlagValue, Bool) in [(100, false), (0, true), (5.05, true), (5.06, false)] {
            #expect(try holds(condition("x", "percent", percent, isNegated: true), ["x": "a"]) == includes)
        }
        for nobody in ["", 1.0, true, ["a"], ["x": "a"], .null] as [FlagValue] {
            #expect(try !holds(condition("x", "percent", 0, isNegated: true), ["x": nobody]))
            #expect(try !holds(condition("x", "percent", 100), ["x": nobody]))
        }
    }
}
