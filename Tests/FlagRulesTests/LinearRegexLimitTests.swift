import FlagRules
import Testing

@Suite struct `Refused and hostile regular expressions` {
    private func refusal(of pattern: String) -> String? {
        do throws(LinearRegex.PatternError) {
            _ = try LinearRegex(pattern)
            return nil
        } catch {
            return error.message
        }
    }

    @Test(
        "a mistake is named with its place",
        arguments: [
            ("a)", "\")\" without \"(\" at character 2"), ("é(a", "\"(\" without \")\" at character 2"),
            ("[a", "\"[\" without \"]\" at character 1"),
            ("*a", "nothing to repeat before \"*\" at character 1"), ("a|+", "nothing to repeat before \"+\" at character 3"),
            ("a**", "\"*\" after another quantifier at character 3"), ("a{2}{3}", "\"{3}\" after another quantifier at character 5"),
            ("a{1001}", "\"{1001}\" must count from less to more and to at most 1000 at character 2"),
            ("a{2,1}", "\"{2,1}\" must count from less to more and to at most 1000 at character 2"),
            ("a{99999999999999999999}", "\"{99999999999999999999}\" must count from less to more and to at most 1000 at character 2"),
            ("[b-a]", "\"b-a\" is a range that ends before it starts at character 2"),
            ("[[:none:]]", "\"[:none:]\" names no class at character 2"),
            ("a\\", "\"\\\" with nothing after it at character 2"), ("\\y", "\"\\y\" is no known escape at character 1"),
            ("[\\b]", "\"\\b\" is no known escape at character 2"), ("\\é", "\"\\é\" is no known escape at character 1"),
            ("\\xg", "\"\\x\" needs two hexadecimal digits, or some in braces at character 1"),
            ("\\x{}", "\"\\x{\" needs two hexadecimal digits, or some in braces at character 1"),
            ("\\x{110000}", "\"\\x{110000}\" is above 10FFFF at character 1"),
            ("\\x{ffffffffffffffffffff}", "\"\\x{ffffffffffffffffffff}\" is above 10FFFF at character 1"),
            (
                "\\p{Greek}",
                "\"\\p{Greek}\" names nothing here (only general categories like L, Lu or Nd are known, no scripts) at character 1"
            ),
            ("\\p{L", "\"\\p{\" without \"}\" at character 1"), ("(?P<n", "a group's name without \">\" at character 1"),
            ("(?P<a b>c)", "\"a b\" cannot be the name of a group at character 1"),
            ("(?<a>b)(?<a>c)", "a second group named \"a\" at character 8"),
            ("(?x)a", "\"(?x\" starts nothing known here at character 1"), ("(?i", "\"(?i\" does not end at character 1"),
        ]
    )
    func mistakes(pattern: String, expected: String) {
        #expect(refusal(of: pattern) == expected)
    }

    @Test(
        "what takes more than linear time is named",
        arguments: [
            ("(a)\\1", "a backreference", 4), ("\\k<a>", "a backreference", 1), ("(?P=a)", "a backreference", 1), ("(?=a)", "lookahead", 1),
            ("(?!a)", "lookahead", 1),
            ("(?<=a)", "lookbehind", 1), ("b(?<!a)", "lookbehind", 2), ("(?>a)", "an atomic group", 1),
            ("a++", "a possessive quantifier", 3),
            ("a{2}+", "a possessive quantifier", 5), ("(?R)", "recursion", 1), ("(?1)", "recursion", 1), ("(?(1)a)", "a conditional", 1),
        ]
    )
    func unsupported(pattern: String, construct: String, position: Int) throws {
        let message = try #require(refusal(of: pattern))
        #expect(message.hasPrefix("\(construct), which is not supported because matching must be linear, \""))
        #expect(message.hasSuffix("\" at character \(position)"))
    }

    @Test(
        "what is too large or too deep is refused at once",
        arguments: [
            ("((a{1000}){1000}){1000}", "too large"), (String(repeating: "(a{1000}", count: 400), "too large"),
            ("(?:(?:a?){1000}){1000}", "too large"), (String(repeating: "(", count: 4000), "inside each other"),
            (String(repeating: "(?:", count: 300) + String(repeating: ")", count: 300), "inside each other"),
            (String(repeating: "(", count: 10_000) + String(repeating: ")", count: 10_000), "longer than 4096 bytes"),
            (String(repeating: "a", count: 4097), "longer than 4096 bytes"), (String(repeating: "\\pL", count: 500), "too large"),
            ("[" + String(repeating: "\\pL", count: 500) + "]", "too large"),
            (String(repeating: "|", count: 3000), "too large"),
        ]
    )
    func limits(pattern: String, expected: String) throws {
        #expect(try #require(refusal(of: pattern)).contains(expected))
    }

    @Test func `the limits themselves are within reach`() throws {
        #expect(try LinearRegex("^a{1000}$").matches(String(repeating: "a", count: 1000)))
        #expect(try !LinearRegex("^a{1000}$").matches(String(repeating: "a", count: 999)))
        #expect(try LinearRegex(String(repeating: "a", count: 1500)).matches(String(repeating: "a", count: 1500)))
        #expect(try LinearRegex(String(repeating: "(", count: 250) + "a" + String(repeating: ")", count: 250)).matches("a"))
    }

    @Test(
        "patterns that make others run for ever are matched",
        arguments: [
            "(a+)+$", "(a|a)*b", "(.*){10}x", "(a*)*b", "(a|aa)+$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(?:a?){200}a{200}b", "(x+x+)+y",
            "(a|b)*a(a|b){150}b$",
            "(?:(?:a*)*)*b", "(?:\\b|\\B|a)*b$",
        ]
    )
    func catastrophes(pattern: String) throws {
        #expect(try !LinearRegex(pattern).matches(String(repeating: "a", count: 4096) + "!"))
    }

    @Test func `broken patterns never crash`() {
        let pieces = [
            "(", ")", "[", "]", "{", "}", "*", "?", "\\", "^", "-", "|", "a", "1", ",", ":", "p", "x", "Q", "<", "P", "é", "😀", "\0",
        ]
        var state: UInt64 = 1
        var refused = 0
        for _ in 0..<20_000 {
            var pattern = ""
            for _ in 0..<8 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                pattern += pieces[Int(state >> 33) % pieces.count]
            }
            if let regex = try? LinearRegex(pattern) { _ = regex.matches("a1é,:") } else { refused += 1 }
        }
        #expect((1000..<19_900).contains(refused))
    }
}

@Suite struct `The operator regex` {
    private func regex(_ pattern: FlagValue, ignoringCase: Bool = false, negated: Bool = false) -> ConditionDefinition {
        ConditionDefinition(attribute: "text", operator: "regex", value: pattern, isNegated: negated, ignoresCase: ignoringCase)
    }

    @Test func `looks for a match in a string or in any string of an array`() throws {
        #expect(try holds(regex("^b.t"), ["text": "beta"]))
        #expect(try !holds(regex("^b.t"), ["text": "Beta"]))
        #expect(try holds(regex("^b.t", ignoringCase: true), ["text": "BETA"]))
        #expect(try holds(regex("^b.t"), ["text": ["alpha", "beta"]]))
        #expect(try !holds(regex("^b.t"), ["text": ["alpha", 1, .null, ["beta"]]]))
        #expect(try !holds(regex("."), ["text": 1]) && !holds(regex(""), [:]))
        #expect(try holds(regex("a", negated: true), ["text": "b"]) && !holds(regex("a", negated: true), [:]))
    }

    @Test func `refuses a pattern with its reason`() throws {
        let definition = FlagDefinition(key: "flag", rules: [rule(regex("a(?=b)"), regex(["a"]), gives: true)], seed: "seed")
        let error = try #require(throws: DefinitionError.self) { try CompiledFlag(definition) }
        #expect(error.faults.map(\.path.description) == ["$.rules[0].conditions[0].value", "$.rules[0].conditions[1].value"])
        #expect(error.faults.map(\.code) == ["invalid_value", "wrong_type"])
        let reason = "lookahead, which is not supported because matching must be linear, \"(?=\" at character 2"
        #expect(error.faults[0].message == "Expected a regular expression: \(reason).")
    }
}
