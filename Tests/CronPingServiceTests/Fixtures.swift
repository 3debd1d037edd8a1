import Database
import HTTPCore
import TestKit
import Testing

@testable import CronPingService

typealias Service = TestService<CronPing>

extension TestService<CronPing> {
    /// A client with the key of a new account.
    func signedUp(_ email: String = "owner@example.com", plan: String = "free") async throws -> TestClient {
        let owner = try await client.signedUp(email)
        if plan != "free" { try await changePlan(to: plan, of: email) }
        return owner
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
