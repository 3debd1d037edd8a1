import FlagRules
import Testing

@Suite struct `Flag values` {
    @Test(
        "keep whole numbers and floats apart",
        arguments: [
            ("10", "integer(10)"), ("10.0", "float(10.0)"), ("1e2", "float(100.0)"), ("-0", "integer(0)"), ("-0.0", "float(-0.0)"),
            ("9007199254740991", "integer(9007199254740991)"), ("9223372036854775807", "integer(9223372036854775807)"),
            ("9223372036854775808", "float(9.223372036854776e+18)"), ("0.1", "float(0.1)"), ("1E-7", "float(1e-07)"),
            ("2e+3", "float(2000.0)"),
            ("1e-400", "float(0.0)"),
        ]
    )
    func numbers(text: String, value: String) throws {
        #expect("\(try #require(FlagValue(jsonNumber: text)))" == value)
    }

    @Test(
        "are no numbers for text that JSON does not take for one",
        arguments: [
            "", "-", "+1", "01", "1.", ".5", "1e", "1e+", "1 ", " 1", "0x10", "nan", "inf", "Infinity", "1e400", "--1", "1.2.3", "1_000",
            "١",
        ]
    )
    func notNumbers(text: String) {
        #expect(FlagValue(jsonNumber: text) == nil)
    }

    @Test(
        "are equal without coercion",
        arguments: [
            (1, 1, true), (10, 10.0, true), (0, -0.0, true), (1, "1", false), (1, true, false), (0, false, false), ("", .null, false),
            (.null, .null, true),
            ("a", "a", true), ("a", "A", false), ("é", "e\u{301}", false), (9_007_199_254_740_993, 9_007_199_254_740_992.0, false),
            (.integer(.max), 9_223_372_036_854_775_807.0, false), ([1, 2], [1.0, 2], true), ([1, 2], [2, 1], false), ([1], 1, false),
            (["a": 1, "b": .null], ["b": .null, "a": 1.0], true), (["a": 1], ["a": 1, "b": .null], false),
            (.float(.nan), .float(.nan), false),
        ] as [(FlagValue, FlagValue, Bool)]
    )
    func equality(left: FlagValue, right: FlagValue, isEqual: Bool) {
        #expect((left == right) == isEqual)
        #expect((right == left) == isEqual)
    }

    @Test(
        "fit the types that admit them",
        arguments: [
            (.boolean, true, "boolean(true)"), (.boolean, "true", "boolean(true)"), (.boolean, "false", "boolean(false)"),
            (.boolean, "True", nil),
            (.boolean, 1, nil), (.boolean, .null, nil), (.string, "true", "string(\"true\")"), (.string, 1, nil), (.string, .null, nil),
            (.integer, 2_147_483_647, "integer(2147483647)"), (.integer, 9_007_199_254_740_991, "integer(9007199254740991)"),
            (.integer, 9_007_199_254_740_992, nil), (.integer, -9_007_199_254_740_992, nil), (.integer, 10.0, "integer(10)"),
            (.integer, 10.5, nil), (.integer, "10", nil),
            (.float, 10.0, "float(10.0)"), (.float, 10, "float(10.0)"), (.float, .integer(.max), "float(9.223372036854776e+18)"),
            (.float, .float(.infinity), nil),
            (.float, "1.5", nil), (.json, .null, "null"), (.json, 10.0, "float(10.0)"), (.json, [1, "a"], "array([…])"),
            (.json, .float(.nan), nil),
            (.json, [[.float(.infinity)]], nil), (.json, ["a": .float(.nan)], nil),
        ] as [(FlagType, FlagValue, String?)]
    )
    func types(type: FlagType, value: FlagValue, admitted: String?) {
        let answer = type.admitting(value)
        if case .array = answer {
            #expect(answer == value)
        } else {
            #expect(answer.map { "\($0)" } == admitted)
        }
    }
}
