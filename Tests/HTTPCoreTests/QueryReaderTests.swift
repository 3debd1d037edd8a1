import Testing

@testable import HTTPCore

@Suite("Query parameters")
struct QueryReaderTests {
    static let texts: [(query: String, value: String?)] = [
        ("expr=0+9+*+*+1-5", "0 9 * * 1-5"), ("expr=a%2Bb", "a+b"), ("expr=%C3%A9", "é"), ("other=1", nil), ("", nil), ("expr=", ""),
        ("expr", ""),
        ("expr=a=b", "a=b"), ("e%78pr=1", "1"), ("&&expr=1&", "1"), ("Expr=1", nil),
    ]

    @Test("are decoded", arguments: texts)
    func decodes(_ query: String, _ value: String?) throws {
        let reader = QueryReader(query)
        #expect(reader.string("expr") == value)
        try reader.finish()
    }

    static let malformed =
        ["expr=%", "expr=%4", "expr=%zz", "expr=%ff", "expr=%c3", "expr=%00", "%zz=1", "other=%zz&expr=1", "expr=%+1"]
        + ["expr=a", "other"].map { $0 + String(repeating: "%CC%80", count: 31) }

    @Test("Names are compared byte by byte")
    func exactNames() throws {
        let reader = QueryReader("e%CC%81=1")
        #expect(reader.string("\u{E9}") == nil)
        #expect(reader.string("e\u{301}") == "1")
        try reader.finish()
    }

    @Test("that are not percent-encoded text are refused", arguments: malformed)
    func refuses(query: String) {
        let reader = QueryReader(query)
        _ = reader.string("expr")
        let error = #expect(throws: InvalidInput.self) { try reader.finish() }
        #expect(error?.faults.first?.code == .malformedEncoding)
    }

    @Test("All faults are found at once")
    func allFaults() {
        enum Color: String, CaseIterable { case red, green }
        let reader = QueryReader("limit=1000&offset=x&flag=maybe&color=blue&twice=1&twice=2&name=abc&plus=%2B5")
        _ = reader.requiredString("missing")
        #expect(reader.integer("limit", in: 1...100, default: 50) == 50)
        #expect(reader.integer("offset") == nil)
        #expect(reader.boolean("flag") == nil)
        #expect(reader.choice("color", as: Color.self) == nil)
        _ = reader.string("twice")
        _ = reader.string("name", length: 1...2)
        _ = reader.integer("plus")
        let error = #expect(throws: InvalidInput.self) { try reader.finish() }
        #expect(
            error?.faults.map { "\($0.path) \($0.code.rawValue)" } == [
                "query.missing required", "query.limit out_of_range", "query.offset not_an_integer", "query.flag wrong_type",
                "query.color not_allowed",
                "query.twice repeated", "query.name too_long", "query.plus not_an_integer",
            ]
        )
    }

    @Test("have defaults")
    func defaults() throws {
        let reader = QueryReader("on&off=0&limit=7")
        #expect(reader.integer("limit", in: 1...100, default: 50) == 7 && reader.integer("missing", default: 50) == 50)
        #expect(reader.boolean("on", default: false) && !reader.boolean("off", default: true) && reader.boolean("missing", default: true))
        try reader.finish()
    }
}
