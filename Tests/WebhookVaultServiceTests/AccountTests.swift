import Database
import HTTPCore
import TestKit
import Testing
import Timekeeping

@testable import WebhookVaultService

/// What an account is told about itself, and what its plan says.
@Suite struct AccountTests {
    @Test func `captures are counted for the day on which they came`() async throws {
        try await Service.run { service async throws in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            try await service.capture(3, in: endpoint)
            service.clock.advance(seconds: 86_400)
            try await service.capture(2, in: endpoint)
            let usage = try await owner.get("/api/v1/usage?from=2026-04-01&to=2026-04-30").json
            #expect(
                usage["data"] == [
                    ["date": "2026-04-20", "action": "capture", "count": 3], ["date": "2026-04-21", "action": "capture", "count": 2],
                ]
            )
            #expect(usage["period"]?["totals"] == ["capture": 5])
            let capture = try await owner.get("/api/v1/account").json["usage"]?["capture"]
            #expect(capture == ["used": 5, "window": "month", "resets_at": "2026-05-01T00:00:00Z"])
        }
    }

    @Test func `beyond what an endpoint keeps, capture and its count go on`() async throws {
        try await Service.run { service async throws in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            try await service.capture(101, in: endpoint)
            let capture = try await owner.get("/api/v1/account").json["usage"]?["capture"]
            #expect(capture?["used"] == 101)
            #expect(try await owner.lastCapture(of: endpoint)["number"] == 101)
        }
    }

    @Test func `only what was captured is counted, for its owner`() async throws {
        try await Service.run { service async throws in
            let (owner, other) = (try await service.signedUp(), try await service.signedUp("other@example.com"))
            let endpoint = try await owner.newEndpoint()
            let nobodys = try await owner.newEndpoint()
            try await service.database.write { try $0.execute("UPDATE endpoints SET account_id = NULL WHERE token = ?", nobodys) }
            try await service.capture(2, in: nobodys)
            #expect(try await service.client.get("/hook/ep_00000000000000000000").status == 404)
            // Refused, but kept as far as its head goes.
            let large = [UInt8](repeating: 0x61, count: (1 << 20) + 1)
            #expect(try await service.client.request("POST", "/hook/\(endpoint)", body: large).status == 413)
            #expect(try await owner.get("/api/v1/account").json["usage"]?["capture"]?["used"] == 1)
            #expect(try await other.get("/api/v1/account").json["usage"]?["capture"]?["used"] == 0)
        }
    }

    @Test func `what is counted is there after a restart`() async throws {
        let folder = try TemporaryFolder()
        let key = try await Service.run(database: folder.file("app.db")) { service async throws in
            let owner = try await service.signedUp()
            try await service.capture(3, in: try await owner.newEndpoint())
            return owner.headers
        }
        try await Service.run(database: folder.file("app.db")) { service async throws in
            var owner = service.client
            owner.headers = key
            #expect(try await owner.get("/api/v1/account").json["usage"]?["capture"]?["used"] == 3)
        }
    }

    @Test func `the endpoints that have not expired take the plan's room`() async throws {
        try await Service.run { service async throws in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            let path = "/api/v1/account"
            #expect(try await owner.get(path).json["usage"]?["endpoints"] == ["used": 1, "limit": 2, "remaining": 1])
            _ = try await owner.delete("/api/v1/endpoints/\(endpoint)")
            #expect(try await owner.get(path).json["usage"]?["endpoints"] == ["used": 0, "limit": 2, "remaining": 2])
        }
    }

    // MARK: PLANS_FILE

    /// A file with the one plan "free".
    private func plansFile(in folder: TemporaryFolder, endpoints: Int, requestsPerDay: Int, hours: Int, bytes: Int) throws -> String {
        let limits: JSONValue = [
            "endpoints": .integer(endpoints), "requests_per_day": .integer(requestsPerDay), "retention_hours": .integer(hours),
            "body_bytes": .integer(bytes),
        ]
        let plans: JSONValue = ["plans": [["name": "free", "price": 0, "limits": limits]]]
        return try folder.write(plans.serializedBytes(), to: "plans.json")
    }

    @Test func `the operator's plans count, wherever a limit does`() async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let plans = try plansFile(in: folder, endpoints: 1, requestsPerDay: 48, hours: 1, bytes: 10)
        try await Service.run(environment: ["PLANS_FILE": plans]) { service async throws in
            let answer = try await service.client.post("/api/v1/signup", json: ["email": "you@example.com"]).json
            #expect(answer["limits"] == ["endpoints": 1, "requests_per_day": 48, "retention_hours": 1, "body_bytes": 10])
            let owner = service.client.authorized(try #require(answer["api_key"]?.stringValue))
            let endpoint = try await owner.newEndpoint()
            #expect(try await owner.post("/api/v1/endpoints", json: ["name": "x"]).status == 403)
            #expect(try await service.client.request("POST", "/hook/\(endpoint)", body: Array("0123456789+".utf8)).status == 413)
            try await service.capture(3, in: endpoint)
            #expect(try await owner.captures(of: endpoint).count == 2)
            service.clock.advance(seconds: 3_600)
            #expect(try await owner.captures(of: endpoint).isEmpty)
        }
    }

    @Test func `limits without end are no end of the service`() async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let most = 9_007_199_254_740_991
        let plans = try plansFile(in: folder, endpoints: most, requestsPerDay: most, hours: most, bytes: most)
        try await Service.run(environment: ["PLANS_FILE": plans]) { service async throws in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            try await service.capture(2, in: endpoint)
            #expect(try await owner.captures(of: endpoint).count == 2)
        }
    }
}
