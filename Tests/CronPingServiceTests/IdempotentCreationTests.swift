import HTTPCore
import TestKit
import Testing

@testable import CronPingService

@Suite struct IdempotentCreationTests {
    private let key = ["Idempotency-Key": "9d2b8d6e-6f0e-4a57-8a0c-2a0f4a1c7f10"]

    @Test func `a monitor that is asked for twice is made once`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let first = try await owner.post("/api/v1/monitors", json: ["name": "Job"], headers: key)
            #expect(first.status == 201)
            #expect(first.header("Idempotent-Replayed") == nil)
            service.clock.advance(seconds: 60)
            let second = try await owner.post("/api/v1/monitors", json: ["name": "Job"], headers: key)
            #expect(second.status == 201)
            #expect(second.header("Idempotent-Replayed") == "true")
            #expect(second.body == first.body)
            #expect(second.header("Location") == first.header("Location"))
            #expect(try await owner.get("/api/v1/monitors").json["monitors"]?.arrayValue?.count == 1)
            #expect(try await service.client.get(second.json.text("ping_url")).text == "OK")
        }
    }

    @Test func `another monitor needs another key`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            _ = try await owner.post("/api/v1/monitors", json: ["name": "Job"], headers: key)
            let other = try await owner.post("/api/v1/monitors", json: ["name": "Other"], headers: key)
            #expect(other.status == 422)
            #expect(try other.code == "idempotency_key_reused")
        }
    }

    @Test func `what was refused may be tried again`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let wrong = try await owner.post("/api/v1/monitors", json: ["name": ""], headers: key)
            #expect(wrong.status == 400)
            let monitors = [try await owner.monitor(), try await owner.monitor(), try await owner.monitor()]
            #expect(try await owner.post("/api/v1/monitors", json: ["name": "Job"], headers: key).code == "plan_limit_reached")
            _ = try await owner.delete("/api/v1/monitors/\(monitors[0].text("id"))")
            let made = try await owner.post("/api/v1/monitors", json: ["name": "Job"], headers: key)
            #expect(made.status == 201)
            #expect(made.header("Idempotent-Replayed") == nil)
        }
    }
}
