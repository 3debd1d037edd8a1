import HTTPCore
import TestKit
import Testing

@testable import CronPingService

@Suite struct MonitorAccessTests {
    enum Caller: CaseIterable {
        case nobody, wrongKey, stranger, owner
    }

    /// A route, and its statuses for nobody, a wrong key, another account, and the owner.
    static let scenarios: [(method: String, path: String, statuses: [Int])] = [
        ("GET", "", [401, 401, 200, 200]),
        ("POST", "", [401, 401, 201, 201]),
        ("GET", "/{id}", [401, 401, 404, 200]),
        ("POST", "/{id}/pause", [401, 401, 404, 200]),
        ("POST", "/{id}/resume", [401, 401, 404, 200]),
        ("DELETE", "/{id}", [401, 401, 404, 204]),
        ("GET", "/mon_unknown", [401, 401, 404, 404]),
        ("DELETE", "/mon_unknown", [401, 401, 404, 404]),
        ("PUT", "/{id}", [405, 405, 405, 405]),
    ]

    @Test("every route for every caller", arguments: scenarios.indices)
    func access(row: Int) async throws {
        let scenario = Self.scenarios[row]
        try await Service.run { service in
            let owner = try await service.signedUp()
            let stranger = try await service.signedUp("stranger@example.com")
            let monitor = try await owner.monitor()
            let path = "/api/v1/monitors" + (scenario.path == "/mon_unknown" ? scenario.path : try Self.path(scenario.path, monitor))
            for (caller, status) in zip(Caller.allCases, scenario.statuses) {
                let client =
                    switch caller {
                    case .nobody: service.client
                    case .wrongKey: service.client.authorized("ch_wrong")
                    case .stranger: stranger
                    case .owner: owner
                    }
                let body = scenario.method == "POST" && scenario.path.isEmpty ? Array(#"{"name": "Job"}"#.utf8) : nil
                let answer = try await client.request(scenario.method, path, body: body)
                #expect(answer.status == status, "\(caller): \(answer.text)")
                if status == 404 { #expect(try answer.json["detail"] == "There is no monitor with this id.") }
            }
        }
    }

    @Test func `nobody sees another account's monitors`() async throws {
        try await Service.run { service in
            _ = try await service.signedUp().monitor()
            let stranger = try await service.signedUp("stranger@example.com")
            #expect(try await stranger.get("/api/v1/monitors").json["monitors"] == [])
        }
    }

    private static func path(_ path: String, _ monitor: JSONValue) throws -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        let id = try monitor.text("id")
        return parts.map { $0 == "{id}" ? "/\(id)" : "/\($0)" }.joined()
    }
}
