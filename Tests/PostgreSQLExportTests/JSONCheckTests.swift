import Database
import TestKit
import Testing

@testable import PostgreSQLExport

@Suite struct JSONCheckTests {
    private static func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    private func refusal(_ text: String) -> String? {
        var copy = text
        return copy.withUTF8 { bytes -> String? in
            do throws(ValueRefusal) {
                try JSONCheck.check(UnsafeRawBufferPointer(bytes))
                return nil
            } catch {
                return error.reason
            }
        }
    }

    @Test(arguments: [
        "", " ", "{", "[", "]", "}", "{]", "[}", "[1,]", "[,1]", "{\"a\":1,}", "{,}", "{\"a\"}", "{\"a\":}", "{\"a\" 1}", "{1:2}",
        "{'a':1}", "nul",
        "nullx", "True", "01", "1.", ".5", "-", "+1", "1e", "1e+", "0x1", "NaN", "\"", "\"\\\"", "\"\\x\"", "\"\\u12g4\"", "\"\t\"", "1 2",
        "[] []",
        "\u{FEFF}1", "\u{0}", "1\u{0}",
        // What comes after something that is JSON, but strange.
        "{\"a\":1,\"a\":}", "[\"\\ud800\",]", "[\"e\(String(repeating: "\u{301}", count: 100))\"", String(repeating: "[", count: 200),
    ])
    func `what is no JSON is refused`(text: String) {
        #expect(refusal(text)?.hasPrefix("the text is not JSON, at byte ") == true)
    }

    @Test func `deeper than a thousand is refused, however it goes on`() {
        #expect(refusal(Self.nested(1_000)) == nil)
        #expect(refusal(Self.nested(1_001))?.contains("more than 1000 deep") == true)
        #expect(refusal(String(repeating: "{\"a\":", count: 10_000))?.contains("more than 1000 deep") == true)
    }

    @Test func `all that is accepted is JSON to PostgreSQL, too`() async throws {
        let texts = [
            "{}", "[]", " [ ] ", "null", "true", "false", "\"\"", "0", "-0", "-1.50E+10", "1e-5", "[1,[2,{\"a\":[]}],{}]",
            "\r\n\t {\"a\" : 1 , \"b\":[ ]}",
            "{\"a\":1,\"a\":2}", "\"\\ud800\"", "\"\\udc00\\u0000\\u00Ff\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\u{7F}ä😀\"",
            "\"e\(String(repeating: "\u{301}", count: 100))\"", Self.nested(1_000), "1\(String(repeating: "0", count: 1_000))",
        ]
        let fixture = try ExportFixture([Table("t", columns: [.identity(), .json("j")])])
        for text in texts { try await fixture.insert("INSERT INTO t (j) VALUES (?)", text) }
        let manifest = try fixture.export()
        let server = try await PostgreSQLServer.start()
        let url = try await server.createDatabase("json")
        let loaded = try await server.load(fixture.dump, into: "json")
        #expect(loaded.status == 0, "\(loaded.errorText)")
        #expect(try PostgreSQLVerification(of: url, against: manifest, schema: fixture.schema).isSame)
    }
}
