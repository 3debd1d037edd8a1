import HTTPCore
import TestKit
import Testing

@testable import WebhookVaultService

/// Every route that needs a key, for each kind of caller.
@Suite struct AccessTests {
    struct Scenario: Sendable, CustomTestStringConvertible {
        let method: String
        let path: String
        /// What the owner of what the path names is answered.
        let owner: Int
        /// What somebody else with a key is answered.
        let other: Int

        var testDescription: String { "\(method) \(path)" }
    }

    static let scenarios = [
        Scenario(method: "GET", path: "/api/v1/endpoints", owner: 200, other: 200),
        Scenario(method: "POST", path: "/api/v1/endpoints", owner: 201, other: 201),
        Scenario(method: "GET", path: "/api/v1/endpoints/{endpoint}", owner: 200, other: 404),
        Scenario(method: "GET", path: "/api/v1/endpoints/{endpoint}/requests", owner: 200, other: 404),
        Scenario(method: "GET", path: "/api/v1/endpoints/{endpoint}/requests?q=x", owner: 200, other: 404),
        Scenario(method: "GET", path: "/api/v1/requests/{capture}", owner: 200, other: 404),
        Scenario(method: "GET", path: "/api/v1/requests/{capture}/raw", owner: 200, other: 404),
        Scenario(method: "DELETE", path: "/api/v1/requests/{capture}", owner: 204, other: 404),
        Scenario(method: "DELETE", path: "/api/v1/endpoints/{endpoint}", owner: 204, other: 404),
    ]

    @Test(arguments: scenarios)
    func `who may do what`(scenario: Scenario) async throws {
        try await Service.run { service in
            let (owner, other) = (try await service.signedUp(), try await service.signedUp("other@example.com"))
            let endpoint = try await owner.newEndpoint()
            _ = try await service.client.get("/hook/\(endpoint)")
            let capture = try #require(try await owner.lastCapture(of: endpoint)["id"]?.stringValue)
            let path = scenario.path.replacing("{endpoint}", with: endpoint).replacing("{capture}", with: capture)
            let ask: (TestClient) async throws -> TestResponse = { client in
                scenario.method == "POST"
                    ? try await client.post(path, json: ["name": "x"]) : try await client.request(scenario.method, path)
            }
            for client in [service.client, service.client.authorized("wv_wrong"), service.client.authorized("")] {
                let answer = try await ask(client)
                #expect(answer.status == 401)
                #expect(try answer.json["error"] == "Unauthorized: invalid or missing API key")
            }
            let foreign = try await ask(other)
            #expect(foreign.status == scenario.other)
            #expect(!foreign.text.contains(endpoint))
            #expect(try await ask(owner).status == scenario.owner)
        }
    }

    @Test(
        "what never was answers like what is somebody else's",
        arguments: [
            "/api/v1/endpoints/ep_00000000000000000000", "/api/v1/endpoints/%00", "/api/v1/endpoints/%FF", "/api/v1/endpoints/x/requests",
            "/api/v1/requests/req_1", "/api/v1/requests/1", "/api/v1/requests/%2e%2e", "/api/v1/requests/x/raw",
        ]
    )
    func unknown(path: String) async throws {
        try await Service.run { service in
            let answer = try await service.signedUp().get(path)
            #expect(answer.status == 404 || answer.status == 400)
            #expect(try ["not_found", "malformed_request"].contains(answer.code))
        }
    }
}
