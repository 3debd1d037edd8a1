import HTTPCore
import Testing

@Suite("JSON parser")
struct JSONParserTests {
    // MARK: What is JSON

    static let accepted: [(String, JSONValue)] = [
        ("null", nil), ("true", true), ("false", false), ("0", 0), ("-1", -1), ("\"\"", ""), ("[]", []), ("{}", [:]),
        (" \t\r\n1 \t\r\n", 1),
        ("[ ]", []), ("{ }", [:]), ("[[]   ]", [[]]), ("[\"\"]", [""]), ("[null, 1, \"1\", {}]", [nil, 1, "1", [:]]), ("[1\n]", [1]),
        (" [1]", [1]), ("[2] ", [2]), ("[1,null,null,null,2]", [1, nil, nil, nil, 2]),
        ("{\"\":0}", ["": 0]), ("{\"a\":[]}", ["a": []]), ("{\"a\":\"b\"}", ["a": "b"]), ("{ \"a\" : 1 , \"b\" : 2 }", ["a": 1, "b": 2]),
        ("{\n\"a\": \"b\"\n}", ["a": "b"]), ("{\"a\":1,\"A\":2}", ["a": 1, "A": 2]), ("{\"foo\\u0000bar\": 42}", ["foo\0bar": 42]),
        ("{\"a\":{\"a\":{\"a\":1}}}", ["a": ["a": ["a": 1]]]),
        ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\u{8}\u{C}\n\r\t"), ("\"/\"", "/"),
        ("\"\\u0041\\u00e9\\u00E9\\u20aC\"", "A\u{E9}\u{E9}\u{20AC}"),
        ("\"\\u0000\"", "\0"), ("\"\\u0012\"", "\u{12}"), ("\"\\\\u0000\"", "\\u0000"), ("\"\\\"\"", "\""), ("\"\\\\a\"", "\\a"),
        ("\"\\\\n\"", "\\n"),
        ("\"\\uD83D\\uDE00\"", "😀"), ("\"\\ud801\\udc37\"", "\u{10437}"), ("\"\\uDBFF\\uDFFE\"", "\u{10FFFE}"), ("\"\\uFFFF\"", "\u{FFFF}"),
        ("\"\\u2028\\u2029\"", "\u{2028}\u{2029}"), ("\"\\u2064\"", "\u{2064}"), ("\"\\uFEFF\"", "\u{FEFF}"),
        ("\"é€😀\"", "\u{E9}\u{20AC}\u{1F600}"), ("\"\u{2028}\u{2029}\"", "\u{2028}\u{2029}"), ("\"\u{7F}\"", "\u{7F}"),
        ("\"a/*b*/c\"", "a/*b*/c"),
        ("\"a\u{FEFF}b\"", "a\u{FEFF}b"), ("\"\u{10FFFF}\"", "\u{10FFFF}"), ("\"aa\\u0020é\\u0020bb\"", "aa é bb"), ("\" \"", " "),
    ]

    @Test("accepts what RFC 8259 accepts", arguments: accepted)
    func accepts(text: String, value: JSONValue) throws {
        #expect(try JSONParser.parse(text) == value)
        #expect(try JSONParser.parse(Array(text.utf8)) == value)
        #expect(try JSONParser.parse("[" + text + "]") == [value])
    }

    static let numbers = [
        "0", "-0", "1", "-1", "12", "1234567890", "0.1", "-0.1", "10.0", "10.00", "0.0", "1.5", "123.456789", "1e1", "1E1", "1e+1", "1e-1",
        "1E+2",
        "0e1", "0e+1", "0E5", "1e400", "-1e400", "1e-400", "20e1", "1.5e10", "-123e-2", "0.4e006", "1e0001", "123123e100000",
        "-9223372036854775808",
        "18446744073709551616", "0.1234567890123456789012345678901234567890", "100000000000000000000000000000000000000",
    ]

    @Test("keeps every digit of a number", arguments: numbers)
    func keepsNumbers(text: String) throws {
        let value = try JSONParser.parse(text)
        #expect(value.numberValue?.text == text)
        #expect(value.serialized() == text)
        #expect(try JSONParser.parse("[\(text),\(text) ]").serialized() == "[\(text),\(text)]")
        #expect(JSONNumber(text)?.text == text)
    }

    @Test("keeps members in their order")
    func keepsOrder() throws {
        let names = (0..<100).map { "name\($0 * 7919 % 100)" }
        let text = "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
        #expect(try JSONParser.parse(text).objectValue?.map(\.name) == names)
    }

    // MARK: What is not

    static let refused: [(String, JSONSyntaxError.Reason)] = [
        ("", .empty), (" \n", .empty),
        ("[1]x", .trailingContent), ("[1],", .trailingContent), ("1 2", .trailingContent), ("{}}", .trailingContent),
        ("[]]", .trailingContent),
        ("\"a\"\"b\"", .trailingContent), ("null null", .trailingContent), ("[][]", .trailingContent), ("{\"a\":1}#", .trailingContent),
        ("truer", .trailingContent),
        ("[", .unexpectedEnd(expected: "a value")), ("{", .unexpectedEnd(expected: name)), ("[1", .unexpectedEnd(expected: commaOrBracket)),
        ("[1,", .unexpectedEnd(expected: "a value")), ("[\"a", .unexpectedEnd(expected: quote)),
        ("{\"a\"", .unexpectedEnd(expected: "\":\"")),
        ("{\"a\":", .unexpectedEnd(expected: "a value")), ("{\"a\":1", .unexpectedEnd(expected: commaOrBrace)),
        ("{\"a\":1,", .unexpectedEnd(expected: name)),
        ("tru", .unexpectedEnd(expected: "the rest of \"true\"")), ("\"", .unexpectedEnd(expected: quote)),
        ("\"\\", .unexpectedEnd(expected: "the rest of an escape")),
        ("\"\\u00", .unexpectedEnd(expected: "four hexadecimal digits")), ("-", .unexpectedEnd(expected: "a digit")),
        ("1.", .unexpectedEnd(expected: "a digit")),
        ("1e", .unexpectedEnd(expected: "a digit")), ("1e+", .unexpectedEnd(expected: "a digit")),
        ("\"\\\"", .unexpectedEnd(expected: quote)),
        ("[1,]", unexpected("]", "a value")), ("[,1]", unexpected(",", "a value")), ("[1,,2]", unexpected(",", "a value")),
        ("[,]", unexpected(",", "a value")),
        ("[1 2]", unexpected("2", commaOrBracket)), ("[1:2]", unexpected(":", commaOrBracket)), ("[1}", unexpected("}", commaOrBracket)),
        ("[3[4]]", unexpected("[", commaOrBracket)), ("[\"x\"", .unexpectedEnd(expected: commaOrBracket)),
        ("[x", unexpected("x", "a value")),
        ("{\"a\":1,}", unexpected("}", name)), ("{,}", unexpected(",", name)), ("{a:1}", unexpected("a", name)),
        ("{'a':1}", unexpected("'", name)),
        ("{1:1}", unexpected("1", name)), ("{null:null}", unexpected("n", name)), ("{\"a\" 1}", unexpected("1", "\":\"")),
        ("{\"a\",1}", unexpected(",", "\":\"")),
        ("{\"a\"::1}", unexpected(":", "a value")), ("{\"a\":}", unexpected("}", "a value")),
        ("{\"a\":1 \"b\":2}", unexpected("\"", commaOrBrace)),
        ("{\"a\":1,,\"b\":2}", unexpected(",", name)), ("{\"a\":1]", unexpected("]", commaOrBrace)), ("{[:1}", unexpected("[", name)),
        ("{\"a\"}", unexpected("}", "\":\"")),
        ("True", unexpected("T", "a value")), ("nul", .unexpectedEnd(expected: "the rest of \"null\"")),
        ("nulL", unexpected("L", "the rest of \"null\"")),
        ("fals3", unexpected("3", "the rest of \"false\"")), ("NaN", unexpected("N", "a value")), ("Infinity", unexpected("I", "a value")),
        ("-Infinity", unexpected("I", "a digit")), ("undefined", unexpected("u", "a value")), ("'a'", unexpected("'", "a value")),
        ("*", unexpected("*", "a value")),
        ("<null>", unexpected("<", "a value")), ("\\u0020", unexpected("\\", "a value")), ("]", unexpected("]", "a value")),
        ("}", unexpected("}", "a value")),
        ("[1] // end", .trailingContent), ("/* a */ 1", unexpected("/", "a value")), ("[1 /* a */]", unexpected("/", commaOrBracket)),
        ("# a", unexpected("#", "a value")),
        ("01", unexpected("1", noDigit)), ("-01", unexpected("1", noDigit)), ("-012", unexpected("1", noDigit)),
        ("00", unexpected("0", noDigit)),
        ("+1", unexpected("+", "a value")), (".5", unexpected(".", "a value")), ("-.5", unexpected(".", "a digit")),
        ("1.e1", unexpected("e", "a digit")),
        ("[1.]", unexpected("]", "a digit")), ("1.5.5", .trailingContent), ("[0x10]", unexpected("x", commaOrBracket)),
        ("[1_000]", unexpected("_", commaOrBracket)),
        ("[1e]", unexpected("]", "a digit")), ("[1ee2]", unexpected("e", "a digit")), ("[1e+-2]", unexpected("-", "a digit")),
        ("[--1]", unexpected("-", "a digit")),
        ("[- 1]", unexpected(" ", "a digit")), ("[1 000.0]", unexpected("0", commaOrBracket)), ("[1a]", unexpected("a", commaOrBracket)),
        ("[2.e+3]", unexpected("e", "a digit")),
        ("[１]", unexpected("１", "a value")), ("[1+2]", unexpected("+", commaOrBracket)), ("[0.3e]", unexpected("]", "a digit")),
        ("\"\u{1}\"", .unescapedControlCharacter("\u{1}")), ("\"a\nb\"", .unescapedControlCharacter("\n")),
        ("\"\t\"", .unescapedControlCharacter("\t")),
        ("\"\0\"", .unescapedControlCharacter("\0")), ("\"\u{1F}\"", .unescapedControlCharacter("\u{1F}")),
        ("{\"a\u{1}\":1}", .unescapedControlCharacter("\u{1}")),
        ("\"\\x00\"", .invalidEscape), ("\"\\a\"", .invalidEscape), ("\"\\'\"", .invalidEscape), ("\"\\U0041\"", .invalidEscape),
        ("\"\\é\"", .invalidEscape),
        ("\"\\\t\"", .invalidEscape), ("\"\\0\"", .invalidEscape), ("\"\\u00g0\"", unexpected("g", hexDigits)),
        ("\"\\u 041\"", unexpected(" ", hexDigits)),
        ("\"\\u004\"", unexpected("\"", hexDigits)), ("\"\\u-123\"", unexpected("-", hexDigits)),
        ("\"\\u004１\"", unexpected("１", hexDigits)),
        ("\"\\uD800\"", .loneSurrogate), ("\"\\uDC00\"", .loneSurrogate), ("\"\\uD800x\"", .loneSurrogate),
        ("\"\\uD800\\n\"", .loneSurrogate),
        ("\"\\uD800\\uD800\"", .loneSurrogate), ("\"\\uDC00\\uD800\"", .loneSurrogate), ("\"\\uD83D\\u0041\"", .loneSurrogate),
        ("\"\\uD800\\u1\"", unexpected("\"", hexDigits)),
        ("{\"\\uD800\":1}", .loneSurrogate),
        ("{\"a\":1,\"a\":1}", .duplicateName("a")), ("{\"a\":1,\"b\":2,\"\\u0061\":3}", .duplicateName("a")),
        ("{\"\":1,\"\":1}", .duplicateName("")),
        ("[{\"a\":{\"é\":1,\"é\":1}}]", .duplicateName("é")),
        ("\u{FEFF}{}", .byteOrderMark), ("\u{FEFF}", .byteOrderMark), (" \u{FEFF}1", unexpected("\u{FEFF}", "a value")),
        ("\u{A0}1", unexpected("\u{A0}", "a value")),
        ("[\u{C}]", unexpected("\u{C}", "a value")), ("[\u{B}1]", unexpected("\u{B}", "a value")),
        ("\u{2060}[]", unexpected("\u{2060}", "a value")), ("1\0", .trailingContent),
        ("é", unexpected("é", "a value")), ("[1😀]", unexpected("😀", commaOrBracket)),
    ]

    private static let name = "a member name in double quotes"
    private static let quote = "the closing quote of a string"
    private static let commaOrBracket = "\",\" or \"]\""
    private static let commaOrBrace = "\",\" or \"}\""
    private static let noDigit = "no digit after a leading zero"
    private static let hexDigits = "four hexadecimal digits"

    private static func unexpected(_ character: Unicode.Scalar, _ expected: String) -> JSONSyntaxError.Reason {
        .unexpectedCharacter(character, expected: expected)
    }

    @Test("refuses everything else, and says why", arguments: refused)
    func refuses(text: String, reason: JSONSyntaxError.Reason) {
        #expect(reasonForRefusing(Array(text.utf8)) == reason)
    }

    // MARK: Bytes that are not UTF-8

    static let malformed: [([UInt8], Int)] = [
        (string([0xFF]), 1), (string([0x61, 0xFF]), 2), (string([0x80]), 1), (string([0xC3]), 1), (string([0xC3, 0x28]), 1),
        (string([0xE9]), 1),
        (string([0xC0, 0xAF]), 1), (string([0xC1, 0xBF]), 1), (string([0xE0, 0x80, 0xAF]), 1), (string([0xF0, 0x80, 0x80, 0xAF]), 1),
        (string([0xED, 0xA0, 0x80]), 1), (string([0xED, 0xBF, 0xBF]), 1), (string([0xF4, 0x90, 0x80, 0x80]), 1),
        (string([0xF5, 0x80, 0x80, 0x80]), 1),
        (string([0xE2, 0x82]), 1), (string([0x5C, 0x6E, 0xC3, 0xA9, 0xFF]), 5), (string([0xFC, 0x80, 0x80, 0x80, 0x80, 0x80]), 1),
        ([0xFF], 0), ([0x5B, 0xE5, 0x5D], 1), ([0x5B, 0x31, 0x80, 0x5D], 2), ([0x31, 0x20, 0xFF], 2), ([0xEF, 0xBB], 0),
        ([0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00], 0), ([0xFE, 0xFF, 0x00, 0x5B], 0), (Array("{\"".utf8) + [0xB9] + Array("\":0}".utf8), 2),
    ]

    private static func string(_ contents: [UInt8]) -> [UInt8] { [0x22] + contents + [0x22] }

    @Test("refuses bytes that are not UTF-8 and says where they are", arguments: malformed)
    func refusesMalformedUTF8(bytes: [UInt8], offset: Int) {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(bytes) }
        #expect(error?.reason == .invalidUTF8)
        #expect(error?.offset == offset)
    }

    @Test("a backslash before bytes that are not UTF-8 is no way around the check")
    func refusesMalformedEscape() {
        #expect(reasonForRefusing(Self.string([0x5C, 0xE5])) == .invalidEscape)
        #expect(reasonForRefusing(Self.string([0x5C, 0x75, 0xE5])) == .invalidUTF8)
    }

    // MARK: Limits

    @Test("128 levels are enough, 129 are too many", arguments: [("[", "]"), ("{\"a\":", "}")])
    func limitsDepth(opening: String, closing: String) throws {
        func nested(_ depth: Int) -> String {
            String(repeating: opening, count: depth) + "1" + String(repeating: closing, count: depth)
        }
        #expect(JSONParser.depthLimit == 128)
        #expect(try JSONParser.parse(nested(128)).serialized() == nested(128))
        #expect(reasonForRefusing(Array(nested(129).utf8)) == .tooDeep)
        #expect(reasonForRefusing(Array(String(repeating: opening, count: 100_000).utf8)) == .tooDeep)
    }

    @Test("depth is that of nesting, not the number of arrays")
    func countsDepthDown() throws {
        let text = "[" + Array(repeating: "[{}]", count: 1000).joined(separator: ",") + "]"
        #expect(try JSONParser.parse(text).arrayValue?.count == 1000)
    }

    @Test(
        "30 combining marks in a row pass, 31 do not, however they are written",
        arguments: ["\u{301}", "\\u0316", "\u{F73}", "\u{1D165}"]
    )
    func limitsCombiningMarks(mark: String) throws {
        func marks(_ count: Int) -> [UInt8] { Array("{\"a\":\"e\(String(repeating: mark, count: count))e\"}".utf8) }
        #expect(try JSONParser.parse(marks(30))["a"]?.stringValue?.unicodeScalars.count == 32)
        #expect(reasonForRefusing(marks(31)) == .tooManyCombiningMarks)
        #expect(reasonForRefusing(Array("{\"\(String(repeating: mark, count: 31))\":1}".utf8)) == .tooManyCombiningMarks)
    }

    @Test("long text with few marks at a time passes", arguments: ["e\u{301}", "漢字", "й", "ด้", "한", "👩‍👩‍👧‍👦"])
    func acceptsLanguages(text: String) throws {
        let long = String(repeating: text, count: 200)
        #expect(try JSONParser.parse("\"\(long)\"") == .string(long))
    }

    @Test("names that look alike but have other bytes are two names")
    func tellsNamesApart() throws {
        let value = try JSONParser.parse("{\"\u{E9}\":1,\"e\u{301}\":2}")
        #expect(value["\u{E9}"] == 1)
        #expect(value["e\u{301}"] == 2)
    }

    @Test("an object with very many members still knows each, and notices the one that comes twice", arguments: [16, 17, 18, 20_000])
    func findsDuplicateAmongMany(count: Int) throws {
        let members = (0..<count).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        let value = try JSONParser.parse("{\(members)}")
        #expect(value.objectValue?.count == count)
        for position in [0, count / 2, count - 1] { #expect(value["k\(position)"] == .integer(position)) }
        #expect(value["k\(count)"] == nil)
        for position in [0, count / 2, count - 1] {
            #expect(reasonForRefusing(Array("{\(members),\"k\(position)\":0}".utf8)) == .duplicateName("k\(position)"))
        }
    }

    private func reasonForRefusing(_ bytes: [UInt8]) -> JSONSyntaxError.Reason? {
        do throws(JSONSyntaxError) {
            _ = try JSONParser.parse(bytes)
            return nil
        } catch {
            return error.reason
        }
    }
}
