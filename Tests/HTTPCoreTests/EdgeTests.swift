import HTTPTypes
import Hummingbird
import Logging
import Testing

@testable import HTTPCore

@Suite("The edge", .timeLimit(.minutes(1)))
struct EdgeTests {
    struct Secret: Error, CustomStringConvertible {
        let description = "the password is swordfish"
    }

    struct Busy: ProblemConvertible {
        var problem: Problem { .overloaded(retryAfter: 3) }
    }

    static func addRoutes(to router: ServiceRouter) {
        router.get("/who") { _, context in
            Response.json(.ok, ["client": JSONValue(context.clientAddress?.description), "id": .string(context.requestID)])
        }
        router.get("/secret") { _, _ -> Response in throw Secret() }
        router.get("/busy") { _, _ -> Response in throw Busy() }
        router.get("/mine") { _, context in Response.json(.ok, .integer(try context.requireIdentity().accountID)) }
        router.get("/page") { _, _ in
            Response.text(.ok, "page", headers: [.contentSecurityPolicy: "default-src 'self'", .xContentTypeOptions: "other"])
        }
        router.get("/nothing") { _, _ in Response.noContent() }
        router.post("/json") { request, context in
            let reader = ObjectReader(try await request.jsonBody(context))
            let name = reader.requiredString("name")
            _ = reader.requiredInteger("age")
            try reader.finish()
            return Response.json(.created, .string(name))
        }
    }

    @Test("Every answer has a request id, a date and the security fields; a route can override the latter")
    func headers() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            for target in ["/who", "/unknown", "/secret", "/nothing"] {
                let answer = try await server.get(target)
                #expect(RequestID.isAcceptable(answer["X-Request-Id"] ?? ""))
                #expect(answer["Date"]?.hasSuffix(" GMT") == true)
                #expect(answer["X-Content-Type-Options"] == "nosniff" && answer["Referrer-Policy"] == "no-referrer")
                #expect(answer["Cache-Control"] == "no-store")
                #expect(answer["X-Frame-Options"] == "DENY" && answer["Content-Security-Policy"]?.hasPrefix("default-src 'none'") == true)
            }
            let page = try await server.get("/page")
            #expect(page.fields.filter { $0.name.lowercased() == "content-security-policy" }.map(\.value) == ["default-src 'self'"])
            #expect(page.fields.filter { $0.name.lowercased() == "x-content-type-options" }.map(\.value) == ["other"])
            #expect(page["X-Frame-Options"] == "DENY")
        }
    }

    @Test("An answer without content says nothing of a length")
    func noContent() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let answer = try await server.get("/nothing")
            #expect(answer.status == 204 && answer["Content-Length"] == nil && answer["Transfer-Encoding"] == nil)
        }
    }

    @Test("A fault of the service is answered 500 without detail")
    func unknownError() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let answer = try await server.get("/secret")
            #expect(answer.status == 500 && !answer.body.contains("swordfish"))
            let problem = try JSONParser.parse(answer.body)
            #expect(problem["code"]?.stringValue == "internal_error" && problem["request_id"]?.stringValue == answer["X-Request-Id"])
        }
    }

    @Test("An error of another layer becomes the problem that it says")
    func convertibleError() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let answer = try await server.get("/busy")
            #expect(answer.status == 503 && answer["Retry-After"] == "3" && answer.body.contains("\"code\":\"overloaded\""))
        }
    }

    @Test("A route that needs to know who calls answers 401 if nobody said")
    func unauthorized() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let answer = try await server.get("/mine")
            #expect(answer.status == 401 && answer["WWW-Authenticate"] == "Bearer")
            #expect(try JSONParser.parse(answer.body)["error"]?.stringValue == "Unauthorized: invalid or missing API key")
        }
    }

    @Test("Wrong input is answered with all faults")
    func invalidInput() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let body = "{\"age\": \"x\", \"nam\": 1}"
            let head = "POST /json HTTP/1.1\nHost: a\nContent-Type: application/json\nContent-Length: \(body.utf8.count)\n\n"
            let answer = try await server.answer(to: http(head) + body)
            let problem = try JSONParser.parse(answer.body)
            #expect(answer.status == 400 && problem["code"]?.stringValue == "invalid_input")
            #expect(problem["errors"]?.arrayValue?.compactMap { $0["path"]?.stringValue }.sorted() == ["$.age", "$.nam", "$.name"])
            #expect(problem["type"]?.stringValue == "/errors/invalid_input" && problem["status"]?.integerValue == 400)
        }
    }

    static let mediaTypes: [(type: String?, status: Int)] = [
        (nil, 201), ("application/json", 201), ("Application/JSON; charset=utf-8", 201), ("application/vnd.x+json", 201),
        ("application/x-www-form-urlencoded", 415), ("text/plain", 415), ("multipart/form-data; boundary=x", 415), ("", 415),
    ]

    @Test("JSON is read as JSON only", arguments: mediaTypes)
    func mediaType(_ type: String?, _ status: Int) async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let body = "{\"age\": 1, \"name\": \"a\"}"
            let field = type.map { "Content-Type: \($0)\n" } ?? ""
            let answer = try await server.answer(
                to: http("POST /json HTTP/1.1\nHost: a\n\(field)Content-Length: \(body.utf8.count)\n\n") + body
            )
            #expect(answer.status == status)
        }
    }

    @Test("A request id and a client address are believed only from a trusted proxy")
    func trustedProxy() async throws {
        let fields = "X-Request-Id: from-outside\r\nX-Forwarded-For: 203.0.113.7\r\n"
        try await TestServer.run(routes: Self.addRoutes) { server in
            let answer = try await server.get("/who", fields)
            #expect(answer["X-Request-Id"] != "from-outside" && answer.body.contains("\"client\":\"127.0.0.1\""))
        }
        try await TestServer.run(trustedProxies: try TrustedProxies(list: "127.0.0.0/8"), routes: Self.addRoutes) { server in
            let answer = try await server.get("/who", fields)
            #expect(answer["X-Request-Id"] == "from-outside" && answer.body == "{\"client\":\"203.0.113.7\",\"id\":\"from-outside\"}")
            let hostile = try await server.get("/who", "X-Request-Id: a b\r\n")
            #expect(hostile["X-Request-Id"] != "a b")
        }
    }

    @Test("A rate limit tells clients what is left and refuses when nothing is")
    func rateLimit() async throws {
        let limiter = RateLimiter(now: { 0 })
        try await TestServer.run { router in
            router.group().add(middleware: RateLimitMiddleware(limiter, RateLimit("demo", quota: 2, windowSeconds: 60)))
                .get("/limited") { _, _ in Response.text(.ok, "yes") }
                .get("/limited/error") { _, _ -> Response in throw Problem.notFound() }
        } _: { server in
            let first = try await server.get("/limited")
            #expect(first["RateLimit"] == "\"demo\";r=1;t=30" && first["RateLimit-Policy"] == "\"demo\";q=2;w=60")
            let second = try await server.get("/limited/error")
            #expect(second.status == 404 && second["RateLimit"] == "\"demo\";r=0;t=60")
            let third = try await server.get("/limited")
            #expect(third.status == 429 && third["Retry-After"] == "30" && third.body.contains("\"code\":\"rate_limited\""))
            #expect(third["RateLimit"] == "\"demo\";r=0;t=60")
        }
    }

    @Test("A rate limit tells clients what is left on every answer that is not a fault of the service")
    func rateLimitOnErrors() async throws {
        let limiter = RateLimiter(now: { 0 })
        try await TestServer.run { router in
            router.group().add(middleware: RateLimitMiddleware(limiter, RateLimit("demo", quota: 10, windowSeconds: 60)))
                .get("/busy") { _, _ -> Response in throw Busy() }
                .post("/json") { request, context in
                    let reader = ObjectReader(try await request.jsonBody(context))
                    _ = reader.requiredString("name")
                    try reader.finish()
                    return Response.noContent()
                }
                .get("/secret") { _, _ -> Response in throw Secret() }
        } _: { server in
            let busy = try await server.get("/busy")
            #expect(busy.status == 503 && busy["RateLimit"] == "\"demo\";r=9;t=6" && busy["Retry-After"] == "3")
            for (body, code) in [("{", "invalid_json"), ("{}", "invalid_input")] {
                let head = "POST /json HTTP/1.1\nHost: a\nContent-Length: \(body.utf8.count)\n\n"
                let answer = try await server.answer(to: http(head) + body)
                #expect(answer.status == 400 && answer["RateLimit"] != nil && answer.body.contains("\"code\":\"\(code)\""))
            }
            let fault = try await server.get("/secret")
            #expect(fault.status == 500 && fault["RateLimit"] == nil && !fault.body.contains("swordfish"))
        }
    }

    @Test("A problem that was made of another error keeps that for the log, and tells clients nothing of it")
    func cause() throws {
        let problem = try #require(Problem(Busy()))
        #expect(problem.code == .overloaded && problem.cause is Busy)
        #expect(Problem(problem)?.cause is Busy)
        #expect((Problem(Secret()) as Problem?)?.code == nil)
    }

    @Test("Health, readiness and version")
    func health() async throws {
        try await TestServer.run { router in
            let checks = [ReadinessCheck("good") {}, ReadinessCheck("bad") { throw Secret() }]
            router.addHealthRoutes(version: ServiceVersion(name: "test", version: "1.2.3", commit: "abc"), checks: checks)
        } _: { server in
            let alive = try await server.get("/healthz")
            #expect(alive.status == 200)
            let ready = try await server.get("/readyz")
            #expect(ready.status == 503 && ready.body == #"{"status":"not_ready","checks":{"good":"ok","bad":"failed"}}"#)
            let version = try await server.get("/version")
            #expect(version.body.hasPrefix(#"{"name":"test","version":"1.2.3","commit":"abc","swift":""#))
        }
    }

    @Test("A service that is about to stop says so to whoever asks after its health, and answers all else")
    func leaving() async throws {
        try await TestServer.run { router in
            router.addHealthRoutes(version: ServiceVersion(name: "test", version: "1"), checks: [], isLeaving: { true })
        } _: { server in
            let health = try await server.get("/healthz")
            #expect(health.status == 503 && health.body == #"{"status":"stopping"}"#)
            let readiness = try await server.get("/readyz")
            #expect(readiness.status == 503 && readiness.body == #"{"status":"not_ready","checks":{"staying":"failed"}}"#)
            #expect(try await server.get("/version").status == 200)
        }
    }
}
