import Database
import HTTPCore
import TestKit
import Testing

@testable import CronPingService

@Suite struct PingRoutesTests {
    @Test("the documented methods count", arguments: ["GET", "POST", "HEAD"])
    func methods(method: String) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let monitor = try await owner.monitor()
            let answer = try await service.client.request(method, monitor.text("ping_url"), headers: ["User-Agent": "curl/8"])
            #expect(answer.status == 200)
            #expect(answer.text == (method == "HEAD" ? "" : "OK"))
            #expect(answer.header("Content-Type")?.hasPrefix("text/plain") == true)
            #expect(answer.header("Ping-Body-Limit") == "10000")
            let pings = try await owner.details(of: monitor)["recent_pings"]
            #expect(
                pings == [
                    [
                        "number": 1, "kind": "success", "exit_status": nil, "rid": nil, "received_at": "2026-04-20T09:00:00Z",
                        "method": .string(method), "remote_address": "127.0.0.1", "user_agent": "curl/8", "body": nil,
                    ]
                ]
            )
        }
    }

    @Test("other methods do not", arguments: ["PUT", "DELETE", "PATCH", "OPTIONS"])
    func otherMethods(method: String) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let monitor = try await owner.monitor()
            let answer = try await service.client.request(method, monitor.text("ping_url"))
            #expect(answer.status == 405)
            #expect(answer.header("Allow") == "GET, HEAD, POST")
            #expect(try await owner.details(of: monitor)["ping_count"] == 0)
        }
    }

    @Test(
        "each signal does to the status what it says",
        arguments: [
            ("", "success", nil, "up"), ("/0", "success", 0, "up"), ("/fail", "fail", nil, "down"), ("/1", "fail", 1, "down"),
            ("/255", "fail", 255, "down"), ("/start", "start", nil, "new"), ("/log", "log", nil, "new"),
        ] as [(String, String, Int?, String)]
    )
    func signals(path: String, kind: String, exitStatus: Int?, status: String) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let monitor = try await owner.monitor()
            #expect(try await service.client.post(monitor.text("ping_url") + path, json: ["any": "thing"]).text == "OK")
            let details = try await owner.details(of: monitor)
            #expect(details["status"] == .string(status))
            #expect(details["ping_count"] == 1)
            #expect(details["recent_pings"]?[0]?["kind"] == .string(kind))
            #expect(details["recent_pings"]?[0]?["exit_status"] == JSONValue(exitStatus))
            #expect(details["recent_pings"]?[0]?["body"] == #"{"any":"thing"}"#)
        }
    }

    @Test func `the status follows the clock and the pings`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let monitor = try await owner.monitor(["schedule_minutes": 1, "grace_seconds": 30])
            let url = try monitor.text("ping_url")
            _ = try await service.client.get(url)
            for (seconds, status) in [(59, "up"), (1, "late"), (29, "late"), (1, "down")] as [(Int64, JSONValue)] {
                service.clock.advance(seconds: seconds)
                #expect(try await owner.details(of: monitor)["status"] == status)
            }
            _ = try await service.client.get(url)
            #expect(try await owner.details(of: monitor)["status"] == "up")
            _ = try await service.client.get(url + "/fail")
            #expect(try await owner.details(of: monitor)["status"] == "down")
            _ = try await service.client.get(url + "/start")
            #expect(try await owner.details(of: monitor)["status"] == "down", "a start says nothing about how it ends")
            _ = try await service.client.get(url)
            #expect(try await owner.details(of: monitor)["status"] == "up")
        }
    }

    @Test(
        "what is no ping",
        arguments: [
            ("/ping/{token}/256", 400, "invalid url format"), ("/ping/{token}/stop", 404, "not found"),
            ("/ping/{token}?rid=1", 400, "invalid uuid format"), ("/ping/{token}?rid=", 400, "invalid uuid format"),
            ("/ping/{token}?rid=%00", 400, "invalid uuid format"),
            ("/ping/{token}/start?rid=ec4c1a6e-5a7a-4d6f-9c1f-2a7d3b0c1e9g", 400, "invalid uuid format"),
            ("/ping/00000000-0000-4000-8000-000000000000", 404, "not found"), ("/ping/token", 404, "not found"),
            ("/ping/00000000-0000-4000-8000-000000000000/fail", 404, "not found"),
        ]
    )
    func refusals(path: String, status: Int, text: String) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let monitor = try await owner.monitor()
            let token = try #require(try monitor.text("ping_url").split(separator: "/").last)
            let parts = path.split(separator: "{token}", omittingEmptySubsequences: false)
            let answer = try await service.client.get(parts.joined(separator: String(token)))
            #expect(answer.status == status)
            #expect(answer.text == text)
            #expect(try await owner.details(of: monitor)["ping_count"] == 0)
        }
    }

    @Test func `runs are named by a UUID in either case`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let monitor = try await owner.monitor()
            _ = try await service.client.get(monitor.text("ping_url") + "/start?rid=EC4C1A6E-5A7A-4D6F-9C1F-2A7D3B0C1E9A")
            #expect(try await owner.details(of: monitor)["recent_pings"]?[0]?["rid"] == "ec4c1a6e-5a7a-4d6f-9c1f-2a7d3b0c1e9a")
        }
    }

    @Test("bodies are kept up to the limit", arguments: [(0, 0), (9_999, 9_999), (10_000, 10_000), (10_001, 10_000), (3_000_000, 10_000)])
    func bodies(sent: Int, kept: Int) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let monitor = try await owner.monitor()
            let body = (0..<sent).map { UInt8(ascii: "a") + UInt8($0 % 26) }
            let answer = try await service.client.request("POST", monitor.text("ping_url"), body: body)
            #expect(answer.text == "OK")
            let stored = try await owner.details(of: monitor)["recent_pings"]?[0]?["body"]?.stringValue
            #expect(stored.map { Array($0.utf8) } == (kept == 0 ? nil : Array(body.prefix(kept))))
        }
    }

    @Test func `bytes of any kind are kept as they came`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let monitor = try await owner.monitor()
            let body = (0...255).map { UInt8($0) }
            let headers = ["User-Agent": String(repeating: "x", count: 300)]
            _ = try await service.client.request("POST", monitor.text("ping_url"), headers: headers, body: body)
            let stored = try service.database.read { try $0.first("SELECT body FROM pings") { try $0["body"] as [UInt8] } }
            #expect(stored == body)
            let ping = try await owner.details(of: monitor)["recent_pings"]?[0]
            #expect(ping?["user_agent"] == .string(String(repeating: "x", count: 200)))
            #expect(ping?["body"]?.stringValue?.hasSuffix("\u{FFFD}") == true)
        }
    }
}
