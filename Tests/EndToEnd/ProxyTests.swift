import HTTPCore
import TestKit
import Testing

/// The real Caddy with the Caddyfile of production in front of the four executables.
@Suite struct ProxyTests {
    @Test func `each product answers at its own subdomain, and sees requests as they were sent`() async throws {
        let folder = try TemporaryFolder()
        var services: [String: ServiceProcess] = [:]
        for name in LifecycleTests.services {
            services[name] = try await ServiceProcess.start(
                name,
                database: folder.file("\(name).db"),
                environment: ["TRUSTED_PROXIES": "127.0.0.1,::1"]
            )
        }
        let proxy = try ProxyProcess(upstreams: services.mapValues(\.port))
        try await proxy.waitUntilReady()
        let client = TestClient(address: "http://127.0.0.1:\(proxy.port)")
        for name in LifecycleTests.services {
            let answer = try await client.get("/version", headers: ["Host": "\(name).localhost:\(proxy.port)"])
            #expect(try answer.json["name"]?.stringValue == name)
        }
        let host = "webhookvault.localhost:\(proxy.port)"
        let echo = try await client.get("/api/v1/echo", headers: ["Host": host, "X-Forwarded-For": "203.0.113.9"]).json
        #expect(echo["headers"]?["host"]?.stringValue == host)
        #expect(echo["origin"]?.stringValue == "127.0.0.1", "a client cannot choose its own address")
        let raw = try await RawConnection.open(port: proxy.port)
        let head = "POST /api/v1/echo HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\nContent-Length: 4\r\n\r\n"
        try await raw.send(Array(head.utf8) + [0, 1, 0x0A, 0x20])
        let answer = String(decoding: try await raw.readToEnd(), as: UTF8.self)
        #expect(answer.contains("AAEKIA=="), "the body as it was sent: \(answer)")
    }

    @Test func `whoever closes its side after a request gets the service's own answer, and a wrong name gets none`() async throws {
        let folder = try TemporaryFolder()
        let service = try await ServiceProcess.start("webhookvault", database: folder.file("app.db"))
        let proxy = try ProxyProcess(upstreams: ["webhookvault": service.port])
        try await proxy.waitUntilReady()
        let host = "webhookvault.localhost:\(proxy.port)"
        for number in 0..<20 {
            let raw = try await RawConnection.open(port: proxy.port)
            try await raw.send("POST /api/v1/echo?n=\(number) HTTP/1.1\r\nHost: \(host)\r\nContent-Length: 2\r\n\r\nhi")
            try await raw.halfClose()
            let answer = String(decoding: try await raw.readToEnd(), as: UTF8.self)
            #expect(answer.contains("\"n\":\"\(number)\""), "\(answer)")
        }
        let client = TestClient(address: "http://127.0.0.1:\(proxy.port)")
        #expect(try await client.get("/healthz", headers: ["Host": "other.example:\(proxy.port)"]).status == 404)
    }
}
