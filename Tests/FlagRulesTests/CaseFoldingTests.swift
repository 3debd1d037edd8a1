import FlagRules
import Testing

@Suite struct `Case that is ignored` {
    private func isEqual(_ operator: String, _ text: String, _ value: String) throws -> Bool {
        let condition = ConditionDefinition(attribute: "text", operator: `operator`, value: .string(value), ignoresCase: true)
        return try holds(condition, ["text": .string(text)])
    }

    @Test(
        "scalars with the same simple folding are equal to every operator",
        arguments: [
            ("Beta-1", "bETA-1", true), ("beta", "bets", false), ("@[`{", "`{@[", false), ("ÄÖÜ", "äöü", true), ("ЖУК", "жук", true),
            ("ΣΊΣΥΦΟΣ", "σίσυφος", true), ("ſ", "S", true), ("\u{212A}", "k", true), ("\u{2126}", "ω", true), ("ẞ", "ß", true),
            ("ß", "SS", false),
            ("ı", "I", false), ("İ", "i", false), ("ǅ", "ǆ", true), ("ǅ", "Ǆ", true), ("ᏸ", "Ᏸ", true), ("ꭰ", "Ꭰ", true), ("ﬅ", "ﬆ", true),
            ("\u{1FD3}", "\u{390}", true), ("\u{1FE3}", "\u{3B0}", true), ("ᾈ", "ᾀ", true), ("Ⓐ", "ⓐ", true), ("Ⅷ", "ⅷ", true),
            ("𐐀", "𐐨", true),
            ("\u{345}", "ι", true), ("é", "E\u{301}", false), ("中", "中", true),
        ]
    )
    func foldings(left: String, right: String, expected: Bool) throws {
        for name in ["eq", "in", "contains", "starts_with", "ends_with"] {
            #expect(try isEqual(name, left, right) == expected, "\(name)")
            #expect(try isEqual(name, right, left) == expected, "\(name)")
        }
        for name in ["neq", "not_in", "not_contains"] { #expect(try isEqual(name, left, right) == !expected, "\(name)") }
        for (text, pattern) in [(left, right), (right, left)] {
            #expect(try LinearRegex("^\\Q\(pattern)\\E$", ignoresCase: true).matches(text) == expected)
        }
    }

    @Test(arguments: ConditionOperator.allCases)
    func `it is, and is not, for every operator of text: in a list, in an array, and beside values of other types`(
        known: ConditionOperator
    ) throws {
        let operators: [ConditionOperator: (value: FlagValue, isOpposite: Bool)] = [
            .eq: ("BETA", false), .neq: ("BETA", true), .in: (["x", "BETA", 1], false), .notIn: (["x", "BETA", 1], true),
            .contains: (["x", "ET"], false), .notContains: (["x", "ET"], true), .startsWith: (["x", "BE"], false),
            .endsWith: (["x", "TA"], false), .regex: ("^BE[T]A$", false),
        ]
        guard let (value, isOpposite) = operators[known] else {
            let condition: FlagValue = ["attribute": "a", "operator": .string(known.rawValue), "value": 1, "ignore_case": true]
            #expect(faults(inConditions: condition).contains { $0.hasSuffix("ignore_case: case_not_applicable") })
            return
        }
        for (found, isAlike) in [("bEtA", true), (["y", "beta"], true), ("gamma", false), ([], false), (true, false)] as [(FlagValue, Bool)]
        {
            for (ignoresCase, expected) in [(true, isAlike != isOpposite), (false, isOpposite)] {
                let condition = ConditionDefinition(attribute: "text", operator: known.rawValue, value: value, ignoresCase: ignoresCase)
                #expect(try holds(condition, ["text": found]) == expected, "\(found) \(ignoresCase)")
            }
        }
    }
}
