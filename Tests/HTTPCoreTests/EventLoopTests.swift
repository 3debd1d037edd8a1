import Hummingbird
import NIOCore
import NIOPosix
import Testing

@testable import HTTPCore

@Suite("Requests on the event loop", .timeLimit(.minutes(1)))
struct EventLoopTests {
    private static var isOnEventLoop: Bool { MultiThreadedEventLoopGroup.currentEventLoop != nil }

    private static func addRoutes(to router: ServiceRouter) {
        router.post("/where") { request, context in
            let body = try await request.bytes(upTo: context.maxBodyBytes)
            let places = [isOnEventLoop, await offEventLoop { isOnEventLoop }, isOnEventLoop]
            return Response.text(.ok, "\(places) \(body.readableBytes)")
        }
        router.post("/sum") { request, _ in
            var sum = 0
            var parts = 0
            for try await part in request.body {
                parts += 1
                sum += part.readableBytesView.reduce(0) { $0 + Int($1) }
            }
            return Response.json(.ok, ["sum": .integer(sum), "isInParts": .bool(parts > 1)])
        }
        router.post("/streamed") { _, _ in
            Response(
                status: .ok,
                body: ResponseBody { writer in
                    for _ in 0..<100 { try await writer.write(ByteBuffer(repeating: UInt8(ascii: "x"), count: 64 << 10)) }
                    try await writer.finish(nil)
                }
            )
        }
        router.get("/elsewhere") { _, _ in
            // Written by a task that knows nothing of the connection's executor.
            Response(
                status: .ok,
                body: ResponseBody { writer in
                    nonisolated(unsafe) var writer = writer
                    try await Task.detached {
                        for _ in 0..<50 { try await writer.write(ByteBuffer(string: "part ")) }
                        try await writer.finish(nil)
                    }.value
                }
            )
        }
        router.get("/endless") { _, _ in
            Response(status: .ok, body: ResponseBody { writer in try await writer.write(ByteBuffer(string: "and")) })
        }
        router.get("/broken") { _, _ in
            Response(
                status: .ok,
                headers: [.contentLength: "100"],
                body: ResponseBody { writer in
                    try await writer.write(ByteBuffer(string: "ten bytes."))
                    throw CancellationError()
                }
            )
        }
    }

    private static func post(_ path: String, _ body: String, _ fields: String = "") -> String {
        "POST \(path) HTTP/1.1\r\nHost: test\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    @Test("a route runs on the connection's event loop, also behind its body, and long work does not", arguments: [0, 10, 100_000])
    func place(bytes: Int) async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let answer = try await server.answer(to: Self.post("/where", String(repeating: "a", count: bytes)))
            #expect(answer.body == "[true, false, true] \(bytes)")
        }
    }

    @Test("a small body comes in one piece, a large one in many, and neither loses a byte", arguments: [1, 65_536, 65_537, 1_000_000])
    func bodies(bytes: Int) async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let answer = try await server.answer(to: Self.post("/sum", String(repeating: "\u{1}", count: bytes)))
            #expect(answer.body == #"{"sum":\#(bytes),"isInParts":\#(bytes > 65_536)}"#)
        }
    }

    @Test("a connection goes on after a large body that nobody read")
    func unread() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            try await RawConnection.open(port: server.port) { connection in
                let body = String(repeating: "a", count: 200_000)
                try await connection.send(Self.post("/ignore", body) + Self.post("/sum", body) + Self.post("/echo", "last"))
                #expect(try await connection.answer()?.body == "ignored")
                #expect(try await connection.answer()?.body == #"{"sum":19400000,"isInParts":true}"#)
                #expect(try await connection.answer()?.body == "last")
            }
        }
    }

    @Test("a streamed answer waits for its client and arrives whole")
    func streamed() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let answer = try await server.exchange(Self.post("/streamed", "", "Connection: close\r\n"))
            #expect(answer.hasPrefix("HTTP/1.1 200 OK"))
            #expect(answer.contains("Transfer-Encoding: chunked"))
            #expect(answer.utf8.count { $0 == UInt8(ascii: "x") } >= 100 * (64 << 10))
            #expect(answer.hasSuffix("\r\n0\r\n\r\n"))
        }
    }

    @Test("an answer can be written from any thread")
    func elsewhere() async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let answer = try await server.exchange("GET /elsewhere HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n")
            #expect(answer.split(separator: "part ").count == 51)
            #expect(answer.hasSuffix("0\r\n\r\n"))
        }
    }

    @Test("what has come ahead of an answer that is the last does not hold up the end")
    func ahead() async throws {
        var limits = ServerLimits()
        limits.lingerTimeout = .seconds(40)
        try await TestServer.run(limits: limits, routes: Self.addRoutes) { server in
            let (first, second) = (
                Self.post("/where", "", "Connection: close\r\n"), Self.post("/where", String(repeating: "a", count: 1_000))
            )
            let answer = await BlockingClient.halfClosingExchange(first + second, port: server.port)
            #expect(answer.error == 0)
        }
    }

    @Test("an answer that breaks off does not look complete, and takes nobody with it", arguments: ["/broken", "/endless"])
    func broken(path: String) async throws {
        try await TestServer.run(routes: Self.addRoutes) { server in
            let answer = try await server.exchange("GET \(path) HTTP/1.1\r\nHost: test\r\n\r\n")
            #expect(!answer.hasSuffix("0\r\n\r\n"))
            let body = answer.firstRange(of: "\r\n\r\n").map { answer[$0.upperBound...] } ?? ""
            #expect(body.utf8.count < 100)
            #expect(try await server.isServing())
        }
    }

    @Test(
        "bodies that take all the memory there is for them are told so, and the next ones find it free again",
        arguments: [20_000, 100_000]
    )
    func budget(bytes: Int) async throws {
        var limits = ServerLimits()
        limits.bodyMemory = 150_000
        let (arrived, arrive) = AsyncStream<Int>.makeStream()
        try await TestServer.run(limits: limits) { router in
            Self.addRoutes(to: router)
            router.post("/hold") { request, _ in
                var count = 0
                for try await part in request.body {
                    count += part.readableBytes
                    arrive.yield(count)
                }
                return Response.json(.ok, .integer(count))
            }
        } _: { server in
            let request = Self.post("/sum", String(repeating: "a", count: bytes))
            try await RawConnection.open(port: server.port) { first in
                // All but the end, so that it stays in memory.
                try await first.send(
                    "POST /hold HTTP/1.1\r\nHost: test\r\nContent-Length: 140001\r\n\r\n" + String(repeating: "a", count: 140_000)
                )
                _ = await arrived.first { $0 == 140_000 }
                let refusal = try await server.answer(to: request)
                #expect(refusal.status == 503)
                #expect(refusal["Retry-After"] == "5")
                #expect(refusal.body.contains(#""code":"overloaded""#))
                #expect(try await server.isServing(), "what has no body needs no memory")
                try await first.send("a")
                #expect(try await first.answer()?.body == "140001")
            }
            #expect(try await server.answer(to: request).status == 200)
        }
    }
}
