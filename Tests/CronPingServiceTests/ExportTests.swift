import Accounts
import Database
import HTTPCore
import TestKit
import Testing

@testable import CronPingService

@Suite struct ExportTests {
    private func export(of client: TestClient) async throws -> JSONValue {
        let answer = try await client.get("/api/v1/account/export")
        #expect(answer.status == 200)
        return try answer.json
    }

    @Test func `an export has the monitors as the API shows them`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            _ = try await service.signedUp("other@example.com").monitor()
            let monitors = [try await owner.monitor(["tags": ["db"]]), try await owner.monitor(["schedule": "@daily"])]
            let export = try await export(of: owner)
            #expect(export.names == ["exported_at", "product", "account", "keys", "usage", "monitors", "pings"])
            #expect(export["monitors"] == .array(monitors))
            #expect(export["pings"] == [])
        }
    }

    @Test func `it has every byte of a ping`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let monitor = try await owner.monitor()
            let url = try monitor.text("ping_url")
            let run = "ec4c1a6e-5a7a-4d6f-9c1f-2a7d3b0c1e9a"
            let agent = ["User-Agent": "curl/8"]
            _ = try await service.client.request("POST", "\(url)/7?rid=\(run)", headers: agent, body: Array("disk full".utf8))
            _ = try await service.client.request("POST", url, headers: agent, body: [0x66, 0xFF, 0x00])
            _ = try await service.client.get(url, headers: agent)
            let ping: JSONObject = [
                "monitor": .string(try monitor.text("id")), "kind": "success", "exit_status": nil, "rid": nil,
                "received_at": "2026-04-20T09:00:00Z", "remote_address": "127.0.0.1", "user_agent": "curl/8",
            ]
            func with(_ members: JSONObject) -> JSONValue {
                .object(JSONObject(ping.map { ($0.name, $0.value) } + members.map { ($0.name, $0.value) }))
            }
            #expect(
                try await export(of: owner)["pings"] == [
                    with(["number": 1, "method": "POST", "kind": "fail", "exit_status": 7, "rid": .string(run), "body": "disk full"]),
                    with(["number": 2, "method": "POST", "body": nil, "body_base64": "Zv8A"]),
                    with(["number": 3, "method": "GET", "body": nil]),
                ]
            )
        }
    }

    @Test func `it has all pings, one monitor after the other, however many there are`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp(plan: "business")
            let other = try await service.signedUp("other@example.com")
            // Of other accounts before, between and after; one without pings; one whose pings end with a page.
            for client in [other, owner, owner, other, owner, owner, other] { _ = try await client.monitor() }
            let counts = [1: 5, 2: 150, 3: 0, 4: 5, 5: 50, 6: 101, 7: 5]
            try await service.database.write { connection in
                for (monitor, count) in counts where count > 0 {
                    for number in 1...count { try connection.addPing(number, monitor: Int64(monitor)) }
                }
            }
            let export = try await export(of: owner)
            let ids = try export["monitors"]?.arrayValue?.map { try $0.text("id") } ?? []
            let expected = zip(ids, [2, 3, 5, 6]).flatMap { id, monitor in
                (1..<(counts[monitor] ?? 0) + 1).map { "\(id) \($0)" }
            }
            let found = try export["pings"]?.arrayValue?.map { "\(try $0.text("monitor")) \($0["number"]?.integerValue ?? 0)" }
            #expect(found == expected)
        }
    }

    @Test func `a position holds a monitor and a number, and grows with them`() {
        let positions = [(1, 0), (1, 1), (1, 68_719_476_735), (2, 0), (134_217_727, 68_719_476_735)].map {
            ExportPosition(owner: Int64($0.0), number: Int64($0.1))
        }
        #expect(positions.map { ExportPosition($0.value) } == positions)
        #expect(positions.map(\.value) == positions.map(\.value).sorted())
        #expect(ExportPosition(0) == ExportPosition(owner: 0, number: 0))
    }
}
