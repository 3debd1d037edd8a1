import Hummingbird
import Testing

@testable import HTTPCore

@Suite("Stopping", .timeLimit(.minutes(1)))
struct DrainTests {
    @Test("A request under way is finished and told that the connection closes; idle connections close at once; new ones are refused")
    func finishesRequests() async throws {
        let (begun, announce) = AsyncStream<Void>.makeStream()
        let (permits, permit) = AsyncStream<Void>.makeStream()
        try await TestServer.run { router in
            router.get("/slow") { _, _ in
                announce.yield()
                _ = await permits.first { true }
                return Response.text(.ok, "slow")
            }
        } _: { server in
            try await RawConnection.open(port: server.port) { idle in
                try await idle.send(http("GET /plain HTTP/1.1\nHost: a\n\n"))
                _ = try await idle.answer()
                let text = try await RawConnection.open(port: server.port) { busy in
                    try await busy.send(http("GET /slow HTTP/1.1\nHost: a\n\n"))
                    _ = await begun.first { true }
                    await server.stop()
                    // Once this one is closed, the other knows, too.
                    #expect(try await idle.rest() == "")
                    permit.yield()
                    return try await busy.rest()
                }
                #expect(
                    text.hasPrefix("HTTP/1.1 200 OK") && text.contains("\r\nConnection: close\r\n") && text.hasSuffix("slow"),
                    "\(text)"
                )
            }
            // The system may still have taken the connection for the server; then it is closed without a word.
            let answer = try? await server.exchange(http("GET /plain HTTP/1.1\nHost: a\n\n"))
            #expect(answer ?? "" == "")
        }
    }

    @Test("What is not finished in time is told so and cut, even code that does not react to its cancellation")
    func cutsRequests() async throws {
        var limits = ServerLimits()
        limits.drainTimeout = .milliseconds(200)
        let (begun, announce) = AsyncStream<Void>.makeStream()
        let (permits, permit) = AsyncStream<Void>.makeStream()
        let start = ContinuousClock.now
        try await TestServer.run(limits: limits) { router in
            router.get("/stuck") { _, _ in
                announce.yield()
                await Task { _ = await permits.first { true } }.value
                return Response.text(.ok, "stuck")
            }
        } _: { server in
            let text = try await RawConnection.open(port: server.port) { connection in
                try await connection.send(http("GET /stuck HTTP/1.1\nHost: a\n\n"))
                _ = await begun.first { true }
                await server.stop()
                return try await connection.rest()
            }
            #expect(text.hasPrefix("HTTP/1.1 503 "))
            #expect(text.contains("The service is stopping."))
        }
        #expect(ContinuousClock.now - start < .seconds(10))
        permit.yield()
    }

    @Test("A half-sent request does not hold up the stop")
    func halfSentRequest() async throws {
        try await TestServer.run { server in
            let text = try await RawConnection.open(port: server.port) { connection in
                try await connection.send("GET /plain HTT")
                #expect(try await server.isServing())
                await server.stop()
                return try await connection.rest()
            }
            #expect(text == "")
        }
    }
}
