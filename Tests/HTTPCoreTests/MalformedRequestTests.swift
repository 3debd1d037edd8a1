import Testing

@testable import HTTPCore

@Suite("Requests that are not correct HTTP", .timeLimit(.minutes(1)))
struct MalformedRequestTests {
    static let refused: [(what: String, request: String)] = [
        ("both lengths", http("POST /echo HTTP/1.1\nHost: a\nContent-Length: 5\nTransfer-Encoding: chunked\n\n0\n\n")),
        ("both lengths, coding first", http("POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\nContent-Length: 5\n\n0\n\n")),
        ("two lengths", http("POST /echo HTTP/1.1\nHost: a\nContent-Length: 5\nContent-Length: 6\n\nhello")),
        ("two equal lengths", http("POST /echo HTTP/1.1\nHost: a\nContent-Length: 5\nContent-Length: 5\n\nhello")),
        ("a list of lengths", http("POST /echo HTTP/1.1\nHost: a\nContent-Length: 5, 5\n\nhello")),
        ("a negative length", http("POST /echo HTTP/1.1\nHost: a\nContent-Length: -5\n\nhello")),
        ("a signed length", http("POST /echo HTTP/1.1\nHost: a\nContent-Length: +5\n\nhello")),
        ("a hexadecimal length", http("POST /echo HTTP/1.1\nHost: a\nContent-Length: 0x5\n\nhello")),
        ("an enormous length", http("POST /echo HTTP/1.1\nHost: a\nContent-Length: 99999999999999999999\n\nhello")),
        ("an empty length", http("POST /echo HTTP/1.1\nHost: a\nContent-Length:\n\nhello")),
        ("an unknown coding", http("POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: gzip\n\n")),
        ("two codings", http("POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: gzip, chunked\n\n0\n\n")),
        ("chunked twice", http("POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\nTransfer-Encoding: chunked\n\n0\n\n")),
        ("a hidden coding", http("POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: xchunked\n\n0\n\n")),
        ("chunked in HTTP/1.0", http("POST /echo HTTP/1.0\nHost: a\nTransfer-Encoding: chunked\n\n0\n\n")),
        ("white space before the colon", http("GET /plain HTTP/1.1\nHost: a\nX-A : b\n\n")),
        ("a folded field", http("GET /plain HTTP/1.1\nHost: a\nX-A: b\n c\n\n")),
        ("a field without a colon", http("GET /plain HTTP/1.1\nHost: a\nnonsense\n\n")),
        ("a field without a name", http("GET /plain HTTP/1.1\nHost: a\n: b\n\n")),
        ("a NUL in a field", http("GET /plain HTTP/1.1\nHost: a\nX-A: b\0c\n\n")),
        ("bare line feeds", "GET /plain HTTP/1.1\nHost: a\n\n"),
        ("a bare line feed in a field", "GET /plain HTTP/1.1\r\nHost: a\r\nX-A: b\nX-B: c\r\n\r\n"),
        ("a bare carriage return", "GET /plain HTTP/1.1\r\nHost: a\r\nX-A: b\rX-B: c\r\n\r\n"),
        ("no host", http("GET /plain HTTP/1.1\n\n")),
        ("two hosts", http("GET /plain HTTP/1.1\nHost: a\nHost: a\n\n")),
        ("a host with a path", http("GET /plain HTTP/1.1\nHost: a/b\n\n")),
        ("a host with white space", http("GET /plain HTTP/1.1\nHost: a b\n\n")),
        ("an absolute target of another scheme", http("GET ftp://a/plain HTTP/1.1\nHost: a\n\n")),
        ("an absolute target without a host", http("GET http:///plain HTTP/1.1\nHost: a\n\n")),
        ("an absolute target with a user", http("GET http://user@a/plain HTTP/1.1\nHost: a\n\n")),
        ("an absolute target with an encoded NUL", http("GET http://a/plain%00 HTTP/1.1\nHost: a\n\n")),
        ("an absolute target and no host field", http("GET http://a/plain HTTP/1.1\n\n")),
        ("an asterisk for anything but OPTIONS", http("GET * HTTP/1.1\nHost: a\n\n")),
        ("a target without a slash", http("GET plain HTTP/1.1\nHost: a\n\n")),
        ("an encoded NUL in the path", http("GET /plain%00 HTTP/1.1\nHost: a\n\n")),
        ("a NUL in the path", http("GET /pl\0ain HTTP/1.1\nHost: a\n\n")),
        ("too many combining marks", "GET /" + String(repeating: "\u{301}", count: 31) + " HTTP/1.1\r\nHost: a\r\n\r\n"),
        ("a space in the path", http("GET /pl ain HTTP/1.1\nHost: a\n\n")),
        ("a tunnel", http("CONNECT a:443 HTTP/1.1\nHost: a\n\n")),
        ("no version", http("GET /plain\nHost: a\n\n")),
        ("an unknown version", http("GET /plain HTTP/3.0\nHost: a\n\n")),
        ("the preface of HTTP/2", http("PRI * HTTP/2.0\n\nSM\n\n")),
        ("an unknown method", http("FETCH /plain HTTP/1.1\nHost: a\n\n")),
        ("a method in lowercase", http("get /plain HTTP/1.1\nHost: a\n\n")),
        ("TLS", "\u{16}\u{03}\u{01}\u{02}"),
        ("nonsense", "nonsense\r\n\r\n"),
    ]

    @Test("are answered 400, and the connection is closed", arguments: refused)
    func refuses(_ what: String, _ request: String) async throws {
        try await TestServer.run { server in
            let text = try await server.exchange(request)
            #expect(text.hasPrefix("HTTP/1.1 400 "), "\(what): \(text)")
            #expect(text.contains("\r\nConnection: close\r\n"))
            #expect(text.contains("\r\nContent-Type: application/problem+json\r\n"))
            #expect(text.contains("\r\nX-Request-Id: "))
            #expect(text.contains("\"code\":\"malformed_request\""))
            #expect(text.split(separator: "HTTP/1.1 400").count == 1, "one answer only")
        }
    }

    static let brokenBodies: [(what: String, body: String)] = [
        ("a size that is no number", "xyz\r\nhello\r\n0\r\n\r\n"),
        ("a negative size", "-5\r\nhello\r\n0\r\n\r\n"),
        ("a size with a prefix", "0x5\r\nhello\r\n0\r\n\r\n"),
        ("an enormous size", "fffffffffffffffff\r\nhello\r\n0\r\n\r\n"),
        ("a chunk longer than its size", "4\r\nhello\r\n0\r\n\r\n"),
        ("a bare line feed after the size", "5\nhello\r\n0\r\n\r\n"),
        ("a bare line feed after a chunk", "5\r\nhello\n0\r\n\r\n"),
        ("an empty size", "\r\nhello\r\n0\r\n\r\n"),
    ]

    @Test("A broken chunked body is answered 400 once, and the connection is closed", arguments: brokenBodies)
    func refusesBody(_ what: String, _ body: String) async throws {
        try await TestServer.run { server in
            let text = try await server.exchange(http("POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n") + body)
            #expect(text.hasPrefix("HTTP/1.1 400 "), "\(what): \(text)")
            #expect(text.contains("\r\nConnection: close\r\n"))
            #expect(text.contains("\"code\":\"malformed_request\""))
            #expect(text.split(separator: "HTTP/1.1 400").count == 1, "one answer only")
        }
    }

    static let traversals = [
        "/../../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/plain/../../x", "//../x", "/%c0%ae%c0%ae/x",
    ]

    @Test("Leaving the tree is just a path that does not exist", arguments: traversals)
    func traversal(_ path: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.get(path)
            #expect(answer.status == 404)
            #expect(answer.body.contains("\"code\":\"not_found\""))
        }
    }

    @Test("A request that the client has not finished when it leaves is not taken for a whole one")
    func truncatedBody() async throws {
        try await TestServer.run { server in
            let text = try await RawConnection.open(port: server.port) { connection in
                try await connection.send(http("POST /echo HTTP/1.1\nHost: a\nContent-Length: 10\n\nhello"))
                try await connection.endSending()
                return try await connection.rest()
            }
            #expect(text.hasPrefix("HTTP/1.1 400 "), "\(text)")
        }
    }

    @Test("A smuggled request is not answered")
    func smuggledRequest() async throws {
        try await TestServer.run { server in
            let text = try await server.exchange(
                http("POST /echo HTTP/1.1\nHost: a\nContent-Length: 4\nTransfer-Encoding: chunked\n\n0\n\nGET /plain HTTP/1.1\nHost: a\n\n")
            )
            #expect(text.hasPrefix("HTTP/1.1 400 "))
            #expect(!text.contains("200 OK"))
        }
    }
}
