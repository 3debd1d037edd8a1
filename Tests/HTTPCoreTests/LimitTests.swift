import Hummingbird
import NIOCore
import Testing

@testable import HTTPCore

@Suite("Limits of a connection", .timeLimit(.minutes(1)))
struct LimitTests {
    // MARK: Bytes

    static let floods: [(what: String, fields: String)] = [
        ("one large field", "X-A: \(String(repeating: "a", count: 17 << 10))\r\n"),
        ("one large name", "\(String(repeating: "a", count: 17 << 10)): a\r\n"),
        ("many fields", (0..<101).map { "X-\($0): a\r\n" }.joined()),
        ("a large head", (0..<90).map { "X-\($0): \(String(repeating: "a", count: 800))\r\n" }.joined()),
        ("white space", "X-A:\(String(repeating: " ", count: 70 << 10))a\r\n"),
        ("an endless field", "X-A: \(String(repeating: "a", count: 1 << 20))"),
    ]

    @Test("A flood of header fields is answered 431, and the connection is closed", arguments: floods)
    func headerFlood(_ what: String, _ fields: String) async throws {
        try await TestServer.run { server in
            let text = try await server.exchange("GET /plain HTTP/1.1\r\nHost: a\r\n\(fields)\r\n")
            #expect(text.hasPrefix("HTTP/1.1 431 "), "\(what): \(text)")
            #expect(text.contains("\r\nConnection: close\r\n") && text.contains("\"code\":\"headers_too_large\""))
            #expect(try await server.isServing())
        }
    }

    @Test("A long target is answered 431")
    func longTarget() async throws {
        try await TestServer.run { server in
            let text = try await server.exchange("GET /\(String(repeating: "a", count: 17 << 10)) HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(text.hasPrefix("HTTP/1.1 431 "))
        }
    }

    @Test("As many header fields as allowed are accepted")
    func manyFields() async throws {
        try await TestServer.run { server in
            for fields in [(0..<99).map { "X-\($0): a\r\n" }.joined(), "X-A: \(String(repeating: "a", count: 16_000))\r\n"] {
                let answer = try await server.get("/plain", fields)
                #expect(answer.status == 200)
            }
        }
    }

    @Test("A body that says it is too large is refused before it is sent")
    func declaredLargeBody() async throws {
        try await TestServer.run { server in
            let text = try await RawConnection.open(port: server.port) { connection in
                try await connection.send(http("POST /echo HTTP/1.1\nHost: a\nContent-Length: 104857600\n\n"))
                let answer = try #require(try await connection.answer())
                #expect(answer.status == 413 && answer["Connection"] == "close")
                #expect(answer.body.contains("\"code\":\"payload_too_large\""))
                return try await connection.rest()
            }
            #expect(text.isEmpty)
        }
    }

    @Test("A client that sends 100 MB without looking up gets the 413 and no reset", arguments: [false, true])
    func largeBody(isChunked: Bool) async throws {
        var limits = ServerLimits()
        limits.bodyBytes = 1000
        try await TestServer.run(limits: limits) { server in
            try await RawConnection.open(port: server.port) { connection in
                let framing = isChunked ? "Transfer-Encoding: chunked" : "Content-Length: 104857600"
                try await connection.send(http("POST /echo HTTP/1.1\nHost: a\n\(framing)\n\n"))
                let part = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
                for _ in 0..<100 {
                    if isChunked { try await connection.send("100000\r\n") }
                    try await connection.send(part)
                    if isChunked { try await connection.send("\r\n") }
                }
                let answer = try #require(try await connection.answer())
                #expect(answer.status == 413 && answer["Connection"] == "close")
                let wasReset = connection.wasReset
                #expect(!wasReset)
            }
            #expect(try await server.isServing())
        }
    }

    @Test("A body of exactly the limit is read")
    func bodyAtLimit() async throws {
        var limits = ServerLimits()
        limits.bodyBytes = 5
        try await TestServer.run(limits: limits) { server in
            let head = "POST /echo HTTP/1.1\nHost: a\n"
            let fitting = try await server.answer(to: http(head + "Content-Length: 5\n\nhello"))
            #expect(fitting.body == "hello")
            for larger in ["Content-Length: 6\n\nhello!", "Transfer-Encoding: chunked\n\n6\nhello!\n0\n\n"] {
                let answer = try await server.answer(to: http(head + larger))
                #expect(answer.status == 413)
            }
        }
    }

    @Test("A large body that nobody reads costs the connection")
    func unreadLargeBody() async throws {
        try await TestServer.run { server in
            let answer = try await server.answer(to: http("POST /ignore HTTP/1.1\nHost: a\nContent-Length: 104857600\n\n"))
            #expect(answer.body == "ignored" && answer["Connection"] == "close")
        }
    }

    // MARK: Connections

    @Test("A connection over the limit waits for another to end")
    func connectionLimit() async throws {
        try await TestServer.run(limits: Self.limits { $0.connections = 1 }) { server in
            let second = try await RawConnection.open(port: server.port) { first in
                let request = http("GET /plain HTTP/1.1\nHost: a\n\n")
                try await first.send(request)
                _ = try await first.answer()
                let second = Task { try await server.get("/plain").body }
                for _ in 0..<20 {
                    try await first.send(request)
                    _ = try await first.answer()
                    #expect(server.metrics.render().contains("http_connections 1\n"))
                }
                return second
            }
            #expect(try await second.value == "plain")
        }
    }

    // MARK: Time

    static func limits(_ change: (inout ServerLimits) -> Void) -> ServerLimits {
        var limits = ServerLimits()
        change(&limits)
        return limits
    }

    @Test("A head that does not come in time is answered 408")
    func slowHead() async throws {
        try await TestServer.run(limits: Self.limits { $0.headTimeout = .milliseconds(600) }) { server in
            let text = try await server.exchange("GET /plain HTTP/1.1\r\nHos")
            #expect(text.hasPrefix("HTTP/1.1 408 ") && text.contains("\"code\":\"request_timeout\""), "\(text)")
        }
    }

    @Test("A head that comes byte by byte is answered 408")
    func dripping() async throws {
        try await TestServer.run(limits: Self.limits { $0.headTimeout = .milliseconds(600) }) { server in
            let status = try await RawConnection.open(port: server.port) { connection in
                try await connection.send("GET /plain HTTP/1.1\r\nX-A: ")
                // A slow client is what this is about, so it has to be slow.
                for _ in 0..<60 {
                    try await connection.send("x")
                    try await Task.sleep(for: .milliseconds(20))
                }
                return try await connection.answer()?.status
            }
            #expect(status == 408)
        }
    }

    @Test("A second head that does not come in time is answered 408, too")
    func slowSecondHead() async throws {
        try await TestServer.run(limits: Self.limits { $0.headTimeout = .milliseconds(600) }) { server in
            let text = try await server.exchange(http("GET /plain HTTP/1.1\nHost: a\n\nGET /pl"))
            #expect(text.hasPrefix("HTTP/1.1 200 ") && text.contains("HTTP/1.1 408 "), "\(text)")
        }
    }

    @Test("A connection on which nothing comes is closed without a word")
    func silence() async throws {
        try await TestServer.run(limits: Self.limits { $0.headTimeout = .milliseconds(100) }) { server in
            let text = try await server.exchange("")
            #expect(text == "")
        }
    }

    @Test("A connection that waits too long for its next request is closed without a word")
    func idle() async throws {
        try await TestServer.run(limits: Self.limits { $0.idleTimeout = .milliseconds(100) }) { server in
            let text = try await server.exchange(http("GET /plain HTTP/1.1\nHost: a\n\n"))
            #expect(text.hasSuffix("plain"))
        }
    }

    @Test("A body that is too slow is answered 408", arguments: ["Content-Length: 100", "Transfer-Encoding: chunked"])
    func slowBody(framing: String) async throws {
        try await TestServer.run(limits: Self.limits { $0.bodyGrace = .milliseconds(150) }) { server in
            let text = try await server.exchange(http("POST /echo HTTP/1.1\nHost: a\n\(framing)\n\n5\nhello\n"))
            #expect(text.hasPrefix("HTTP/1.1 408 ") && text.contains("\"code\":\"request_timeout\""), "\(text)")
            #expect(text.split(separator: "HTTP/1.1 408").count == 1)
        }
    }

    @Test("An answer that does not begin in time is replaced by 503, and its work is cancelled")
    func lateAnswer() async throws {
        let (cancellations, announce) = AsyncStream<Bool>.makeStream()
        try await TestServer.run(limits: Self.limits { $0.requestDeadline = .milliseconds(150) }) { router in
            router.get("/late") { _, _ in
                try? await Task.sleep(for: .seconds(100))
                announce.yield(Task.isCancelled)
                return Response.text(.ok, "late")
            }
        } _: { server in
            let text = try await server.exchange(http("GET /late HTTP/1.1\nHost: a\n\n"))
            #expect(
                text.hasPrefix("HTTP/1.1 503 ") && text.contains("\"code\":\"deadline_exceeded\"") && !text.contains("200 OK"),
                "\(text)"
            )
            #expect(text.contains("\r\nRetry-After: "))
            #expect(await cancellations.first { _ in true } == true)
        }
    }

    @Test("A body that is too slow for code that does not care still leads to an answer")
    func lateAnswerToSlowBody() async throws {
        let limits = Self.limits {
            $0.bodyGrace = .milliseconds(100)
            $0.requestDeadline = .milliseconds(300)
        }
        try await TestServer.run(limits: limits) { router in
            router.post("/careless") { request, context in
                _ = try? await request.bytes(upTo: context.maxBodyBytes)
                try? await Task.sleep(for: .seconds(100))
                return Response.text(.ok, "late")
            }
        } _: { server in
            // In chunks, so that it is answered before it is complete.
            let text = try await server.exchange(http("POST /careless HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n5\nhello\n"))
            #expect(text.hasPrefix("HTTP/1.1 503 ") && text.contains("\"code\":\"deadline_exceeded\""), "\(text)")
        }
    }

    @Test("A client that takes in nothing of its answer loses the connection")
    func stalledReader() async throws {
        try await TestServer.run(limits: Self.limits { $0.idleTimeout = .milliseconds(200) }) { router in
            router.get("/long") { _, _ in Response.bytes(.ok, ByteBuffer(repeating: 0, count: 64 << 20), type: "text/plain") }
        } _: { server in
            let received = try await RawConnection.open(port: server.port) { connection in
                try await connection.send(http("GET /long HTTP/1.1\nHost: a\n\n"))
                // Accepted first, or the wait below would be over before it began.
                while !server.metrics.render().contains("http_connections 1\n") { try await Task.sleep(for: .milliseconds(1)) }
                while !server.metrics.render().contains("http_connections 0\n") { try await Task.sleep(for: .milliseconds(10)) }
                return try await connection.rest().utf8.count
            }
            #expect(received < 64 << 20)
        }
    }
}
