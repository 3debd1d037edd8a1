import Database
import HTTPCore
import TestKit
import Testing

@testable import WebhookVaultService

typealias Service = TestService<WebhookVault>

extension TestService<WebhookVault> {
    /// A client with the key of a new account.
    func signedUp(_ email: String = "you@example.com") async throws -> TestClient {
        try await client.signedUp(email)
    }

    /// The row of the account with that address.
    func accountID(of email: String = "you@example.com") throws -> Int64 {
        try #require(try database.first("SELECT id FROM accounts WHERE email = ?", email) { row -> Int64 in try row["id"] })
    }

    /// Sends a request without a body to an endpoint, so many times.
    func capture(_ count: Int, in endpoint: String) async throws {
        for _ in 0..<count {
            let answer = try await client.get("/hook/\(endpoint)")
            try #require(answer.status == 200, "\(answer.text)")
        }
    }

    /// How many rows there are of everything that was captured, seen or not.
    func countOfCaptures() throws -> Int {
        try database.read { try $0.first("SELECT COUNT(*) AS count FROM captures") { try $0["count"] } } ?? 0
    }
}

extension TestClient {
    /// The id of a new endpoint.
    func newEndpoint(_ fields: JSONObject = [:]) async throws -> String {
        var fields = fields
        if fields["name"] == nil { fields["name"] = "shop" }
        let answer = try await post("/api/v1/endpoints", json: .object(fields))
        try #require(answer.status == 201, "\(answer.text)")
        return try #require(answer.json["endpoint_id"]?.stringValue)
    }

    /// A page of what an endpoint has captured.
    func captures(of endpoint: String, _ query: String = "") async throws -> [JSONValue] {
        let answer = try await get("/api/v1/endpoints/\(endpoint)/requests\(query)")
        try #require(answer.status == 200, "\(answer.text)")
        return try #require(answer.json["data"]?.arrayValue)
    }

    /// The newest capture of an endpoint, whole.
    func lastCapture(of endpoint: String) async throws -> JSONValue {
        let id = try #require(try await captures(of: endpoint, "?limit=1").first?["id"]?.stringValue)
        return try await get("/api/v1/requests/\(id)").json
    }

    /// The body of the newest capture of an endpoint.
    func lastBody(of endpoint: String) async throws -> [UInt8] {
        try await get(try #require(try await lastCapture(of: endpoint)["raw_url"]?.stringValue)).body
    }
}

extension JSONValue {
    /// The values of one member in a list of objects.
    func texts(_ name: String) -> [String] { arrayValue?.compactMap { $0[name]?.stringValue } ?? [] }
}
