import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import HTTPCore

@Suite("Connections", .timeLimit(.minutes(1)))
struct ConnectionTests {
    @Test("Several requests share a connection")
    func keepAlive() async throws {
        try await TestServer.run { server in
            try await RawConnection.open(port: server.port) { connection in
                for _ in 0..<3 {
                    try await connection.send(http("GET /plain HTTP/1.1\nHost: a\n\n"))
                    let answer = try #require(try await connection.answer())
                    #expect(answer.status == 200 && answer.body == "plain" && answer["Connection"] == nil)
                }
            }
        }
    }

    @Test("Requests sent ahead are answered in their order")
    func pipelining() async throws {
        try await TestServer.run { server in
            try await RawConnection.open(port: server.port) { connection in
                let post = { (body: String) in http("POST /echo HTTP/1.1\nHost: a\nContent-Length: \(body.utf8.count)\n\n") + body }
                try await connection.send(
                    post("one") + http("POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n3\ntwo\n0\n\n") + post("three")
                        + http("GET /plain HTTP/1.1\nHost: a\nConnection: close\n\n")
                )
                for body in ["one", "two", "three", "plain"] { #expect(try await connection.answer()?.body == body) }
                #expect(try await connection.rest() == "")
            }
        }
    }

    @Test("A request is understood wherever its bytes are cut", arguments: [false, true])
    func byteByByte(isChunked: Bool) async throws {
        let request =
            isChunked
            ? http("POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n3;x=y\nhel\n4\n wor\n0\nX-T: 1\n\n")
            : http("POST /echo HTTP/1.1\nHost: a\nContent-Length: 5\n\nhello")
        try await TestServer.run { server in
            try await RawConnection.open(port: server.port) { connection in
                let bytes = Array(request.utf8)
                for cut in 1..<bytes.count {
                    try await connection.send(Array(bytes[..<cut]))
                    try await connection.send(Array(bytes[cut...]))
                    let answer = try #require(try await connection.answer())
                    #expect(answer.body == (isChunked ? "hel wor" : "hello"), "cut at \(cut)")
                }
            }
        }
    }

    @Test("A client that has sent all and says so still gets its answer")
    func halfClosed() async throws {
        try await TestServer.run { server in
            let text = try await RawConnection.open(port: server.port) { connection in
                try await connection.send(http("POST /echo HTTP/1.1\nHost: a\nContent-Length: 5\n\nhello"))
                try await connection.endSending()
                return try await connection.rest()
            }
            #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n") && text.hasSuffix("hello"), "\(text)")
        }
    }

    @Test("A client that half-closes gets the answers to all it has sent ahead")
    func halfClosedPipelining() async throws {
        try await TestServer.run { server in
            let text = try await RawConnection.open(port: server.port) { connection in
                let request = http("GET /plain HTTP/1.1\nHost: a\n\n")
                try await connection.send(request + request + request)
                try await connection.endSending()
                return try await connection.rest()
            }
            #expect(text.split(separator: "HTTP/1.1 200 OK").count == 3, "\(text)")
        }
    }

    @Test("A client that half-closes gets a long answer whole")
    func halfClosedLongAnswer() async throws {
        let length = 8 << 20
        try await TestServer.run { router in
            router.get("/long") { _, _ in Response.bytes(.ok, ByteBuffer(repeating: UInt8(ascii: "x"), count: length), type: "text/plain") }
        } _: { server in
            let answer = await BlockingClient.halfClosingExchange(http("GET /long HTTP/1.1\nHost: a\n\n"), port: server.port)
            #expect(answer.bytes > length)
            #expect(answer.error == 0)
        }
    }

    @Test(
        "A target with scheme and host is taken, and its host counts",
        arguments: [
            ("http://b/host", "b"), ("HTTP://b:80/host?x=1", "b:80"), ("https://[::1]:443/host", "[::1]:443"), ("/host", "a"),
        ]
    )
    func absoluteTarget(target: String, host: String) async throws {
        try await TestServer.run { router in
            router.get("/host") { request, _ in Response.text(.ok, request.head.authority ?? "none") }
        } _: { server in
            let answer = try await server.answer(to: http("GET \(target) HTTP/1.1\nHost: a\n\n"))
            #expect(answer.status == 200 && answer.body == host)
        }
    }

    @Test("A target that ends with its host is the root", arguments: ["http://b", "http://b?x=1"])
    func absoluteTargetWithoutPath(target: String) async throws {
        try await TestServer.run { router in
            router.get("/") { request, _ in Response.text(.ok, request.head.path ?? "none") }
        } _: { server in
            let answer = try await server.answer(to: http("GET \(target) HTTP/1.1\nHost: a\n\n"))
            #expect(answer.status == 200 && answer.body == (target == "http://b" ? "/" : "/?x=1"))
        }
    }

    @Test("A body is asked for if the client waits for that")
    func expectContinue() async throws {
        try await TestServer.run { server in
            try await RawConnection.open(port: server.port) { connection in
                try await connection.send(http("POST /echo HTTP/1.1\nHost: a\nContent-Length: 5\nExpect: 100-continue\n\n"))
                #expect(try await connection.answer()?.status == 100)
                try await connection.send("hello")
                #expect(try await connection.answer()?.body == "hello")
            }
        }
    }

    @Test("HTTP/1.0 is answered and closed, or kept if asked for")
    func http10() async throws {
        try await TestServer.run { server in
            let text = try await server.exchange(http("GET /plain HTTP/1.0\n\n"))
            #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n") && text.contains("\r\nConnection: close\r\n") && text.hasSuffix("plain"))
            let kept = try await server.answer(to: http("GET /plain HTTP/1.0\nConnection: keep-alive\n\n"))
            #expect(kept["Connection"] == "keep-alive")
        }
    }

    @Test("An offer to change the protocol is not taken, and the request answered")
    func upgrade() async throws {
        try await TestServer.run { server in
            let text = try await server.exchange(
                http("GET /plain HTTP/1.1\nHost: a\nConnection: Upgrade, HTTP2-Settings\nUpgrade: h2c\nHTTP2-Settings: AAMA\n\n")
            )
            #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n") && text.hasSuffix("plain"), "\(text)")
            let post = try await server.exchange(
                http("POST /echo HTTP/1.1\nHost: a\nConnection: Upgrade\nUpgrade: h2c\nContent-Length: 5\n\nhello")
            )
            #expect(post.hasPrefix("HTTP/1.1 200 OK\r\n") && post.hasSuffix("hello"), "\(post)")
        }
    }

    @Test("A small body that nobody reads does not cost the connection")
    func unreadBody() async throws {
        try await TestServer.run { server in
            try await RawConnection.open(port: server.port) { connection in
                try await connection.send(
                    http("POST /ignore HTTP/1.1\nHost: a\nContent-Length: 5\n\nhello") + http("GET /plain HTTP/1.1\nHost: a\n\n")
                )
                #expect(try await connection.answer()?.body == "ignored")
                #expect(try await connection.answer()?.body == "plain")
            }
        }
    }

    @Test("An answer without a length is sent in chunks")
    func chunkedAnswer() async throws {
        try await TestServer.run { router in
            router.get("/parts") { _, _ in
                Response(
                    status: .ok,
                    body: ResponseBody { writer in
                        for part in ["one", "", "two"] { try await writer.write(ByteBuffer(string: part)) }
                        try await writer.finish(nil)
                    }
                )
            }
        } _: { server in
            let text = try await server.exchange(http("GET /parts HTTP/1.1\nHost: a\nConnection: close\n\n"))
            #expect(
                text.contains("\r\nTransfer-Encoding: chunked\r\n") && text.hasSuffix("\r\n\r\n3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n"),
                "\(text)"
            )
            let old = try await server.exchange(http("GET /parts HTTP/1.0\n\n"))
            #expect(!old.contains("chunked") && old.hasSuffix("\r\n\r\nonetwo"), "\(old)")
        }
    }

    @Test("An answer that breaks off does not look complete")
    func brokenOffAnswer() async throws {
        struct Failure: Error {}
        try await TestServer.run { router in
            router.get("/broken") { _, _ in
                Response(
                    status: .ok,
                    body: ResponseBody { writer in
                        try await writer.write(ByteBuffer(string: "half"))
                        throw Failure()
                    }
                )
            }
        } _: { server in
            let text = try await server.exchange(http("GET /broken HTTP/1.1\nHost: a\n\n"))
            #expect(!text.hasSuffix("0\r\n\r\n"))
            #expect(try await server.isServing())
        }
    }
}
