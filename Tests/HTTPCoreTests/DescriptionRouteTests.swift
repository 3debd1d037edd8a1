import HTTPTypes
import Testing

@testable import HTTPCore

@Suite("Routes of the description", .timeLimit(.minutes(1)))
struct DescriptionRouteTests {
    @Test func `the document is served, and not again to who has it`() async throws {
        try await TestServer.run(routes: { $0.addDescription(Things.api) }) { server in
            let answer = try await server.get("/openapi.json")
            #expect(answer.status == 200 && answer["Content-Type"] == "application/json")
            let document = try JSONParser.parse(answer.body)
            #expect(document["openapi"] == "3.1.0" && document["servers"]?[0]?["url"] == "https://things.test")
            let tag = try #require(answer["ETag"])
            for condition in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
                let again = try await server.get("/openapi.json", "If-None-Match: \(condition)\r\n")
                #expect(again.status == 304 && again.body == "" && again["ETag"] == tag && again["Content-Length"] == nil)
            }
            #expect(try await server.get("/openapi.json", "If-None-Match: \"x\"\r\n").status == 200)
        }
    }

    @Test func `the page is not sent again to who has it`() async throws {
        try await TestServer.run(routes: { $0.addDescription(Things.api) }) { server in
            let page = try await server.get("/api-docs")
            let tag = try #require(page["ETag"])
            let again = try await server.get("/api-docs", "If-None-Match: \(tag)\r\n")
            #expect(again.status == 304 && again.body == "" && again["ETag"] == tag)
            #expect(again["Content-Security-Policy"] == Page.policy)
            #expect(try await server.get("/openapi.json")["ETag"] != tag)
        }
    }

    @Test func `a page says what every form of a body and an answer holds`() {
        var api = Things.api
        let either = JSONSchema.anyOf(.object(.required("first", .boolean)), .object(.required("second", .boolean)))
        api.operations = [
            Operation(.post, "/a", id: "a", in: "A", "Try")
                .reading(.json(either))
                .answering(
                    .file("application/pdf", "A file."),
                    .json(.ok, "Or this.", .object(.required("third", .boolean))),
                    .noContent("Or nothing.")
                ),
            Operation(.post, "/b", id: "b", in: "A", "Choose").answering(.init(.ok, "What was chosen.")).answeringAnything(),
        ]
        let markup = APIPage(api).page.markup
        for name in ["first", "second", "third"] { #expect(markup.contains("<code>\(name)</code></th>"), "\(name)") }
        #expect(markup.contains("<p>Or <code>application/json</code>:</p>"))
        #expect(markup.contains("<p><code>application/json</code></p>"))
        #expect(markup.contains("<td>anything</td><td>What was chosen.</td>"))
        #expect(markup.contains("<td>no body</td><td>Or nothing.</td>"))
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
