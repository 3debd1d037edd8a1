import Database
import HTTPCore
import TestKit
import Testing

@testable import CronPingService

typealias Service = TestService<CronPing>

extension TestService<CronPing> {
    /// A client with the key of a new account.
    func signedUp(_ email: String = "owner@example.com", plan: String = "free") async throws -> TestClient {
        let answer = try await client.post("/api/v1/signup", json: ["email": .string(email)])
        #expect(answer.status == 201)
        if plan != "free" {
            try await database.write { try $0.execute("UPDATE accounts SET plan = ? WHERE email = ?", plan, email) }
        }
        return client.authorized(try #require(answer.json["api_key"]?.stringValue))
    }
}

extension TestClient {
    /// A new monitor, as answered.
    func monitor(_ fields: JSONObject = [:]) async throws -> JSONValue {
        var body: JSONObject = ["name": "Nightly backup"]
        for (name, value) in fields { body[name] = value }
        let answer = try await post("/api/v1/monitors", json: .object(body))
        #expect(answer.status == 201, "\(answer.text)")
        return try answer.json
    }

    /// A monitor as its details show it now.
    func details(of monitor: JSONValue) async throws -> JSONValue {
        try await get("/api/v1/monitors/\(monitor.text("id"))").json
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

extension Connection {
    /// Adds a ping as if it had come, without counting it.
    ///
    /// - Parameter monitor: the row number of a monitor.
    func addPing(_ number: Int, monitor: Int64, body: [UInt8]? = nil) throws {
        try execute(
            "INSERT INTO pings (monitor_id, number, kind, received_at, method, body) VALUES (?, ?, 'success', 0, 'GET', ?)",
            monitor,
            number,
            body
        )
    }
}
