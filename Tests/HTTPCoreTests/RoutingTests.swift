import HTTPTypes
import Hummingbird
import Testing

@testable import HTTPCore

@Suite("Routes", .timeLimit(.minutes(1)))
struct RoutingTests {
    static func addRoutes(to router: ServiceRouter) {
        router.get("/things/{id}") { _, context in Response.text(.ok, try context.parameter("id")) }
        router.delete("/things/{id}") { _, _ in Response.noContent() }
        router.any("/hook/{token}") { request, _ in Response.text(.ok, request.method.rawValue) }
        router.group("/api").group("v1").put("thing") { _, _ in Response.text(.ok, "put") }
        router.get("/error") { _, _ -> Response in throw HTTPError(.badRequest, message: "No.") }
    }

    @Test(
        "A known path with another method is answered 405 with all that it knows",
        arguments: ["POST", "PATCH", "PROPFIND", "M-SEARCH", "QUERY"]
    )
    func methodNotAllowed(method: String) async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let answer = try await server.answer(to: http("\(method) /things/1 HTTP/1.1\nHost: a\n\n"))
            #expect(answer.status == 405 && answer["Allow"] == "DELETE, GET, HEAD")
            #expect(answer.body.contains("\"code\":\"method_not_allowed\""))
        }
    }

    @Test("A path in a group is answered 405, too")
    func methodNotAllowedInGroup() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let answer = try await server.get("/api/v1/thing")
            #expect(answer.status == 405 && answer["Allow"] == "PUT")
        }
    }

    @Test("HEAD is answered like GET, without the body")
    func head() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            try await RawConnection.open(port: server.port) { connection in
                for target in ["/things/12345", "/nothing", "/plain"] {
                    try await connection.send(http("GET \(target) HTTP/1.1\nHost: a\n\n"))
                    let get = try #require(try await connection.answer())
                    try await connection.send(http("HEAD \(target) HTTP/1.1\nHost: a\n\n"))
                    let head = try #require(try await connection.answer(isToHead: true))
                    #expect(head.status == get.status && head["Content-Type"] == get["Content-Type"])
                    #expect(head["Content-Length"] == get["Content-Length"] && head.body == "")
                }
            }
        }
    }

    @Test("A route can take any method", arguments: ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "TRACE", "LINK"])
    func anyMethod(method: String) async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let answer = try await server.answer(to: http("\(method) /hook/a HTTP/1.1\nHost: a\n\n"))
            #expect(answer.status == 200 && answer.body == method)
        }
    }

    @Test("A parameter of the path is decoded, and a malformed one leads nowhere")
    func pathParameter() async throws {
        let expected = ["a%20b": "a b", "%C3%A9": "é", "a+b": "a+b", "a%2Fb": "a/b", "a%zz": nil, "%ff": nil]
        try await TestServer.run(routes: Self.addRoutes) { server in
            for (text, value) in expected {
                let answer = try await server.get("/things/\(text)")
                #expect(answer.status == (value == nil ? 404 : 200), "\(text)")
                if let value { #expect(answer.body == value) }
            }
        }
    }

    @Test("Hummingbird's own errors become problems")
    func frameworkError() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let answer = try await server.get("/error")
            #expect(answer.status == 400 && answer["Content-Type"] == "application/problem+json")
            #expect(answer.body.contains("\"detail\":\"No.\""))
        }
    }

    @Test("The router knows its routes")
    func routeList() {
        let router = ServiceRouter()
        Self.addRoutes(to: router)
        #expect(
            router.routes == [
                .init(method: .get, path: "/things/{id}"), .init(method: .delete, path: "/things/{id}"),
                .init(method: nil, path: "/hook/{token}"), .init(method: .put, path: "/api/v1/thing"), .init(method: .get, path: "/error"),
            ]
        )
    }

    @Test("Requests are counted by route, not by path")
    func metrics() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            for target in ["/things/1", "/things/2", "/nothing", "/nothing/at/all"] { _ = try await server.get(target) }
            _ = try await server.answer(to: http("POST /things/3 HTTP/1.1\nHost: a\n\n"))
            _ = try await server.exchange("nonsense\r\n\r\n")
            let text = server.metrics.render()
            #expect(text.contains("http_requests_total{method=\"GET\",route=\"/things/{id}\",status=\"200\"} 2\n"), "\(text)")
            #expect(text.contains("http_requests_total{method=\"other\",route=\"/things/{id}\",status=\"405\"} 1\n"))
            #expect(text.contains("http_requests_total{method=\"any\",route=\"unmatched\",status=\"404\"} 2\n"))
            #expect(text.contains("http_requests_total{method=\"any\",route=\"refused\",status=\"400\"} 1\n"))
            #expect(text.contains("http_request_duration_seconds_count{method=\"GET\",route=\"/things/{id}\"} 2\n"))
            #expect(!text.contains("/nothing"))
        }
    }
}
