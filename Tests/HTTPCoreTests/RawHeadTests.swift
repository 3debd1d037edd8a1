import Hummingbird
import NIOCore
import Testing

@testable import HTTPCore

@Suite("The raw head", .timeLimit(.minutes(1)))
struct RawHeadTests {
    /// A route that answers with the head it was asked with.
    static func addRoute(to router: ServiceRouter) {
        router.any("/raw/{token}") { request, context in
            _ = try await request.bytes(upTo: 1 << 20)
            return Response.bytes(.ok, context.rawHead ?? ByteBuffer(), type: "application/octet-stream")
        }
    }

    static let heads = [
        "POST /raw/a?x=%00&Y=+1 HTTP/1.1\r\nHOST: a\r\nx-B: 2\r\nX-b: 1\r\nX-B:   spaced  \r\nCookie: a=b\r\nX-Empty:\r\nContent-Length: 5\r\n\r\n",
        "PROPFIND /raw/%C3%A9 HTTP/1.1\r\nhost: a\r\nZ: last-first\r\nA: first-last\r\nContent-Length: 5\r\n\r\n",
        "PATCH /raw/a HTTP/1.1\r\nTransfer-Encoding: chunked\r\nHost: a\r\n\r\n",
    ]

    static func body(of head: String) -> String {
        head.contains("chunked") ? "3\r\nhel\r\n2;a=b\r\nlo\r\n0\r\nTrailer: x\r\n\r\n" : "hello"
    }

    @Test("is every byte as it was sent, also when requests are sent ahead")
    func exactBytes() async throws {
        try await TestServer.run(capturesRawHeads: true, routes: Self.addRoute) { server in
            try await RawConnection.open(port: server.port) { connection in
                try await connection.send(Self.heads.map { $0 + Self.body(of: $0) }.joined())
                for head in Self.heads { #expect(try await connection.answer()?.body == head) }
            }
        }
    }

    @Test("is every byte as it was sent, wherever the bytes are cut", arguments: heads)
    func cutBytes(head: String) async throws {
        let bytes = Array((head + Self.body(of: head)).utf8)
        try await TestServer.run(capturesRawHeads: true, routes: Self.addRoute) { server in
            try await RawConnection.open(port: server.port) { connection in
                for cut in 1..<bytes.count {
                    try await connection.send(Array(bytes[..<cut]))
                    try await connection.send(Array(bytes[cut...]))
                    #expect(try await connection.answer()?.body == head, "cut at \(cut)")
                }
            }
        }
    }

    @Test("keeps bytes that are not UTF-8")
    func latin1() async throws {
        let head = Array("GET /raw/a HTTP/1.1\r\nHost: a\r\nX-Name: ".utf8) + [0xE9, 0xFF, 0x80] + Array("\r\n\r\n".utf8)
        try await TestServer.run(capturesRawHeads: true) { router in
            router.get("/raw/a") { _, context in
                let bytes = context.rawHead.map { Array($0.readableBytesView) } ?? []
                return Response.json(.ok, ["value": .array(bytes.dropLast(4).suffix(3).map { .integer($0) })])
            }
        } _: { server in
            try await RawConnection.open(port: server.port) { connection in
                try await connection.send(head)
                #expect(try await connection.answer()?.body == #"{"value":[233,255,128]}"#)
            }
        }
    }

    @Test("is not there unless asked for")
    func notCaptured() async throws {
        try await TestServer.run(routes: Self.addRoute) { server in
            let answer = try await server.get("/raw/a")
            #expect(answer.body == "")
        }
    }
}
