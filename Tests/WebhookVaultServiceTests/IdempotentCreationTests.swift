import HTTPCore
import TestKit
import Testing

@testable import WebhookVaultService

/// `POST /api/v1/endpoints` with an `Idempotency-Key`.
@Suite struct IdempotentCreationTests {
    private static let path = "/api/v1/endpoints"

    private func countOfEndpoints(_ owner: TestClient) async throws -> Int? {
        try await owner.get(Self.path).json["endpoints"]?.arrayValue?.count
    }

    @Test func `the same request again makes nothing and gets the same answer`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let key = ["Idempotency-Key": "7e0c1a54-9a38-4a0c-8d0e-2f6e3b1f5a11"]
            let first = try await owner.post(Self.path, json: ["name": "shop"], headers: key)
            #expect(first.status == 201)
            #expect(first.header("Idempotent-Replayed") == nil)
            let second = try await owner.post(Self.path, json: ["name": "shop"], headers: key)
            #expect(second.status == 201)
            #expect(second.header("Idempotent-Replayed") == "true")
            #expect(second.body == first.body)
            #expect(second.header("Location") == first.header("Location"))
            #expect(try await countOfEndpoints(owner) == 1)
        }
    }

    @Test func `another request with the same key is refused`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let key = ["Idempotency-Key": "a"]
            _ = try await owner.post(Self.path, json: ["name": "shop"], headers: key)
            let other = try await owner.post(Self.path, json: ["name": "shop", "response_code": 204], headers: key)
            #expect(other.status == 422)
            #expect(try other.code == "idempotency_key_reused")
            #expect(try await countOfEndpoints(owner) == 1)
        }
    }

    @Test func `the answer comes again also when the plan has no room any more`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let key = ["Idempotency-Key": "a"]
            let first = try await owner.post(Self.path, json: ["name": "shop"], headers: key)
            _ = try await owner.newEndpoint()
            #expect(try await owner.post(Self.path, json: ["name": "shop"], headers: key).body == first.body)
        }
    }

    @Test func `a refusal is not kept`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoints = [try await owner.newEndpoint(), try await owner.newEndpoint()]
            let key = ["Idempotency-Key": "a"]
            #expect(try await owner.post(Self.path, json: ["name": "shop"], headers: key).status == 403)
            _ = try await owner.delete("\(Self.path)/\(endpoints[0])")
            let answer = try await owner.post(Self.path, json: ["name": "shop"], headers: key)
            #expect(answer.status == 201)
            #expect(answer.header("Idempotent-Replayed") == nil)
        }
    }

    @Test func `many at once make one`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let answers = try await withThrowingTaskGroup(of: TestResponse.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await owner.post(Self.path, json: ["name": "shop"], headers: ["Idempotency-Key": "a"]) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(answers.map(\.status)).isSubset(of: [201, 409]))
            let made = answers.filter { $0.status == 201 }
            #expect(made.contains { $0.header("Idempotent-Replayed") == nil })
            #expect(Set(made.map(\.text)).count == 1)
            #expect(try await countOfEndpoints(owner) == 1)
        }
    }
}
