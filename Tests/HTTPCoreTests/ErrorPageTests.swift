import HTTPTypes
import Testing

@testable import HTTPCore

@Suite("Error pages", .timeLimit(.minutes(1)))
struct ErrorPageTests {
    /// A product's own code, with everything in its texts that has to be escaped.
    static let own = ProblemCode("own_fault", .conflict, "Own <fault>", "Use \"a\" & not <b>.")
    static let codes = ProblemCode.shared + [own]

    static func addRoutes(to router: ServiceRouter) {
        router.addErrorPages(codes, product: "Testing")
    }

    @Test func `the index lists every code, and each has a page that says what to do`() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let index = try await server.get("/errors")
            #expect(index.status == 200 && index["Content-Type"] == "text/html; charset=utf-8")
            for code in Self.codes {
                let link = "<a href=\"/errors/\(code.code)\"><code>\(code.code)</code></a></th><td>\(code.status.code) "
                #expect(index.body.contains(link), "\(code.code)")
                let page = try await server.get(code.type)
                #expect(page.status == 200 && page["Content-Type"] == "text/html; charset=utf-8", "\(code.code)")
                #expect(page.body.contains("<h1>\(HTML.text(code.title).markup)</h1>"), "\(code.code)")
                #expect(page.body.contains("<p>\(HTML.text(code.advice).markup)</p>"), "\(code.code)")
                #expect(page.body.contains("<a href=\"/errors\">") && page.body.contains("<a href=\"/api-docs\">"), "\(code.code)")
            }
        }
    }

    @Test func `every page shows an answer as it is really given`() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            for code in Self.codes {
                let page = try await server.get(code.type).body
                let block = try #require(page.firstMatch(of: /(?s)<pre[^>]*>\n<code>(.*?)<\/code><\/pre>/)).1
                let example = try JSONParser.parse(Self.unescaped(String(block)))
                #expect(example["type"] == .string("/errors/\(code.code)") && example["code"] == .string(code.code))
                #expect(example["title"] == .string(code.title) && example["status"] == .integer(code.status.code))
                for name in ["detail", "error", "request_id"] {
                    #expect(example[name]?.stringValue?.isEmpty == false, "\(code.code) \(name)")
                }
                #expect((example["errors"]?.arrayValue?.count ?? 0) == (code == .invalidInput ? 2 : 0))
            }
        }
    }

    private static func unescaped(_ markup: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")].reduce(markup) { text, pair in
            text.split(separator: pair.0, omittingEmptySubsequences: false).joined(separator: pair.1)
        }
    }

    @Test(arguments: ["/errors", "/errors/own_fault"])
    func `a page is not sent again to who has it`(target: String) async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let page = try await server.get(target)
            let tag = try #require(page["ETag"])
            #expect(page["Cache-Control"] == "public, max-age=300")
            let again = try await server.get(target, "If-None-Match: \(tag)\r\n")
            #expect(again.status == 304 && again.body == "" && again["ETag"] == tag)
            #expect(again["Content-Security-Policy"] == Page.policy)
            #expect(try await server.get("/errors/not_found")["ETag"] != tag)
        }
    }

    @Test func `the type of an answer leads to its page`() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            for target in ["/no/such/page", "/errors/no_such_code", "/plain"] {
                let answer = try await server.answer(to: http("DELETE \(target) HTTP/1.1\nHost: a\n\n"))
                let type = try #require(try JSONParser.parse(answer.body)["type"]?.stringValue)
                #expect(try await server.get(type).status == 200, "\(type)")
            }
        }
    }

    @Test(arguments: ["not_foun", "not_found_", "NOT_FOUND", "not-found", "%C3%A9", "%ff"])
    func `a code that does not exist has no page`(code: String) async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let answer = try await server.get("/errors/\(code)")
            #expect(answer.status == 404 && answer["Content-Type"] == "application/problem+json")
            #expect(answer.body.contains("\"code\":\"not_found\""))
        }
    }

    @Test func `the page of invalid input explains every code of a fault`() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let page = try await server.get(ProblemCode.invalidInput.type).body
            for (code, meaning) in InputFault.Code.explained {
                #expect(page.contains("<code>\(code.rawValue)</code></th><td>\(HTML.text(meaning).markup)</td>"), "\(code.rawValue)")
            }
            #expect(try await !server.get(ProblemCode.invalidJSON.type).body.contains("query.limit"))
            #expect(page.contains("query.limit"))
        }
    }

    @Test func `a page has one policy, its own, and the other security fields of every answer`() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            for target in ["/errors", "/errors/not_found"] {
                let page = try await server.get(target)
                #expect(page.fields.filter { $0.name.lowercased() == "content-security-policy" }.map(\.value) == [Page.policy])
                #expect(page["X-Frame-Options"] == "DENY" && page["X-Content-Type-Options"] == "nosniff")
                #expect(page["Referrer-Policy"] == "no-referrer")
            }
        }
    }
}
