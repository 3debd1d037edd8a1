import Testing

@testable import HTTPCore

@Suite("Routes of the description", .timeLimit(.minutes(1)))
struct DescriptionRouteTests {
    @Test func `the document is served, and not again to who has it`() async throws {
        try await TestServer.run(routes: { $0.addDescription(Things.api, baseURL: "https://other.test") }) { server in
            let answer = try await server.get("/openapi.json")
            #expect(answer.status == 200 && answer["Content-Type"] == "application/json")
            let document = try JSONParser.parse(answer.body)
            #expect(document["openapi"] == "3.1.0" && document["servers"]?[0]?["url"] == "https://other.test")
            let tag = try #require(answer["ETag"])
            for condition in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
                let again = try await server.get("/openapi.json", "If-None-Match: \(condition)\r\n")
                #expect(again.status == 304 && again.body == "" && again["ETag"] == tag && again["Content-Length"] == nil)
            }
            #expect(try await server.get("/openapi.json", "If-None-Match: \"x\"\r\n").status == 200)
        }
    }

    @Test func `people find every operation and its errors on a page`() async throws {
        try await TestServer.run(routes: { $0.addDescription(Things.api) }) { server in
            let page = try await server.get("/api-docs")
            #expect(page.status == 200 && page["Content-Type"] == "text/html; charset=utf-8")
            for operation in Things.api.operations {
                #expect(page.body.contains("<a href=\"#\(operation.id)\">") && page.body.contains("id=\"\(operation.id)\""))
                for code in operation.allProblems { #expect(page.body.contains("<a href=\"/errors/\(code.code)\">")) }
            }
            #expect(page.body.contains("<p>It is <code>id</code> that counts.</p><p>Nothing else.</p>"))
            #expect(page.body.contains("curl \"https://things.test/things/$THING_ID\""))
            #expect(page.body.contains("Keep <code>id</code> of the answer as <code>THING_ID</code>"))
        }
    }
}
