import Database
import Dispatch
import HTTPCore
import NIOHTTP1
import TestKit
import Testing

@testable import WebhookVaultService

@Suite struct CaptureRoutesTests {
    /// Runs a test on an endpoint that has captured a few requests, of different methods, paths and bodies.
    private func withCaptures(_ test: (Service, _ owner: TestClient, _ endpoint: String) async throws -> Void) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            for (method, path, body) in [
                ("POST", "/orders/1", "needle"), ("POST", "/orders/2", "hay"), ("PUT", "/orders", "hay"), ("GET", "/?x=needle", ""),
            ] {
                _ = try await service.client.request(method, "/hook/\(endpoint)\(path)", body: body.isEmpty ? nil : Array(body.utf8))
            }
            try await test(service, owner, endpoint)
        }
    }

    @Test func `the newest come first, without their content`() async throws {
        try await withCaptures { _, owner, endpoint in
            let captures = try await owner.captures(of: endpoint)
            #expect(JSONValue.array(captures).texts("path") == ["/", "/orders", "/orders/2", "/orders/1"])
            #expect(
                captures[0].names == [
                    "id", "endpoint_id", "number", "method", "path", "query", "content_type", "body_size", "body_too_large",
                    "client_address",
                    "received_at",
                ]
            )
            #expect(captures[1]["body_size"] == 3)
        }
    }

    @Test(
        "filters",
        arguments: [
            ("method=POST", ["/orders/2", "/orders/1"]), ("method=put", ["/orders"]), ("method=TRACE", []), ("path=/orders", ["/orders"]),
            ("path=/orders/*", ["/orders/2", "/orders/1"]), ("path=/order", []), ("path=*", ["/", "/orders", "/orders/2", "/orders/1"]),
            ("q=needle", ["/", "/orders/1"]), ("q=Needle", []), ("q=needle&method=POST", ["/orders/1"]),
            ("q=orders/2%20HTTP", ["/orders/2"]),
        ]
    )
    func filters(query: String, paths: [String]) async throws {
        try await withCaptures { _, owner, endpoint in
            let captures = try await owner.captures(of: endpoint, "?\(query)")
            #expect(JSONValue.array(captures).texts("path") == paths)
        }
    }

    @Test("pages follow each other without gaps, filtered or not", arguments: ["", "&path=/*", "&q=HTTP/1.1"])
    func pages(filter: String) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            for number in 0..<7 { _ = try await service.client.get("/hook/\(endpoint)/\(number)") }
            var paths: [[String]] = []
            var path: String? = "/api/v1/endpoints/\(endpoint)/requests?limit=3\(filter)"
            while let current = path {
                let answer = try await owner.get(current)
                paths.append(JSONValue.array(try #require(try answer.json["data"]?.arrayValue)).texts("path"))
                #expect(try answer.json["next_cursor"]?.isNull == (answer.header("Link") == nil))
                path = answer.header("Link").map { String($0.dropFirst().prefix { $0 != ">" }) }
                // One that arrives meanwhile does not shift the others.
                _ = try await service.client.get("/hook/\(endpoint)/later")
            }
            #expect(paths == [["/6", "/5", "/4"], ["/3", "/2", "/1"], ["/0"]])
        }
    }

    @Test func `a search through many captures goes on where it stopped`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            try await service.changePlan(to: "pro")
            _ = try await service.client.request("POST", "/hook/\(endpoint)/first", body: Array("needle".utf8))
            let large = [UInt8](repeating: 0x20, count: 9 << 20)
            for _ in 0..<9 { _ = try await service.client.request("POST", "/hook/\(endpoint)", body: large) }
            let first = try await owner.get("/api/v1/endpoints/\(endpoint)/requests?q=needle").json
            #expect(first["data"] == [])
            let cursor = try #require(first["next_cursor"]?.stringValue)
            let second = try await owner.get("/api/v1/endpoints/\(endpoint)/requests?q=needle&cursor=\(cursor)").json
            #expect(second["data"]?.texts("path") == ["/first"])
            #expect(second["next_cursor"] == .null)
        }
    }

    @Test(
        "what the list refuses",
        arguments: ["limit=0", "limit=101", "cursor=x", "cursor=", "method=", "q=", "path=", "q=%FF", "q=a&q=b"]
    )
    func refusals(query: String) async throws {
        try await withCaptures { _, owner, endpoint in
            let answer = try await owner.get("/api/v1/endpoints/\(endpoint)/requests?\(query)")
            #expect(answer.status == 400)
            #expect(try answer.code == "invalid_input")
        }
    }

    @Test func `the bytes of a body are for downloading, never for showing`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            let html = Array("<script>alert(1)</script>".utf8)
            _ = try await service.client.request("POST", "/hook/\(endpoint)", headers: ["Content-Type": "text/html"], body: html)
            let capture = try await owner.lastCapture(of: endpoint)
            let answer = try await owner.get(try #require(capture["raw_url"]?.stringValue))
            #expect(answer.body == html)
            #expect(answer.headers["Content-Type"] == ["application/octet-stream"])
            #expect(answer.headers["X-Content-Type-Options"] == ["nosniff"])
            #expect(answer.headers["Content-Security-Policy"] == ["sandbox; default-src 'none'; frame-ancestors 'none'"])
            let id = try #require(capture["id"]?.stringValue)
            #expect(answer.headers["Content-Disposition"] == ["attachment; filename=\"\(id).bin\""])
        }
    }

    @Test func `a large body is read where a long query is, a small one at once`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            var paths: [String] = []
            for size in [65_536, 65_537] {
                _ = try await service.client.request("POST", "/hook/\(endpoint)", body: [UInt8](repeating: 0x61, count: size))
                let id = try #require(try await owner.captures(of: endpoint).first?["id"]?.stringValue)
                paths += ["/api/v1/requests/\(id)", "/api/v1/requests/\(id)/raw"]
            }
            for path in paths { #expect(try await owner.get(path).status == 200) }
            try await withoutRoomForScans(service) {
                var statuses: [Int] = []
                for path in paths { statuses.append(try await owner.get(path).status) }
                #expect(statuses == [200, 200, 503, 503])
            }
        }
    }

    /// Runs a test while every thread for long queries is busy and no more of them may wait.
    private func withoutRoomForScans(_ service: Service, _ test: () async throws -> Void) async throws {
        let (begun, continuation) = AsyncStream<Void>.makeStream()
        let gate = DispatchSemaphore(value: 0)
        let isAdmitted: @Sendable () async throws -> Bool = {
            do {
                try await service.database.scan { _ in
                    continuation.yield()
                    gate.wait()
                }
                return true
            } catch DatabaseError.overloaded {
                return false
            }
        }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            defer { for _ in 0..<302 { gate.signal() } }
            for _ in 0..<2 { group.addTask { try await isAdmitted() } }
            var scans = begun.makeAsyncIterator()
            for _ in 0..<2 { _ = await scans.next() }
            for _ in 0..<300 { group.addTask { try await isAdmitted() } }
            // None of those that were admitted can end yet, so this one was refused.
            let first = try await group.next()
            #expect(first == false)
            try await test()
        }
    }

    @Test func `a deleted capture is gone, the others stay`() async throws {
        try await withCaptures { service, owner, endpoint in
            let id = try #require(try await owner.captures(of: endpoint, "?path=/orders")[0]["id"]?.stringValue)
            let answer = try await owner.delete("/api/v1/requests/\(id)")
            #expect(answer.status == 204)
            #expect(answer.body.isEmpty)
            for path in ["/api/v1/requests/\(id)", "/api/v1/requests/\(id)/raw"] { #expect(try await owner.get(path).status == 404) }
            #expect(try await owner.delete("/api/v1/requests/\(id)").status == 404)
            #expect(JSONValue.array(try await owner.captures(of: endpoint)).texts("path") == ["/", "/orders/2", "/orders/1"])
            _ = try await service.client.get("/hook/\(endpoint)")
            #expect(try await owner.lastCapture(of: endpoint)["number"] == 5)
        }
    }
}
