import HTTPCore
import TestKit
import Testing

extension TestClient {
    /// The same client with the key of a new account.
    func signedUp(_ email: String = "you@example.com") async throws -> TestClient {
        let answer = try await post("/api/v1/signup", json: ["email": .string(email)])
        try #require(answer.status == 201, "signup: \(answer.status) \(answer.text)")
        return authorized(try #require(answer.json["api_key"]?.stringValue))
    }

    /// Where a new monitor is pinged.
    func newPingPath() async throws -> String {
        let answer = try await post("/api/v1/monitors", json: ["name": "job"])
        try #require(answer.status == 201, "monitor: \(answer.status) \(answer.text)")
        return try #require(answer.json["ping_url"]?.stringValue)
    }

    /// Where a new endpoint captures.
    func newHookPath() async throws -> String {
        let answer = try await post("/api/v1/endpoints", json: ["name": "hook"])
        try #require(answer.status == 201, "endpoint: \(answer.status) \(answer.text)")
        return try #require(answer.json["url"]?.stringValue)
    }
}
