import Database
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

    /// A new flag, as answered.
    @discardableResult
    func flag(_ fields: JSONValue) async throws -> JSONValue {
        let answer = try await client.post(flags, json: fields)
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
        if plan != "free" {
            try await database.write { try $0.execute("UPDATE accounts SET plan = ? WHERE email = ?", plan, email) }
        }
        let id = try #require(try answer.json["project_id"]?.integerValue)
        return Owner(
            client: client.authorized(try answer.json.text("api_key")),
            sdk: client.authorized(try answer.json.text("sdk_key")),
            project: "/api/v1/projects/\(id)"
        )
    }
}

extension JSONValue {
    /// A member that must be a text.
    func text(_ name: String) throws -> String { try #require(self[name]?.stringValue) }

    /// The names of the members, in order.
    var names: [String] { objectValue?.map(\.name) ?? [] }
}

extension TestResponse {
    /// The `code` of a problem.
    var code: String? { get throws { try json["code"]?.stringValue } }

    /// The `path` and `code` of each fault.
    var faults: [String] {
        get throws {
            try json["errors"]?.arrayValue?.map { "\(try $0.text("path")) \(try $0.text("code"))" } ?? []
        }
    }
}
