import Database
import HTTPCore
import TestKit
import Testing

@testable import CronPingService

@Suite struct AccountTests {
    @Test func `an account says how many monitors it has of how many`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            _ = try await service.signedUp("other@example.com").monitor()
            let monitor = try await owner.monitor()
            _ = try await owner.monitor()
            let account = try await owner.get("/api/v1/account").json
            #expect(account["limits"] == ["monitor_limit": 3, "ping_log_limit": 100])
            #expect(account["usage"]?["monitors"] == ["used": 2, "limit": 3, "remaining": 1])
            #expect(account["usage"]?["ping"] == ["used": 0, "window": "month", "resets_at": "2026-05-01T00:00:00Z"])
            #expect(try await owner.get("/api/v1/usage").json["period"]?["totals"] == ["ping": 0])
            _ = try await owner.delete("/api/v1/monitors/\(monitor.text("id"))")
            #expect(try await owner.get("/api/v1/account").json["usage"]?["monitors"]?["used"] == 1)
        }
    }

    @Test func `pings are counted for the owner of their monitor, by the day`() async throws {
        try await Service.run { service in
            let (owner, other) = (try await service.signedUp(), try await service.signedUp("other@example.com"))
            let (url, others) = (try await owner.monitor().text("ping_url"), try await other.monitor().text("ping_url"))
            for path in ["", "/start", "/fail", "/log", "/7"] { _ = try await service.client.get(url + path) }
            _ = try await service.client.get(others)
            for path in ["/256", "/stop", "?rid=1"] { #expect(try await service.client.get(url + path).status >= 400) }
            service.clock.advance(seconds: 86_400)
            _ = try await service.client.post(url, json: [:])
            let usage = try await owner.get("/api/v1/usage").json
            #expect(
                usage["data"] == [
                    ["date": "2026-04-20", "action": "ping", "count": 5], ["date": "2026-04-21", "action": "ping", "count": 1],
                ]
            )
            #expect(usage["period"]?["totals"] == ["ping": 6])
            #expect(try await owner.get("/api/v1/account").json["usage"]?["ping"]?["used"] == 6)
            #expect(try await other.get("/api/v1/usage").json["period"]?["totals"] == ["ping": 1])
        }
    }

    @Test func `plans from a file hold for sign-up, monitors and pings`() async throws {
        let folder = try TemporaryFolder()
        let plans = #"{"plans": [{"name": "free", "price": 0, "limits": {"monitor_limit": 1, "ping_log_limit": 2}}]}"#
        let file = try folder.write(plans.utf8, to: "plans.json")
        try await Service.run(environment: ["PLANS_FILE": file]) { service in
            let signUp = try await service.client.post("/api/v1/signup", json: ["email": "owner@example.com"]).json
            #expect(signUp["monitor_limit"] == 1)
            let owner = service.client.authorized(try signUp.text("api_key"))
            let monitor = try await owner.monitor()
            #expect(try await owner.post("/api/v1/monitors", json: ["name": "Job"]).code == "plan_limit_reached")
            for _ in 0..<3 { _ = try await service.client.get(monitor.text("ping_url")) }
            let pings = try await owner.details(of: monitor)["recent_pings"]?.arrayValue
            #expect(pings?.map { $0["number"] } == [3, 2])
        }
    }

    // MARK: The end

    @Test func `an erased account leaves no monitor, ping, address or badge`() async throws {
        try await Service.run { service in
            let (owner, other) = (try await service.signedUp(), try await service.signedUp("other@example.com"))
            let (monitor, others) = (try await owner.monitor(), try await other.monitor())
            for each in [monitor, others] { _ = try await service.client.get(each.text("ping_url")) }
            try await service.database.write { connection in
                // More than one step of the erasure, and not a whole number of them.
                for number in 2...1_201 { try connection.addPing(number, monitor: 1) }
            }
            #expect(try await owner.delete("/api/v1/account").status == 204)
            #expect(try await service.client.get(monitor.text("ping_url")).status == 404)
            #expect(try await service.client.get(monitor.text("badge_url")).status == 404)
            #expect(try count("SELECT count(*) AS number FROM monitors", in: service) == 1)
            #expect(try count("SELECT count(*) AS number FROM pings", in: service) == 1)
            #expect(try await service.client.get(others.text("ping_url")).status == 200)
            #expect(try await other.details(of: others)["ping_count"] == 2)
        }
    }

    @Test func `nobody sees or pings the monitors of an account while it is being erased`() async throws {
        try await Service.run { service in
            let monitor = try await service.signedUp().monitor()
            let now = service.clock.now
            try await service.database.write { try $0.execute("UPDATE accounts SET erased_at = ?", now) }
            #expect(try await service.client.get(monitor.text("ping_url")).text == "not found")
            #expect(try await service.client.get(monitor.text("badge_url")).text == "not found")
        }
    }

    @Test func `pings are deleted step by step, as often as one asks`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for _ in 0..<2 { _ = try await owner.monitor() }
            try await service.database.write { connection in
                for monitor in [1, 2] { for number in 1...500 { try connection.addPing(number, monitor: Int64(monitor)) } }
            }
            for _ in 0..<2 {
                try await service.product.erase(1)
                #expect(try count("SELECT count(*) AS number FROM pings", in: service) == 0)
            }
            #expect(try count("SELECT count(*) AS number FROM monitors", in: service) == 2, "few, they go with the account")
        }
    }

    private func count(_ sql: StaticString, in service: Service) throws -> Int? {
        try service.database.read { try $0.first(sql) { try $0["number"] as Int } }
    }
}
