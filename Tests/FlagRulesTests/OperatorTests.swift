import FlagRules
import Testing

/// Every operator on every type of attribute, and on attributes that are not there.
@Suite struct `Operators` {
    static let attributes: [String: FlagValue] = [
        "text": "beta-tester", "empty": "", "one": 1, "oneFloat": 1.0, "half": 0.5, "yes": true, "no": false, "null": .null,
        "texts": ["alpha", "beta-tester"], "numbers": [1, 2.5], "mixed": [.null, true, "1", ["alpha"]], "none": [],
        "object": ["text": "beta-tester"],
        "digits": "1", "accented": "café", "dotted.name": "x",
    ]

    @Test(
        "eq holds for the same value of the same type",
        arguments: [
            ("text", "beta-tester", true), ("text", "Beta-Tester", false), ("text", "beta", false), ("empty", "", true), ("one", 1, true),
            ("one", 1.0, true), ("oneFloat", 1, true), ("half", 0.5, true), ("one", "1", false), ("digits", 1, false), ("one", true, false),
            ("yes", true, true), ("yes", "true", false), ("yes", 1, false), ("no", false, true), ("no", 0, false), ("texts", "alpha", true),
            ("texts", "gamma", false), ("numbers", 2.5, true), ("numbers", 1, true), ("numbers", "1", false), ("mixed", true, true),
            ("mixed", "1", true), ("mixed", 1, false), ("mixed", "alpha", false), ("none", "alpha", false),
            ("object", "beta-tester", false),
            ("accented", "cafe\u{301}", false), ("dotted.name", "x", true), ("missing", "a", false), ("null", "a", false),
            ("missing", "", false),
        ] as [(String, FlagValue, Bool)]
    )
    func equality(attribute: String, value: FlagValue, expected: Bool) throws {
        #expect(try holds(condition(attribute, "eq", value), Self.attributes) == expected)
        #expect(try holds(condition(attribute, "neq", value), Self.attributes) == !expected, "neq is the exact opposite")
    }

    @Test(
        "contains looks for text in text",
        arguments: [
            ("text", "beta", true), ("text", "a-t", true), ("text", "tester", true), ("text", "Beta", false),
            ("text", "beta-testers", false),
            ("text", "", true), ("empty", "", true), ("empty", "a", false), ("texts", "tester", true), ("texts", "alpha", true),
            ("texts", "gamma", false), ("one", "1", false), ("numbers", "1", false), ("mixed", "1", true), ("yes", "true", false),
            ("none", "", false), ("object", "beta", false), ("accented", "fé", true), ("accented", "e\u{301}", false),
            ("missing", "a", false),
            ("missing", "", false), ("null", "", false),
        ] as [(String, FlagValue, Bool)]
    )
    func containment(attribute: String, value: FlagValue, expected: Bool) throws {
        #expect(try holds(condition(attribute, "contains", value), Self.attributes) == expected)
    }

    @Test(
        "in holds for any value of the list",
        arguments: [
            ("text", ["a", "beta-tester"], true), ("text", ["a", "b"], false), ("text", [], false), ("text", "beta-tester", true),
            ("text", "beta-tester,other", false), ("one", [3, 2, 1], true), ("one", [1.0], true), ("oneFloat", [0, 1], true),
            ("one", ["1", true], false),
            ("yes", [true], true), ("yes", ["true", 1], false), ("texts", ["gamma", "alpha"], true), ("texts", ["gamma"], false),
            ("numbers", [2.5], true), ("mixed", [false, "1"], true), ("none", ["a"], false), ("object", ["a"], false),
            ("missing", ["a"], false),
            ("null", ["a"], false), ("one", 1, true),
        ] as [(String, FlagValue, Bool)]
    )
    func membership(attribute: String, value: FlagValue, expected: Bool) throws {
        #expect(try holds(condition(attribute, "in", value), Self.attributes) == expected)
    }

    @Test(
        "percent takes strings and integers for users, and nothing else",
        arguments: [
            ("text", true), ("one", true), ("empty", false), ("oneFloat", false), ("half", false), ("yes", false), ("texts", false),
            ("numbers", false),
            ("none", false), ("object", false), ("null", false), ("missing", false),
        ]
    )
    func percentage(attribute: String, expected: Bool) throws {
        #expect(try holds(condition(attribute, "percent", 100), Self.attributes) == expected)
        #expect(try !holds(condition(attribute, "percent", 0), Self.attributes))
    }

    @Test("an integer id is its decimal text", arguments: [0, 1, -7, 123_456_789_012, Int64.max, .min])
    func integerIdentifiers(id: Int64) throws {
        let flag = try CompiledFlag(FlagDefinition(key: "flag", rules: [rule(condition("id", "percent", 100), gives: true)], seed: "seed"))
        let bucket = flag.evaluate(in: EvaluationContext(attributes: ["id": .integer(id)])).bucket
        #expect(bucket == Bucketing.bucket(seed: "seed", id: "\(id)"))
    }

    @Test func `percent hashes the attribute that it names`() throws {
        let flag = try CompiledFlag(
            FlagDefinition(key: "flag", rules: [rule(condition("company", "percent", 100), gives: true)], seed: "seed")
        )
        let bucket = flag.evaluate(in: EvaluationContext(attributes: ["user_id": "a", "company": "b"])).bucket
        #expect(bucket == 2696)
    }
}
