import Cryptography
import Database
import HTTPCore
import ServiceKit
import TestKit
import Testing

@testable import WebhookVaultService

/// What is kept is what was sent, to the byte.
@Suite struct CaptureTests {
    /// Sends bytes to an endpoint and returns what came back until the service closed the connection.
    private func send(_ bytes: [UInt8], to service: Service) async throws -> String {
        let connection = try await RawConnection.open(port: service.ports.main)
        try await connection.send(bytes)
        return String(decoding: try await connection.readToEnd(), as: UTF8.self)
    }

    private func storedHead(_ service: Service) throws -> [UInt8]? {
        try service.database.read { connection in
            try connection.first("SELECT head FROM captures ORDER BY id DESC LIMIT 1") { row -> [UInt8] in try row["head"] }
        }
    }

    @Test func `it works`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            let path = "/hook/\(endpoint)/orders/1?b=2&a=1"
            let answer = try await service.client.request(
                "POST",
                path,
                headers: ["Content-Type": "application/json"],
                body: Array("{}".utf8)
            )
            #expect(answer.status == 200)
            #expect(answer.text == #"{"ok": true}"#)
            let capture = try await owner.lastCapture(of: endpoint)
            #expect(capture["id"]?.stringValue == answer.header("X-Request-Id"))
            #expect(capture["endpoint_id"]?.stringValue == endpoint)
            #expect(capture["number"] == 1)
            #expect(capture["method"] == "POST")
            #expect(capture["path"] == "/orders/1")
            #expect(capture["query"] == "b=2&a=1")
            #expect(capture["target"]?.stringValue == path)
            #expect(capture["url"]?.stringValue == Service.baseURL + path)
            #expect(capture["http_version"] == "HTTP/1.1")
            #expect(capture["content_type"] == "application/json")
            #expect(capture["client_address"] == "127.0.0.1")
            #expect(capture["received_at"] == "2026-04-20T09:00:00Z")
            #expect(capture["body"] == "{}")
            #expect(capture["body_base64"] == .null)
            #expect(capture["body_size"] == 2)
            #expect(capture["body_sha256"]?.stringValue == SHA256.digest(of: "{}").hex)
            #expect(capture["body_too_large"] == false)
        }
    }

    @Test func `header fields keep order, case, repeats and bytes that are not UTF-8`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            var head = Array(
                "POST /hook/\(endpoint)/%C3%BC/%zz?q=%E2%82%AC HTTP/1.1\r\nhOsT: x\r\nX-Zeta: 1\r\nx-alpha:  two \t\r\nX-ZETA: 3\r\n"
                    .utf8
            )
            head += Array("X-Latin: caf".utf8) + [0xE9, 0x20, 0xFF] + Array("\r\nX-Empty:\r\nConnection: close\r\n\r\n".utf8)
            #expect(try await send(head, to: service).hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(try storedHead(service) == head)
            let capture = try await owner.lastCapture(of: endpoint)
            #expect(capture["path"] == "/%C3%BC/%zz")
            #expect(capture["query"] == "q=%E2%82%AC")
            let names = ["hOsT", "X-Zeta", "x-alpha", "X-ZETA", "X-Latin", "X-Empty", "Connection"]
            #expect(capture["headers"]?.texts("name") == names)
            #expect(capture["headers"]?.texts("value") == ["x", "1", "two", "3", "caf\u{FFFD} \u{FFFD}", "", "close"])
            #expect(capture["headers"]?[4]?["value_base64"]?.stringValue == Base64.encode(Array("caf".utf8) + [0xE9, 0x20, 0xFF]))
            #expect(capture["headers"]?[3]?.names == ["name", "value"])
        }
    }

    @Test func `a body of any bytes is kept`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            let body = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) } + [0, 0, 0xFF, 0x0D, 0x0A]
            _ = try await service.client.request("PUT", "/hook/\(endpoint)", body: body)
            let capture = try await owner.lastCapture(of: endpoint)
            #expect(capture["body"] == .null)
            #expect(capture["body_base64"]?.stringValue == Base64.encode(body))
            #expect(capture["body_sha256"]?.stringValue == SHA256.digest(of: body).hex)
            #expect(try await owner.lastBody(of: endpoint) == body)
        }
    }

    @Test func `a chunked body is kept without its framing`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            let head = "POST /hook/\(endpoint) HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
            let body = "5\r\nhe\0lo\r\n1;extension=1\r\n,\r\n00A\r\n wide\r\nwor\r\n0\r\nX-Trailer: 1\r\n\r\n"
            #expect(try await send(Array((head + body).utf8), to: service).hasPrefix("HTTP/1.1 200"))
            #expect(try await owner.lastBody(of: endpoint) == Array("he\0lo, wide\r\nwor".utf8))
            #expect(try storedHead(service) == Array(head.utf8))
        }
    }

    @Test func `pipelined requests are captured one by one, in their order`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            let requests = (1...5).map { number in
                "POST /hook/\(endpoint)/\(number) HTTP/1.1\r\nhost: x\r\nX-\(number): \(number)\r\nContent-Length: 2\r\n"
                    + "\(number == 5 ? "Connection: close\r\n" : "")\r\n\(number)\n"
            }
            let answers = try await send(Array(requests.joined().utf8), to: service)
            #expect(answers.ranges(of: "HTTP/1.1 200 OK\r\n").count == 5)
            let captures = try await owner.captures(of: endpoint)
            #expect(JSONValue.array(captures).texts("path") == ["/5", "/4", "/3", "/2", "/1"])
            let heads = try service.database.read { connection in
                try connection.all("SELECT head, body FROM captures ORDER BY number") { row -> [UInt8] in
                    (try row["head"] as [UInt8]) + (try row["body"] as [UInt8])
                }
            }
            #expect(heads == requests.map { Array($0.utf8) })
        }
    }

    @Test func `HTTP 1.0 without a Host is captured`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            let answer = try await send(Array("POST /hook/\(endpoint) HTTP/1.0\r\nContent-Length: 1\r\n\r\nx".utf8), to: service)
            #expect(answer.hasSuffix(#"{"ok": true}"#))
            let capture = try await owner.lastCapture(of: endpoint)
            #expect(capture["http_version"] == "HTTP/1.0")
            #expect(capture["headers"]?.texts("name") == ["Content-Length"])
        }
    }

    @Test(
        "any method is captured",
        arguments: ["GET", "HEAD", "OPTIONS", "PATCH", "DELETE", "TRACE", "PROPFIND", "PURGE", "LINK", "REPORT", "QUERY", "MKCALENDAR"]
    )
    func anyMethod(method: String) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            for path in ["/hook/\(endpoint)", "/hook/\(endpoint)/", "/hook/\(endpoint)/a/b/c"] {
                let answer = try await send(Array("\(method) \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".utf8), to: service)
                #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"), "\(path)")
                #expect(answer.hasSuffix("\r\n\r\n") == (method == "HEAD"))
            }
            #expect(JSONValue.array(try await owner.captures(of: endpoint)).texts("method") == [method, method, method])
        }
    }

    @Test func `a body at the plan's limit is kept, a larger one is refused and recorded as such`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint(["response_code": 202])
            let limit = [UInt8](repeating: 0x61, count: 1 << 20)
            #expect(try await service.client.request("POST", "/hook/\(endpoint)", body: limit).status == 202)
            // The head is enough: the announced length is refused before the body comes.
            func announce(_ path: String, _ length: Int) async throws -> String {
                let head = "POST /hook/\(endpoint)\(path) HTTP/1.1\r\nHost: x\r\nContent-Length: \(length)\r\n\r\n"
                let connection = try await RawConnection.open(port: service.ports.main)
                try await connection.send(head)
                return String(decoding: try await connection.read(until: "}"), as: UTF8.self)
            }
            let refused = try await announce("/big", (1 << 20) + 1)
            #expect(refused.hasPrefix("HTTP/1.1 413 "))
            #expect(refused.contains("\"code\":\"payload_too_large\""))
            let capture = try await owner.lastCapture(of: endpoint)
            #expect(capture["path"] == "/big")
            #expect(capture["body_too_large"] == true)
            #expect(capture["body"] == .null)
            #expect(capture["body_size"] == .null)
            #expect(try await owner.get(try #require(capture["raw_url"]?.stringValue)).status == 404)
            try await service.changePlan(to: "starter")
            #expect(try await service.client.request("POST", "/hook/\(endpoint)", body: limit + limit).status == 202)
            #expect(try await announce("", (10 << 20) + 1).hasPrefix("HTTP/1.1 413 "))
        }
    }

    @Test func `a chunked body that grows too large is refused and recorded`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            let head = "POST /hook/\(endpoint) HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n100001\r\n"
            let answer = try await send(Array(head.utf8) + [UInt8](repeating: 0x61, count: 0x100001), to: service)
            #expect(answer.hasPrefix("HTTP/1.1 413"))
            #expect(try await owner.lastCapture(of: endpoint)["body_too_large"] == true)
        }
    }

    @Test(
        "an unknown endpoint is 404 whatever comes",
        arguments: ["/hook/ep_00000000000000000000", "/hook/ep_0/a/b", "/hook/%00", "/hook/%FF", "/hook/x%2Fy", "/hook", "/hook/"]
    )
    func unknown(path: String) async throws {
        try await Service.run { service in
            for method in ["GET", "POST", "PURGE"] {
                let answer = try await service.client.request(
                    method,
                    path,
                    body: method == "POST" ? Array(repeating: 1, count: 2_000_000) : nil
                )
                #expect(answer.status == 404 || path.contains("%00") && answer.status == 400)
            }
            #expect(try service.countOfCaptures() == 0)
        }
    }

    @Test func `a request that breaks off is not captured`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            let connection = try await RawConnection.open(port: service.ports.main)
            try await connection.send("POST /hook/\(endpoint) HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhello")
            try await connection.halfClose()
            _ = try await connection.readToEnd()
            #expect(try await owner.captures(of: endpoint).isEmpty)
        }
    }

    @Test func `captures from many connections at once are all there, numbered without gaps`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            try await service.changePlan(to: "pro")
            let ids = try await withThrowingTaskGroup(of: [String].self) { group in
                for sender in 0..<16 {
                    group.addTask {
                        var ids: [String] = []
                        for number in 0..<25 {
                            let answer = try await service.client.request(
                                "POST",
                                "/hook/\(endpoint)",
                                body: Array("\(sender)-\(number)".utf8)
                            )
                            ids.append(try #require(answer.header("X-Request-Id")))
                        }
                        return ids
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(Set(ids).count == 400)
            let (numbers, bodies) = try service.database.read { connection in
                (
                    try connection.all("SELECT number FROM captures ORDER BY number") { row -> Int in try row["number"] },
                    try connection.all("SELECT body FROM captures") { row in String(decoding: try row["body"] as [UInt8], as: UTF8.self) }
                )
            }
            #expect(numbers == Array(1...400))
            #expect(Set(bodies).count == 400)
            #expect(try await owner.get("/api/v1/endpoints/\(endpoint)").json["request_count"] == 400)
        }
    }

    @Test func `what was captured is there after a restart`() async throws {
        let folder = try TemporaryFolder()
        let (endpoint, key) = try await Service.run(database: folder.file("app.db")) { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint(["response_headers": ["X-A": "1"]])
            _ = try await service.client.request("POST", "/hook/\(endpoint)/a", body: [0xFF])
            return (endpoint, owner.headers)
        }
        try await Service.run(database: folder.file("app.db")) { service in
            var owner = service.client
            owner.headers = key
            let body = try await owner.lastBody(of: endpoint)
            #expect(body == [0xFF])
            #expect(try await service.client.get("/hook/\(endpoint)").header("X-A") == "1")
            #expect(try await owner.get("/api/v1/endpoints/\(endpoint)").json["request_count"] == 2)
        }
    }
}
