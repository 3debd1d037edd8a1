import Database
import HTTPCore
import TestKit
import Testing
import Timekeeping

@testable import WebhookVaultService

@Suite struct ErasureTests {
    private func countOfEndpoints(_ service: Service) throws -> Int? {
        try service.database.first("SELECT COUNT(*) AS count FROM endpoints") { row -> Int in try row["count"] }
    }

    @Test func `an erased account's endpoints are gone with all they have captured, and nobody else's`() async throws {
        try await Service.run { service in
            let (owner, other) = (try await service.signedUp(), try await service.signedUp("other@example.com"))
            let (gone, kept) = (try await owner.newEndpoint(), try await other.newEndpoint())
            // More than are erased in one step.
            try await service.capture(60, in: gone)
            try await service.capture(1, in: kept)
            #expect(try await owner.delete("/api/v1/account").status == 204)
            #expect(try await service.client.get("/hook/\(gone)").status == 404)
            try await service.capture(1, in: kept)
            #expect(try service.countOfCaptures() == 2)
            #expect(try countOfEndpoints(service) == 1)
            #expect(try await other.get("/api/v1/account").json["usage"]?["capture"]?["used"] == 2)
        }
    }

    @Test func `nothing of what was captured is found in the file`() async throws {
        let folder = try TemporaryFolder()
        let endpoint = try await Service.run(database: folder.file("app.db")) { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint(["name": "marked-name"])
            for size in [0, 100, 10_000] {
                let body = Array("marked-body".utf8) + [UInt8](repeating: 0x61, count: size)
                _ = try await service.client.request("POST", "/hook/\(endpoint)/marked-path", body: body)
            }
            #expect(try await owner.delete("/api/v1/account").status == 204)
            return endpoint
        }
        let file = try folder.read("app.db")
        for mark in ["marked-name", "marked-body", "marked-path", endpoint] {
            #expect(!ByteSearch(Array(mark.utf8)).matches(file), "\(mark)")
        }
    }

    @Test func `an account that is gone for everybody captures nothing, though its endpoints are still there`() async throws {
        try await Service.run { service in
            let endpoint = try await service.signedUp().newEndpoint()
            try await service.capture(1, in: endpoint)
            try await service.database.write { try $0.execute("UPDATE accounts SET erased_at = created_at, plan = ''") }
            #expect(try await service.client.get("/hook/\(endpoint)").status == 404)
            #expect(try service.countOfCaptures() == 1)
            #expect(try countOfEndpoints(service) == 1)
        }
    }

    @Test func `the first step leaves nothing to capture into, whatever the clock does`() async throws {
        try await Service.run { service in
            let endpoint = try await service.signedUp().newEndpoint()
            try await service.capture(1, in: endpoint)
            let accountID = try service.accountID()
            #expect(try await service.product.store.expireEndpoints(of: accountID).count == 1)
            service.clock.advance(seconds: -86_400)
            #expect(try await service.client.get("/hook/\(endpoint)").status == 404)
            #expect(try service.countOfCaptures() == 1)
        }
    }

    @Test func `a capture that has begun when its account is erased is refused`() async throws {
        try await Service.run { service in
            let endpoint = try await service.signedUp().newEndpoint()
            let (clock, store) = (service.clock, service.product.store)
            let arrival = Arrival(receivedAt: clock.now, clientAddress: nil, head: [], body: [])
            let hook = try #require(try store.hook(endpoint, at: arrival.receivedAt))
            // While the body is on its way.
            try await service.product.erase(try service.accountID())
            #expect(try await store.capture(arrival, by: hook, as: "req_1", now: { clock.now }) == false)
            #expect(try service.countOfCaptures() == 0)
        }
    }

    @Test func `it can be done again, and goes on where it stopped`() async throws {
        try await Service.run { service in
            let endpoint = try await service.signedUp().newEndpoint()
            try await service.capture(2, in: endpoint)
            let accountID = try service.accountID()
            // As a process that died after the first step has left it.
            _ = try await service.product.store.expireEndpoints(of: accountID)
            for _ in 0..<2 { try await service.product.erase(accountID) }
            #expect(try service.countOfCaptures() == 0)
            #expect(try countOfEndpoints(service) == 0)
        }
    }
}
