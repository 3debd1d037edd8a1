import HTTPCore
import TestKit
import Testing

extension TestClient {
    /// Where a new monitor is pinged.
    func newPingPath() async throws -> String {
        let answer = try await post("/api/v1/monitors", json: ["name": "job"])
        try #require(answer.status == 201, "monitor: \(answer.status) \(answer.text)")
        return Self.path(of: try #require(answer.json["ping_url"]?.stringValue))
    }

    /// Where a new endpoint captures.
    func newHookPath() async throws -> String {
        let answer = try await post("/api/v1/endpoints", json: ["name": "hook"])
        try #require(answer.status == 201, "endpoint: \(answer.status) \(answer.text)")
        return Self.path(of: try #require(answer.json["url"]?.stringValue))
    }

    /// What follows the scheme and the host of a URL.
    private static func path(of url: String) -> String {
        String(url.drop { $0 != "/" }.dropFirst(2).drop { $0 != "/" })
    }
}
