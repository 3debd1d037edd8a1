import HTTPCore
import TestKit
import Testing

@testable import FlagBitService

typealias Service = TestService<FlagBit>

/// An account with its first project.
struct Owner: Sendable {
    /// With the account's API key.
    let client: TestClient
    /// With the project's SDK key.
    let sdk: TestClient
    /// The project's path.
    let project: String

    /// The path of the project's flags.
    var flags: String { "\(project)/flags" }

    /// The path of the project's segments.
    var segments: String { "\(project)/segments" }
    /// The account's API key.
    var key: String { String((client.headers["Authorization"] ?? "").dropFirst("Bearer ".count)) }

    /// A new flag, as answered.
    @discardableResult
    func flag(_ fields: JSONValue) async throws -> JSONValue {
        let answer = try await client.post(flags, json: fields)
        try #require(answer.status == 201, "\(answer.text)")
        return try answer.json
    }

    /// A new segment, as answered.
    @discardableResult
    func segment(_ fields: JSONValue) async throws -> JSONValue {
        let answer = try await client.post(segments, json: fields)
        try #require(answer.status == 201, "\(answer.text)")
        return try answer.json
    }

    /// What a flag answers.
    func evaluate(_ key: String, _ context: JSONValue = [:]) async throws -> JSONValue {
        try await sdk.post("/api/v1/evaluate/\(key)", json: ["context": context]).json
    }
}

extension TestService<FlagBit> {
    /// A new account.
    func signedUp(_ email: String = "owner@example.com", plan: String = "free") async throws -> Owner {
        let answer = try await client.post("/api/v1/signup", json: ["email": .string(email)])
        try #require(answer.status == 201, "\(answer.text)")
        if plan != "free" { try await changePlan(to: plan, of: email) }
        let id = try #require(try answer.json["project_id"]?.integerValue)
        return Owner(
            client: client.authorized(try answer.json.text("api_key")),
            sdk: client.authorized(try answer.json.text("sdk_key")),
            project: "/api/v1/projects/\(id)"
        )
    }
}
