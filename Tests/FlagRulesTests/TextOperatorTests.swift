import FlagRules
import Testing

@Suite struct `Text operators` {
    @Test(
        "texts are compared at their start and end, scalar by scalar",
        arguments: [
            ("starts_with", "beta-", "beta-tester", true), ("starts_with", "tester", "beta-tester", false), ("starts_with", "", "", true),
            ("starts_with", "longer", "long", false), ("starts_with", "Beta", "beta-tester", false),
            ("starts_with", "e", "e\u{301}a", true),
            ("starts_with", "é", "e\u{301}a", false), ("starts_with", ["x", "be"], "beta", true),
            ("starts_with", ["x", "y"], "beta", false),
            ("starts_with", [], "beta", false), ("starts_with", "1", 1, false), ("starts_with", "a", ["b", "ab"], true),
            ("starts_with", "a", [["ab"]], false), ("ends_with", "@example.com", "a@example.com", true),
            ("ends_with", "@example.com", "a@example.com.evil", false), ("ends_with", "", "a", true), ("ends_with", "aab", "ab", false),
            ("ends_with", "\u{301}", "e\u{301}", true), ("ends_with", ["x", "z"], "xyz", true), ("ends_with", "b", ["ba", 1], false),
            ("contains", ["x", "y"], "ay", true), ("contains", ["x", "y"], "a", false), ("contains", [], "a", false),
            ("not_contains", ["x", "y"], "ay", false), ("not_contains", ["x", "y"], "a", true), ("not_contains", "1", 1, true),
            ("not_contains", "a", ["b", "a"], false),
        ] as [(String, FlagValue, FlagValue, Bool)]
    )
    func places(name: String, value: FlagValue, found: FlagValue, expected: Bool) throws {
        #expect(try holds(condition("x", name, value), ["x": found]) == expected)
    }

    @Test(
        "not_in holds if no element is in the list",
        arguments: [
            (["a", "b"], "c", true), (["a", "b"], "a", false), ([], "a", true), ("a", "a", false), ([1], "1", true), ([1], 1.0, false),
            ([true], 1, true), (["a"], ["b", "a"], false), (["a"], ["b"], true), (["a"], [["a"]], true), (["é"], "e\u{301}", true),
        ] as [(FlagValue, FlagValue, Bool)]
    )
    func absence(value: FlagValue, found: FlagValue, expected: Bool) throws {
        #expect(try holds(condition("x", "not_in", value), ["x": found]) == expected)
        #expect(try holds(condition("x", "in", value), ["x": found]) != expected)
    }

    @Test func `long lists are searched as short ones are`() throws {
        for count in [8, 9, 1000] {
            let values = FlagValue.array((0..<count).map { .string("v\($0)") })
            #expect(try holds(condition("x", "in", values), ["x": .string("v\(count - 1)")]))
            #expect(try !holds(condition("x", "in", values), ["x": .string("v\(count)")]))
            #expect(try holds(condition("x", "in", .array((0..<count).map { .integer(Int64($0)) })), ["x": .float(Double(count - 1))]))
        }
    }

    @Test func `spellings of one name are the same, among few attributes and among many`() throws {
        let many = Dictionary(uniqueKeysWithValues: (0..<20).map { ("a\($0)", FlagValue.integer($0)) })
        for others in [[:], many] {
            for (name, spelling) in [("é", "e\u{301}"), ("e\u{301}", "é"), ("a\u{323}\u{307}", "a\u{307}\u{323}")] {
                #expect(try holds(condition(name, "eq", "x"), [spelling: "x"].merging(others) { $1 }))
                #expect(try !holds(condition(name, "exists"), ["e": "x"].merging(others) { $1 }))
            }
        }
    }

    @Test func `attributes are found among few and among many`() throws {
        for count in [1, 12, 13, 100] {
            let attributes = Dictionary(uniqueKeysWithValues: (0..<count).map { ("a\($0)", FlagValue.integer(Int64($0))) })
            for index in 0..<count { #expect(try holds(condition("a\(index)", "eq", .integer(Int64(index))), attributes)) }
            #expect(try !holds(condition("a\(count)", "exists"), attributes))
            #expect(EvaluationContext(attributes: attributes) == EvaluationContext(attributes: attributes.filter { _ in true }))
        }
    }
}
