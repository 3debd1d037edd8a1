import HTTPCore
import ServiceKit
import TestKit
import Testing

@testable import WebhookVaultService

@Suite struct EchoRouteTests {
    @Test func `it says what was sent, in the original's shape`() async throws {
        try await Service.run { service in
            let answer = try await service.client.request("POST", "/api/v1/echo", headers: ["X-Odd": "Value"], body: Array("hello".utf8))
            #expect(answer.status == 200)
            #expect(answer.header("Content-Type") == "application/json")
            let json = try answer.json
            #expect(Array(json.names.prefix(4)) == ["method", "headers", "body", "timestamp"])
            #expect(json["method"] == "POST")
            #expect(json["headers"]?["x-odd"] == "Value")
            #expect(json["headers"]?["content-length"] == "5")
            #expect(json["body"] == "hello")
            #expect(json["timestamp"] == "2026-04-20T09:00:00Z")
        }
    }

    @Test func `beside it says what httpbin would`() async throws {
        try await Service.run { service in
            let path = "/api/v1/echo?a=1&a=%32&%C3%BC=x+y&empty"
            let type = "application/x-www-form-urlencoded; charset=utf-8"
            let json = try await service.client.request("PUT", path, headers: ["Content-Type": type], body: Array("q=%26&q=2&r".utf8)).json
            #expect(json["url"]?.stringValue == Service.baseURL + path)
            #expect(json["path"] == "/api/v1/echo")
            #expect(json["args"] == ["a": ["1", "2"], "ü": "x y", "empty": ""])
            #expect(json["form"] == ["q": ["&", "2"], "r": ""])
            #expect(json["files"] == [:])
            #expect(json["json"] == .null)
            #expect(json["origin"] == "127.0.0.1")
            #expect(json["http_version"] == "HTTP/1.1")
        }
    }

    @Test func `a name that comes without end has all its values`() async throws {
        try await Service.run { service in
            let type = "application/x-www-form-urlencoded"
            let body = Array(String(repeating: "a&", count: 200_000).utf8)
            let json = try await service.client.request("POST", "/api/v1/echo", headers: ["Content-Type": type], body: body).json
            #expect(json["form"]?.names == ["a"])
            #expect(json["form"]?["a"]?.arrayValue?.count == 200_000)
        }
    }

    @Test func `a JSON body keeps its digits`() async throws {
        try await Service.run { service in
            let text = #"{"b":10.0,"a":12345678901234567890.10}"#
            let json = try await service.client.request("POST", "/api/v1/echo", body: Array(text.utf8)).json
            #expect(json["json"]?.serialized() == text)
            #expect(json["form"] == [:])
        }
    }

    @Test func `a multipart form is taken apart`() async throws {
        try await Service.run { service in
            let body = """
                --AaB\r\nContent-Disposition: form-data; name="title"\r\n\r\nA title\r\n\
                --AaB\r\nContent-Disposition: form-data; name="upload"; filename="a.bin"\r\nContent-Type: image/png\r\n\r\n\u{0}\r\n--\r\n\
                --AaB--\r\n
                """
            let type = #"multipart/form-data; boundary="AaB""#
            let json = try await service.client.request("POST", "/api/v1/echo", headers: ["Content-Type": type], body: Array(body.utf8))
                .json
            #expect(json["form"] == ["title": "A title"])
            #expect(json["files"]?["upload"]?["filename"] == "a.bin")
            #expect(json["files"]?["upload"]?["content_type"] == "image/png")
            #expect(json["files"]?["upload"]?["size"] == 5)
        }
    }

    @Test func `header fields stand there as on the wire, and a body of any bytes is in base 64`() async throws {
        try await Service.run { service in
            let connection = try await RawConnection.open(port: service.ports.main)
            let head =
                "POST /api/v1/echo HTTP/1.1\r\nhOST: x\r\nX-Twice: 1\r\nx-tWICE:  2 \r\nContent-Length: 3\r\nConnection: close\r\n\r\n"
            try await connection.send(Array(head.utf8) + [0xFF, 0x00, 0x41])
            let answer = String(decoding: try await connection.readToEnd(), as: UTF8.self)
            let json = try JSONParser.parse(String(answer.split(separator: "\r\n\r\n", maxSplits: 1)[1]))
            #expect(
                json["headers_raw"] == [
                    ["hOST", "x"], ["X-Twice", "1"], ["x-tWICE", "2"], ["Content-Length", "3"], ["Connection", "close"],
                ]
            )
            #expect(json["headers"]?["x-twice"] == "1, 2")
            #expect(json["body"] == "\u{FFFD}\0A")
            #expect(json["body_base64"] == "/wBB")
            #expect(json["body_sha256"] == "0fa3e62511779f0398b77cad37b3cc4763bb96253b91fcd61500f8a979ad9920")
        }
    }

    @Test("any method is answered", arguments: ["GET", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "PURGE"])
    func anyMethod(method: String) async throws {
        try await Service.run { service in
            let answer = try await service.client.request(method, "/api/v1/echo")
            #expect(answer.status == 200)
            #expect(try answer.json["method"]?.stringValue == method)
            #expect(try await service.client.request("HEAD", "/api/v1/echo").status == 200)
        }
    }

    @Test func `an address is limited, wrong requests included`() async throws {
        try await Service.run(environment: ["ECHO_PER_MINUTE": "2"]) { service in
            let first = try await service.client.get("/api/v1/echo")
            #expect(first.header("RateLimit-Policy") == "\"echo\";q=2;w=60")
            let large = [UInt8](repeating: 0x61, count: (1 << 20) + 1)
            #expect(try await service.client.request("POST", "/api/v1/echo", body: large).status == 413)
            let refused = try await service.client.get("/api/v1/echo")
            #expect(refused.status == 429)
            #expect(try refused.code == "rate_limited")
            #expect(refused.header("Retry-After").flatMap(Int.init) ?? 0 > 0)
        }
    }

    @Test func `without a setting it is 120 a minute`() async throws {
        try await Service.run { service in
            let answer = try await service.client.get("/api/v1/echo")
            #expect(answer.header("RateLimit-Policy") == "\"echo\";q=120;w=60")
        }
    }
}
