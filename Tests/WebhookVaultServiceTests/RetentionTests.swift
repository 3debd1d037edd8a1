import Database
import Timekeeping
import HTTPCore
import TestKit
import Testing

@testable import WebhookVaultService

@Suite struct RetentionTests {
    @Test func `the free plan keeps the newest hundred, and capture never stops`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let (busy, quiet) = (try await owner.newEndpoint(), try await owner.newEndpoint())
            _ = try await service.client.get("/hook/\(quiet)")
            for _ in 0..<130 { #expect(try await service.client.get("/hook/\(busy)").status == 200) }
            let captures = try await owner.captures(of: busy, "?limit=100")
            #expect(captures.compactMap { $0["number"]?.integerValue } == Array((31...130).reversed()))
            #expect(try service.countOfCaptures() == 101, "one endpoint does not cost another its captures")
            #expect(try await owner.get("/api/v1/endpoints/\(busy)").json["request_count"] == 130)
        }
    }

    @Test func `a smaller plan drops the surplus little by little`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            try await service.changePlan(to: "starter")
            for _ in 0..<130 { _ = try await service.client.get("/hook/\(endpoint)") }
            #expect(try service.countOfCaptures() == 130)
            try await service.changePlan(to: "free")
            _ = try await service.client.get("/hook/\(endpoint)")
            #expect(try service.countOfCaptures() == 121)
            for _ in 0..<3 { _ = try await service.client.get("/hook/\(endpoint)") }
            #expect(try service.countOfCaptures() == 100)
        }
    }

    @Test func `after its time a capture is not seen, and then erased`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            for _ in 0..<60 { _ = try await service.client.get("/hook/\(endpoint)") }
            let id = try #require(try await owner.lastCapture(of: endpoint)["id"]?.stringValue)
            service.clock.advance(seconds: 86_399)
            _ = try await service.client.get("/hook/\(endpoint)/new")
            try await service.product.store.eraseExpired(at: service.clock.now)
            #expect(try await owner.captures(of: endpoint, "?limit=100").count == 61)
            service.clock.advance(seconds: 1)
            #expect(try await owner.captures(of: endpoint).count == 1)
            for path in ["/api/v1/requests/\(id)", "/api/v1/requests/\(id)/raw"] { #expect(try await owner.get(path).status == 404) }
            #expect(try await owner.delete("/api/v1/requests/\(id)").status == 404)
            #expect(try service.countOfCaptures() == 61)
            try await service.product.store.eraseExpired(at: service.clock.now)
            #expect(try service.countOfCaptures() == 1)
        }
    }

    @Test func `a paid plan keeps them longer`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            try await service.changePlan(to: "starter")
            _ = try await service.client.get("/hook/\(endpoint)")
            service.clock.advance(seconds: 7 * 86_400 - 1)
            #expect(try await owner.captures(of: endpoint).count == 1)
            service.clock.advance(seconds: 1)
            #expect(try await owner.captures(of: endpoint).isEmpty)
        }
    }

    @Test func `an expired endpoint captures nothing and is erased with what it captured`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            _ = try await service.client.get("/hook/\(endpoint)")
            let expiry = service.clock.now.adding(seconds: 3_600)
            try await service.database.write { try $0.execute("UPDATE endpoints SET expires_at = ?", expiry) }
            #expect(try await owner.get("/api/v1/endpoints/\(endpoint)").json["expires_at"] == "2026-04-20T10:00:00Z")
            #expect(try await service.client.get("/hook/\(endpoint)").status == 200)
            service.clock.now = expiry
            #expect(try await service.client.get("/hook/\(endpoint)").status == 404)
            #expect(try await owner.get("/api/v1/endpoints").json["endpoints"] == [])
            #expect(try await owner.get("/api/v1/endpoints/\(endpoint)").status == 404)
            #expect(try service.countOfCaptures() == 2)
            try await service.product.store.eraseExpired(at: expiry)
            #expect(try service.countOfCaptures() == 0)
            let rows = try service.database.read { try $0.all("SELECT id FROM endpoints") { row -> Int in try row["id"] } }
            #expect(rows.isEmpty)
        }
    }

    @Test func `a capture that has begun when its endpoint is deleted is refused`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint()
            let clock = service.clock
            let store = service.product.store
            let arrival = Arrival(receivedAt: clock.now, clientAddress: nil, head: [], body: [])
            let hook = try #require(try store.hook(endpoint, at: arrival.receivedAt))
            // While the body is on its way.
            clock.advance(seconds: 60)
            _ = try await owner.delete("/api/v1/endpoints/\(endpoint)")
            #expect(try await store.capture(arrival, by: hook, as: "req_1", now: { clock.now }) == false)
            #expect(try service.countOfCaptures() == 0)
        }
    }

    @Test func `what is asked for at every capture goes through an index`() async throws {
        try await Service.run { service in
            let plans = try service.database.read { connection in
                try connection.all(
                    "EXPLAIN QUERY PLAN DELETE FROM captures WHERE id IN (SELECT id FROM captures WHERE endpoint_id = ? AND number <= ? ORDER BY number LIMIT 10)",
                    1,
                    1
                ) { row -> String in try row["detail"] }
                    + connection.all("EXPLAIN QUERY PLAN SELECT id FROM captures WHERE expires_at <= ? ORDER BY expires_at LIMIT 50", 1) {
                        row -> String in try row["detail"]
                    }
            }
            #expect(!plans.isEmpty)
            #expect(!plans.contains { $0.contains("SCAN") || $0.contains("TEMP B-TREE") }, "\(plans)")
        }
    }
}
