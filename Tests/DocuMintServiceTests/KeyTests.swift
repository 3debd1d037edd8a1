import Accounts
import HTTPCore
import TestKit
import Testing

@testable import DocuMintService

@Suite struct KeyTests {
    @Test func `an account comes with its key and its limit`() async throws {
        try await Service.run { service in
            let answer = try await service.client.post("/api/v1/signup", json: ["email": "you@example.com"])
            #expect(answer.status == 201)
            let account = try answer.json
            #expect(account.names == ["api_key", "plan", "monthly_limit", "message"])
            #expect(account["api_key"]?.stringValue?.hasPrefix("dm_") == true)
            #expect(account["api_key"]?.stringValue?.utf8.count == 39)
            #expect(account["plan"] == "free")
            #expect(account["monthly_limit"] == 5)
            #expect(account["message"] == "Save your API key — it won't be shown again.")
        }
    }

    /// The header fields that carry a key, and the status they lead to.
    static let scenarios: [(name: String, fields: @Sendable (_ key: String) throws -> [String: String], status: Int)] = [
        ("none", { _ in [:] }, 401),
        ("empty", { _ in ["Authorization": "Bearer "] }, 401),
        ("nonsense", { _ in ["Authorization": "Bearer nonsense"] }, 401),
        ("one that nobody has", { _ in ["Authorization": "Bearer \(try APIKey(prefix: "dm_").text)"] }, 401),
        ("mistyped", { key in ["Authorization": "Bearer \(key.dropLast())\(key.last == "a" ? "b" : "a")"] }, 401),
        ("another product's", { _ in ["Authorization": "Bearer \(try APIKey(prefix: "ch_").text)"] }, 401),
        ("another scheme", { key in ["Authorization": "Basic \(key)"] }, 401),
        ("combining marks", { _ in ["Authorization": "Bearer " + String(repeating: "\u{301}\u{316}", count: 3_000)] }, 401),
        ("right", { key in ["Authorization": "Bearer \(key)"] }, 200),
        ("right, in the other field", { key in ["X-API-Key": key] }, 200),
    ]

    @Test("who may have an invoice", arguments: scenarios.indices)
    func access(row: Int) async throws {
        let scenario = Self.scenarios[row]
        try await Service.run { service in
            let bearer = try #require(try await service.signedUp().headers["Authorization"])
            let fields = try scenario.fields(String(bearer.dropFirst("Bearer ".count)))
            let answer = try await service.client.invoice(headers: fields)
            #expect(answer.status == scenario.status, "\(scenario.name): \(answer.text)")
            guard answer.status == 401 else { return }
            #expect(answer.header("WWW-Authenticate") == "Bearer")
            #expect(answer.header("Content-Type") == "application/problem+json")
            #expect(try answer.json["error"] == "Unauthorized: invalid or missing API key")
            #expect(try answer.code == "invalid_api_key")
        }
    }
}
