import HTTPCore
import Testing

@Suite("JSON syntax error")
struct JSONSyntaxErrorTests {
    @Test(
        "says what is wrong and where, in a sentence",
        arguments: [
            ("", "The body is empty; a JSON value was expected."),
            ("\u{FEFF}{}", "The body starts with a byte order mark (U+FEFF), which JSON does not allow; send UTF-8 without it."),
            ("{\"a\": 1,}", "Unexpected \"}\" where a member name in double quotes was expected at line 1, column 9."),
            ("{\n  \"é😀\": x\n}", "Unexpected \"x\" where a value was expected at line 2, column 9."),
            ("[1\u{A0}]", "Unexpected U+00A0 where \",\" or \"]\" was expected at line 1, column 3."),
            ("[😀]", "Unexpected U+1F600 where a value was expected at line 1, column 2."),
            ("[1 \"a\"]", "Unexpected '\"' where \",\" or \"]\" was expected at line 1, column 4."),
            ("{\"a\": [1,\n2", "The JSON text ends too early: \",\" or \"]\" was expected at line 2, column 2."),
            ("[]\r\n\r\n[]", "Something follows after the end of the JSON value at line 3, column 1."),
            ("{\"a\":1, \"b\":2,\n\"a\":3}", "The member name \"a\" occurs twice in one object at line 2, column 1."),
            ("[\"a\tb\"]", "A string contains the control character U+0009 unescaped at line 1, column 4."),
            ("[\"\\x\"]", "A string contains a backslash that begins no valid escape at line 1, column 3."),
            ("[\"\\uD800\"]", "A string contains a \\u escape that is only half of a surrogate pair at line 1, column 3."),
            (String(repeating: "[", count: 129), "Arrays and objects are nested deeper than 128 levels at line 1, column 129."),
            (
                "\"\(String(repeating: "\u{301}", count: 31))\"",
                "A string contains more than 30 combining marks in a row at line 1, column 1."
            ),
        ]
    )
    func saysWhat(text: String, message: String) {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(text) }
        #expect(error?.message == message)
        #expect(error?.description == message)
    }

    @Test("says at which byte the text stops being UTF-8")
    func saysWhereUTF8Ends() {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(Array("[\"é".utf8) + [0xFF, 0x22, 0x5D]) }
        #expect(error?.message == "The body is not valid UTF-8: the sequence that begins at byte 4 is malformed, at line 1, column 4.")
    }

    @Test("does not repeat a long name, nor its control characters")
    func shortensNames() throws {
        let name = String(repeating: "é", count: 10_000)
        let error = #expect(throws: JSONSyntaxError.self) { try JSONParser.parse("{\"\(name)\":1,\"\(name)\":1}") }
        let message = try #require(error?.message)
        #expect(message.hasPrefix("The member name \"\(String(repeating: "é", count: 80))…\" occurs twice"))
        let other = #expect(throws: JSONSyntaxError.self) { try JSONParser.parse("{\"a\\r\\n\":1,\"a\\r\\n\":1}") }
        #expect(other?.message == "The member name \"a\\r\\n\" occurs twice in one object at line 1, column 12.")
    }
}
