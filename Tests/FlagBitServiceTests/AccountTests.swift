import Database
import HTTPCore
import TestKit
import Testing

@testable import FlagBitService

@Suite struct AccountTests {
    private func account(_ owner: Owner) async throws -> JSONValue { try await owner.client.get("/api/v1/account").json }

    // MARK: Plans

    @Test func `an account says how many projects it has of how many`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            _ = try await service.signedUp("other@example.com")
            let account = try await account(owner)
            #expect(account["limits"] == ["evaluation_limit": 100_000, "flag_limit": 25, "project_limit": 2])
            #expect(account["usage"]?["projects"] == ["used": 1, "limit": 2, "remaining": 1])
        }
    }

    @Test func `plans from a file hold for projects and flags`() async throws {
        let folder = try TemporaryFolder()
        let limits = #"{"project_limit": 1, "flag_limit": 2, "evaluation_limit": 3}"#
        let file = try folder.write(#"{"plans": [{"name": "free", "price": 0, "limits": \#(limits)}]}"#.utf8, to: "plans.json")
        try await Service.run(environment: ["PLANS_FILE": file]) { service in
            let owner = try await service.signedUp()
            #expect(try await owner.client.post("/api/v1/projects", json: ["name": "Shop"]).code == "plan_limit_reached")
            for key in ["a", "b"] { try await owner.flag(["key": .string(key)]) }
            #expect(try await owner.client.post(owner.flags, json: ["key": "c"]).code == "plan_limit_reached")
            #expect(try await account(owner)["usage"]?["evaluation"]?["limit"] == 3)
        }
    }

    // MARK: Evaluations

    @Test func `each request that is answered with values is one evaluation`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let other = try await service.signedUp("other@example.com")
            for key in ["a", "b"] { try await owner.flag(["key": .string(key)]) }
            for body in [[:], ["flags": ["a", "b"]], ["flags": ["none"]]] as [JSONValue] {
                #expect(try await owner.sdk.post("/api/v1/evaluate", json: body).status == 200)
            }
            _ = try await owner.evaluate("a")
            #expect(try await other.sdk.post("/api/v1/evaluate", json: [:]).status == 200)
            // None of these was answered with values.
            #expect(try await owner.sdk.post("/api/v1/evaluate/none", json: [:]).status == 404)
            #expect(try await owner.sdk.post("/api/v1/evaluate", json: ["contxt": [:]]).status == 400)
            #expect(try await owner.client.post("/api/v1/evaluate", json: [:]).status == 403)
            #expect(try await owner.sdk.request("OPTIONS", "/api/v1/evaluate").status == 204)
            let expected: JSONValue = [
                "used": 4, "limit": 100_000, "remaining": 99_996, "window": "month", "over_limit": false,
                "resets_at": "2026-05-01T00:00:00Z",
            ]
            #expect(try await account(owner)["usage"]?["evaluation"] == expected)
            #expect(try await account(other)["usage"]?["evaluation"]?["used"] == 1)
        }
    }

    @Test func `evaluations are counted by the day`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for evaluations in [2, 1] {
                for _ in 0..<evaluations { _ = try await owner.sdk.post("/api/v1/evaluate", json: [:]) }
                service.clock.advance(seconds: 86_400)
            }
            let usage = try await owner.client.get("/api/v1/usage").json
            #expect(
                usage["data"] == [
                    ["date": "2026-04-20", "action": "evaluation", "count": 2], ["date": "2026-04-21", "action": "evaluation", "count": 1],
                ]
            )
            #expect(usage["period"]?["totals"] == ["evaluation": 3])
        }
    }

    @Test func `no evaluation is refused because of the quota`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a"])
            try await service.database.write { connection in
                try connection.execute(
                    "INSERT INTO usage_counts (account_id, action, period, count) VALUES (1, 'evaluation', '2026-04', 100000)"
                )
            }
            #expect(try await account(owner)["usage"]?["evaluation"]?["over_limit"] == false)
            #expect(try await owner.evaluate("a")["value"] == true)
            let usage = try await account(owner)["usage"]?["evaluation"]
            #expect(usage?["used"] == 100_001)
            #expect(usage?["remaining"] == 0)
            #expect(usage?["over_limit"] == true)
        }
    }

    @Test func `what was counted is there after a restart`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        let owner = try await Service.run(database: file) { service in
            let owner = try await service.signedUp()
            for _ in 0..<3 { _ = try await owner.sdk.post("/api/v1/evaluate", json: [:]) }
            return owner
        }
        try await Service.run(database: file) { service in
            let account = try await service.client.get("/api/v1/account", headers: owner.client.headers).json
            #expect(account["usage"]?["evaluation"]?["used"] == 3)
        }
    }

    // MARK: The end

    @Test func `an erased account's SDK keys stop working, and nothing of it stays`() async throws {
        try await Service.run { service in
            let (owner, other) = (try await service.signedUp(), try await service.signedUp("other@example.com"))
            for each in [owner, other] { try await each.flag(["key": "a"]) }
            // More than one step of the erasure, and not a whole number of them.
            try await service.database.write { connection in
                for number in 0..<249 {
                    try connection.addFlag("flag-\(number)", project: 1)
                    try connection.addSegment("segment-\(number)", project: 1)
                }
                try connection.addSegment("theirs", project: 2)
            }
            #expect(try await owner.sdk.post("/api/v1/evaluate", json: [:]).status == 200)
            #expect(try await owner.client.delete("/api/v1/account").status == 204)
            #expect(try await owner.sdk.post("/api/v1/evaluate", json: [:]).status == 401)
            #expect(try await owner.sdk.post("/api/v1/evaluate/a", json: [:]).status == 401)
            #expect(try counts(in: service) == [1, 1, 1, 1])
            #expect(try await other.evaluate("a")["value"] == true)
        }
    }

    @Test func `SDK keys of an account that is gone for everybody are forgotten before its flags are deleted`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a"])
            #expect(try await owner.evaluate("a")["value"] == true)
            let now = service.clock.now
            try await service.database.write { try $0.execute("UPDATE accounts SET erased_at = ? WHERE id = 1", now) }
            service.product.forget(1)
            #expect(try await owner.sdk.post("/api/v1/evaluate/a", json: [:]).status == 401)
            #expect(try counts(in: service) == [1, 1, 1, 0])
        }
    }

    @Test func `the erasure forgets what is in memory, and can be repeated`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a"])
            #expect(try await owner.evaluate("a")["value"] == true)
            // The first step of an erasure, which the product knows nothing of.
            let now = service.clock.now
            try await service.database.write { try $0.execute("UPDATE accounts SET erased_at = ? WHERE id = 1", now) }
            for _ in 0..<2 {
                try await service.product.erase(1)
                #expect(try await owner.sdk.post("/api/v1/evaluate/a", json: [:]).status == 401)
            }
        }
    }

    @Test func `an erasure that is cancelled ends before its next step, and can be gone on with`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "a"])
            try await owner.segment(["key": "a"])
            let product = service.product
            let erasing = Task {
                while !Task.isCancelled { await Task.yield() }
                try await product.erase(1)
            }
            erasing.cancel()
            await #expect(throws: CancellationError.self) { try await erasing.value }
            #expect(try counts(in: service) == [1, 1, 1, 1])
            try await product.erase(1)
            #expect(try counts(in: service) == [1, 1, 0, 0])
        }
    }

    /// How many projects, SDK keys, flags and segments there are.
    private func counts(in service: Service) throws -> [Int]? {
        try service.database.first(
            """
            SELECT (SELECT count(*) FROM projects) AS projects, (SELECT count(*) FROM sdk_keys) AS keys,
                (SELECT count(*) FROM flags) AS flags, (SELECT count(*) FROM segments) AS segments
            """
        ) { [try $0["projects"] as Int, try $0["keys"] as Int, try $0["flags"] as Int, try $0["segments"] as Int] }
    }
}
