import FlagRules
import Testing

@Suite struct `Regular expressions` {
    @Test(
        "match somewhere in the text",
        arguments: [
            ("", "", true), ("b", "abc", true), ("d", "abc", false), ("a.c", "abc", true), ("a.c", "a\nc", false), ("a.c", "a😀c", true),
            ("^b", "abc", false), ("^a", "abc", true), ("c$", "abc", true), ("c$", "abc\n", false), (#"\Ab\z"#, "b", true),
            ("^$", "", true),
            ("ab|cd", "xcd", true), ("^(ab|cd)$", "abcd", false), ("a||b", "", true), ("(foo|bar)-\\d+", "a bar-12", true),
            ("(foo|bar)-\\d+", "bar-", false), (#"^.*@example\.com$"#, "a@example.com", true),
            (#"^.*@example\.com$"#, "a@exampleXcom", false),
            ("(?P<year>\\d{4})-(?<month>\\d\\d)", "on 2024-02", true), ("\u{65}\u{301}", "é", false),
        ]
    )
    func search(pattern: String, text: String, expected: Bool) throws {
        #expect(try LinearRegex(pattern).matches(text) == expected)
    }

    @Test(
        "repeat as often as asked",
        arguments: [
            ("^a*$", "", true), ("^a*$", "aaa", true), ("^a+$", "", false), ("^a+$", "aa", true), ("^a?$", "aa", false),
            ("^a{2}$", "a", false),
            ("^a{2}$", "aa", true), ("^a{2}$", "aaa", false), ("^a{2,}$", "a", false), ("^a{2,}$", "aaaa", true), ("^a{1,3}$", "", false),
            ("^a{1,3}$", "aaa", true), ("^a{1,3}$", "aaaa", false), ("^a{0}$", "", true), ("^a{0}$", "a", false),
            ("^(ab){0,2}$", "abab", true),
            ("^(ab){0,2}$", "ababab", false), ("^(a|b)*?c$", "abac", true), ("^(a*)*$", "aaab", false), ("^(a*)+b$", "aab", true),
            ("^(|a)+$", "aa", true), ("^(){1000}$", "", true), ("^a{,2}$", "a{,2}", true), ("^a{$", "a{", true), ("^a{01}$", "a{01}", true),
            ("^\\b*a$", "a", true), ("^a(?i)*$", "aa", true),
        ]
    )
    func repetition(pattern: String, text: String, expected: Bool) throws {
        #expect(try LinearRegex(pattern).matches(text) == expected)
    }

    @Test(
        "know classes of characters",
        arguments: [
            ("^[abc]$", "b", true), ("^[^abc]$", "b", false), ("^[^abc]$", "\n", true), ("^[a-c]$", "d", false), ("^[]a]$", "]", true),
            ("^[^]a]$", "]", false), ("^[a-]$", "-", true), ("^[-a]$", "-", true), ("^[a\\-z]$", "b", false), ("^[\\d-z]$", "-", true),
            ("^[α-ω]$", "λ", true), ("^[α-ω]$", "Λ", false), ("^[[:alpha:]_]$", "_", true), ("^[[:alpha:]]$", "é", false),
            ("^[[:^alpha:]]$", "é", true), ("^[[:alpha]$", ":", true), ("^\\d$", "٣", false), ("^\\D$", "٣", true), ("^\\w+$", "a_1", true),
            ("^\\W$", "é", true), ("^\\s$", "\t", true), ("^\\s$", "\u{B}", false), ("^\\S$", "\u{A0}", true), ("^[^\\S\\d]$", " ", true),
            ("^\\pL+$", "aéж中", true), ("^\\PL$", "a", false), ("^\\p{Lu}$", "É", true), ("^\\p{Lu}$", "é", false),
            ("^\\p{^Lu}$", "é", true),
            ("^\\P{^Lu}$", "É", true), ("^[\\p{Nd}x]$", "٣", true), ("^\\p{Any}$", "😀", true), ("^\\pC$", "\u{378}", false),
        ]
    )
    func classes(pattern: String, text: String, expected: Bool) throws {
        #expect(try LinearRegex(pattern).matches(text) == expected)
    }

    @Test(
        "know escapes",
        arguments: [
            ("^\\t\\n\\r\\f\\v\\a$", "\t\n\r\u{C}\u{B}\u{7}"), ("^\\x41\\x{1F600}\\x{0}$", "A😀\0"), ("^\\101\\0\\08$", "A\0\08"),
            ("^\\777$", "\u{1FF}"),
            ("^\\.\\*\\_é$", ".*_é"), ("^\\Qa.*(b\\E+$", "a.*(bbb"), ("^\\Q.(", ".(["), ("^[\\x41-\\103]$", "B"),
            ("^[\\]\\\\]+$", "]\\"),
        ]
    )
    func escapes(pattern: String, text: String) throws {
        #expect(try LinearRegex(pattern).matches(text))
        #expect(try !LinearRegex(pattern).matches("x"))
    }

    @Test(
        "obey flags",
        arguments: [
            ("(?i)straße", "STRAßE", true), ("(?i)k", "\u{212A}", true), ("(?i)[^k]", "\u{212A}", false), ("(?i)[a-z]", "ſ", true),
            ("a(?i)b", "aB", true), ("a(?i)b", "AB", false), ("(?i:a)b", "Ab", true), ("(?i:a)b", "AB", false),
            ("(?i)a(?-i)b", "AB", false),
            ("(a(?i)b|c)d", "Cd", true), ("(a(?i)b|c)d", "CD", false), ("a.b", "a\nb", false), ("(?s)a.b", "a\nb", true),
            ("^b$", "a\nb\nc", false),
            ("(?m)^b$", "a\nb\nc", true), ("(?m)^$", "a\n", true), ("(?m)\\Ab", "a\nb", false), ("(?U)a+", "a", true),
            ("(?ms-i:^.b$)", "x\n\nb", true),
            ("(?)a", "a", true),
        ]
    )
    func flags(pattern: String, text: String, expected: Bool) throws {
        #expect(try LinearRegex(pattern).matches(text) == expected)
    }

    @Test(
        "know the borders of words",
        arguments: [
            ("\\bb\\b", "a b c", true), ("\\bb\\b", "abc", false), ("\\Bb\\B", "abc", true), ("\\Bb", "b", false), ("^\\b", "", false),
            ("^\\B", "", true), ("\\bé", "é", false), ("a\\bé", "aé", true), ("a\\b$", "a", true), ("a\\b\\Bb", "ab", false),
        ]
    )
    func wordBoundaries(pattern: String, text: String, expected: Bool) throws {
        #expect(try LinearRegex(pattern).matches(text) == expected)
    }

    @Test func `the whole pattern can ignore case`() throws {
        #expect(try LinearRegex("^bETA$", ignoresCase: true).matches("Beta"))
        #expect(try !LinearRegex("^b(?-i)eta$", ignoresCase: true).matches("BETA"))
    }

    @Test func `patterns that are too large for a table match as those in a table do`() throws {
        // 300 characters that never come, as a branch of its own, make the program large.
        let padding = String(repeating: "\u{1}", count: 300)
        let texts = ["", "a", "b", "ab", "ba", "aab", "abab", "a b", "b\na", "é", "aéb", "cab"]
        for pattern in [
            "a", "^a", "b$", "(ab)+$", "a.b", "\\bb", "a\\B", "(?m)^a", "(?m)b$", "^(a|b){2,3}$", "[^ab]", "^$", "é", "^[^a]*$",
        ] {
            let (small, large) = (try LinearRegex(pattern), try LinearRegex("\(pattern)|\(padding)"))
            for text in texts { #expect(small.matches(text) == large.matches(text), "\(pattern) on \(text)") }
        }
        let anchored = try LinearRegex("^(?:ab|\(padding))$")
        #expect(anchored.matches("ab") && !anchored.matches("cab") && !anchored.matches("abc") && anchored.matches(padding))
    }
}
