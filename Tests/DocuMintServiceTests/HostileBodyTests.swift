import HTTPCore
import TestKit
import Testing

@testable import DocuMintService

@Suite struct HostileBodyTests {
    /// A body, and the status and code that it leads to; 200 has none.
    typealias Scenario = (name: String, body: [UInt8], status: Int, code: String?)

    static let texts: [(name: String, body: String, status: Int, code: String?)] = [
        ("empty", "", 400, "invalid_json"),
        ("blank", " \r\n", 400, "invalid_json"),
        ("cut off", #"{"items": [{"unit_price": 1"#, 400, "invalid_json"),
        ("two values", "{} {}", 400, "invalid_json"),
        ("no quotes", "{items: []}", 400, "invalid_json"),
        ("a form", "items=1&company=Test", 400, "invalid_json"),
        ("byte order mark", "\u{FEFF}{}", 400, "invalid_json"),
        ("a name twice", #"{"items": [], "items": [{"unit_price": 1}]}"#, 400, "invalid_json"),
        ("deep arrays", repeated("[", 500_000), 400, "invalid_json"),
        ("deep objects", repeated(#"{"items":"#, 100_000), 400, "invalid_json"),
        ("deep but allowed", #"{"items": \#(repeated("[", 100))\#(repeated("]", 100))}"#, 400, "invalid_input"),
        ("1e999", #"{"items": [{"unit_price": 1e999}]}"#, 422, "amount_out_of_range"),
        ("1e-999", #"{"items": [{"unit_price": 1e-999}]}"#, 422, "amount_out_of_range"),
        ("a number of a million digits", #"{"items": [{"unit_price": \#(repeated("9", 1_000_000))}]}"#, 400, "invalid_input"),
        ("many unknown members", #"{\#((0..<80_000).map { "\"\($0)\":0," }.joined())"items": 1}"#, 400, "invalid_input"),
        ("an unknown member with a long name", #"{"items": [{"unit_price": 1}], "\#(repeated("é", 400_000))": 1}"#, 400, "invalid_input"),
        ("one byte too large", padded(to: 1_048_577), 413, "payload_too_large"),
        ("as large as allowed", padded(to: 1_048_576), 200, nil),
        ("a lone surrogate", item(#"\ud800"#), 400, "invalid_json"),
        ("a raw NUL", item("\0"), 400, "invalid_json"),
        ("an escaped NUL", item(#"\u0000"#), 200, nil),
        ("control characters", item(#"\u0001\u001b[2J\u007f\u0085"#), 200, nil),
        ("an endless accent", item(repeated("\u{301}", 1_000)), 400, "invalid_json"),
        ("accents", item(repeated("e\u{301}", 4_000)), 200, nil),
        ("direction marks", item("a\u{202E}b\u{2066}c\u{FEFF}"), 200, nil),
        ("noncharacters", item("\u{FFFF}\u{10FFFF}"), 422, "missing_glyph"),
        ("PDF operators", item(#"(\\) Tj ET endstream endobj %%EOF trailer << /Root 1 0 R >>"#), 200, nil),
        ("one long word", item(repeated("W", 10_000)), 200, nil),
        ("spaces", item(repeated(" ", 10_000)), 200, nil),
        ("placeholders", item("{rate}{basis}{page}%s%n$(id)`id`{{7*7}}"), 200, nil),
    ]

    static let bytes: [Scenario] = [
        ("a stray continuation byte", [0x80], 400, "invalid_json"),
        ("an overlong slash", Array(#"{"company": ""#.utf8) + [0xC0, 0xAF, 0x22, 0x7D], 400, "invalid_json"),
        ("a surrogate in UTF-8", Array(#"{"company": ""#.utf8) + [0xED, 0xA0, 0x80, 0x22, 0x7D], 400, "invalid_json"),
        ("UTF-16", [0x7B, 0x00, 0x7D, 0x00], 400, "invalid_json"),
    ]

    static let scenarios: [Scenario] = texts.map { ($0.name, Array($0.body.utf8), $0.status, $0.code) } + bytes

    @Test("every body has its answer, and the next one is served", arguments: scenarios.indices)
    func body(row: Int) async throws {
        let (name, body, status, code) = Self.scenarios[row]
        try await Service.run { service in
            let answer = try await service.client.demo(body)
            #expect(answer.status == status, "\(name)")
            if status == 200 {
                try await answer.expectSoundPDF()
            } else {
                #expect(answer.header("Content-Type") == "application/problem+json")
                #expect(try answer.code == code, "\(name)")
                #expect(answer.body.count < 50_000, "\(name)")
            }
            #expect(try await service.client.demo(.invoice()).status == 200)
        }
    }

    @Test func `hostile text is harmless in every field`() async throws {
        try await Service.run { service in
            for text: JSONValue in ["\u{0}\u{1}\u{7F}", "(\\)<</>>", "e\u{301}\u{316}\u{202E}x", "\r\n\n\r\t", "  "] {
                let fields = ["name", "address", "postal_code", "city", "country", "email", "phone", "vat_id", "tax_id", "iban", "bic"]
                let party = JSONValue.object(JSONObject(fields.map { ($0, text) }))
                let answer = try await service.client.demo([
                    "from": party, "to": party, "items": [["description": text, "unit_price": 1]], "invoice_number": text,
                    "currency_symbol": text, "notes": text, "terms": text,
                ])
                try await answer.expectSoundPDF()
            }
        }
    }

    @Test func `a body that is not called JSON is refused`() async throws {
        try await Service.run { service in
            for type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"] {
                let answer = try await service.client.demo(Self.item("").utf8, headers: ["Content-Type": type])
                #expect(answer.status == 415)
                #expect(try answer.code == "unsupported_media_type")
            }
        }
    }

    private static func item(_ description: String) -> String {
        #"{"items": [{"unit_price": 1, "description": "\#(description)"}]}"#
    }

    private static func padded(to count: Int) -> String {
        let body = item("")
        return body + repeated(" ", count - body.utf8.count)
    }

    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
}
