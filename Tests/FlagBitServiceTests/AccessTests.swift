import HTTPCore
import TestKit
import Testing

@testable import FlagBitService

@Suite struct AccessTests {
    enum Caller: CaseIterable {
        case nobody, wrongKey, sdkKey, stranger, owner
    }

    /// A route, and its statuses for nobody, a wrong key, the project's SDK key, another account, and the owner.
    static let scenarios: [(method: String, path: String, body: String?, statuses: [Int])] = [
        ("GET", "/projects", nil, [401, 401, 403, 200, 200]),
        ("POST", "/projects", #"{"name": "Shop"}"#, [401, 401, 403, 201, 201]),
        ("GET", "/projects/{id}", nil, [401, 401, 403, 404, 200]),
        ("DELETE", "/projects/{id}", nil, [401, 401, 403, 404, 204]),
        ("GET", "/projects/999", nil, [401, 401, 403, 404, 404]),
        ("GET", "/projects/first", nil, [401, 401, 403, 404, 404]),
        ("DELETE", "/projects/-1", nil, [401, 401, 403, 404, 404]),
        ("PATCH", "/projects/{id}", "{}", [405, 405, 405, 405, 405]),
        ("GET", "/projects/{id}/flags", nil, [401, 401, 403, 404, 200]),
        ("POST", "/projects/{id}/flags", #"{"key": "new"}"#, [401, 401, 403, 404, 201]),
        ("GET", "/projects/{id}/flags/old", nil, [401, 401, 403, 404, 200]),
        ("PUT", "/projects/{id}/flags/old", "{}", [401, 401, 403, 404, 200]),
        ("DELETE", "/projects/{id}/flags/old", nil, [401, 401, 403, 404, 204]),
        ("GET", "/projects/{id}/flags/none", nil, [401, 401, 403, 404, 404]),
        ("PUT", "/projects/{id}/flags/none", "{}", [401, 401, 403, 404, 404]),
        ("DELETE", "/projects/{id}/flags/none", nil, [401, 401, 403, 404, 404]),
        ("GET", "/projects/{id}/segments", nil, [401, 401, 403, 404, 200]),
        ("POST", "/projects/{id}/segments", #"{"key": "new"}"#, [401, 401, 403, 404, 201]),
        ("GET", "/projects/{id}/segments/old", nil, [401, 401, 403, 404, 200]),
        ("PUT", "/projects/{id}/segments/old", "{}", [401, 401, 403, 404, 200]),
        ("DELETE", "/projects/{id}/segments/old", nil, [401, 401, 403, 404, 204]),
        ("GET", "/projects/{id}/segments/none", nil, [401, 401, 403, 404, 404]),
        ("PUT", "/projects/{id}/segments/none", "{}", [401, 401, 403, 404, 404]),
        ("DELETE", "/projects/{id}/segments/none", nil, [401, 401, 403, 404, 404]),
        ("POST", "/evaluate", "{}", [401, 401, 200, 403, 403]),
        ("POST", "/evaluate/old", "{}", [401, 401, 200, 403, 403]),
        ("POST", "/evaluate/none", "{}", [401, 401, 404, 403, 403]),
        ("GET", "/evaluate", nil, [405, 405, 405, 405, 405]),
    ]

    @Test("every route for every caller", arguments: scenarios.indices)
    func access(row: Int) async throws {
        let scenario = Self.scenarios[row]
        try await Service.run { service in
            let owner = try await service.signedUp()
            let stranger = try await service.signedUp("stranger@example.com")
            try await owner.flag(["key": "old"])
            try await owner.segment(["key": "old"])
            let path = scenario.path.replacing("/projects/{id}", with: owner.project.dropFirst("/api/v1".count))
            for (caller, status) in zip(Caller.allCases, scenario.statuses) {
                let client =
                    switch caller {
                    case .nobody: service.client
                    case .wrongKey: service.client.authorized("fbsdk_wrong")
                    case .sdkKey: owner.sdk
                    case .stranger: stranger.client
                    case .owner: owner.client
                    }
                let answer = try await client.request(scenario.method, "/api/v1" + path, body: scenario.body.map { Array($0.utf8) })
                #expect(answer.status == status, "\(caller): \(answer.text)")
                if status == 401 {
                    #expect(try answer.json["error"] == "Unauthorized: invalid or missing API key")
                    #expect(answer.header("WWW-Authenticate") == "Bearer")
                }
                if status == 403 { #expect(try answer.code == "insufficient_scope") }
            }
        }
    }

    @Test("who asks for an evaluation without an SDK key is told that it takes one", arguments: [nil, "fbsdk_wrong", "fb_wrong"])
    func evaluationKey(key: String?) async throws {
        try await Service.run { service in
            let client = key.map(service.client.authorized) ?? service.client
            for path in ["/api/v1/evaluate", "/api/v1/evaluate/a"] {
                let answer = try await client.post(path, json: [:])
                #expect(answer.status == 401)
                #expect(answer.header("WWW-Authenticate") == "Bearer")
                #expect(try answer.json.text("detail").contains("SDK key"))
                #expect(answer.header("RateLimit") != nil)
            }
        }
    }

    @Test func `evaluating without a valid SDK key is limited, and with one it is not`() async throws {
        try await Service.run(environment: ["REQUESTS_PER_MINUTE": "2"]) { service in
            let owner = try await service.signedUp()
            let wrong = service.client.authorized("fbsdk_wrong")
            var answers: [Int] = []
            for _ in 0..<3 { answers.append(try await wrong.post("/api/v1/evaluate", json: [:]).status) }
            #expect(answers == [401, 401, 429])
            let refused = try await service.client.post("/api/v1/evaluate/a", json: [:])
            #expect(refused.status == 429)
            #expect(refused.header("RateLimit-Policy") != nil && refused.header("Retry-After") != nil)
            for _ in 0..<3 {
                let answer = try await owner.sdk.post("/api/v1/evaluate", json: [:])
                #expect(answer.status == 200)
                #expect(answer.header("RateLimit") == nil)
            }
        }
    }

    @Test func `an account's key cannot evaluate, whatever its scopes`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for scope in ["read", "write", "admin"] {
                let key = try await owner.client.post("/api/v1/keys", json: ["scopes": [.string(scope)]]).json.text("api_key")
                let answer = try await service.client.authorized(key).post("/api/v1/evaluate", json: [:])
                #expect(answer.status == 403)
                #expect(answer.header("WWW-Authenticate") == #"Bearer error="insufficient_scope", scope="evaluate""#)
            }
        }
    }

    @Test func `an SDK key sees nothing of its account`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for (method, path) in [
                ("GET", "account"), ("GET", "usage"), ("GET", "keys"), ("POST", "keys"), ("GET", "account/export"), ("DELETE", "account"),
            ] {
                let answer = try await owner.sdk.request(method, "/api/v1/\(path)", body: method == "POST" ? Array("{}".utf8) : nil)
                #expect(answer.status == 401 || answer.status == 403, "\(method) \(path)")
            }
            #expect(try await owner.client.get("/api/v1/account").status == 200)
        }
    }

    @Test func `managing with an SDK key is counted like trying out keys`() async throws {
        try await Service.run(environment: ["REQUESTS_PER_MINUTE": "2"]) { service in
            let owner = try await service.signedUp()
            let answers = [
                try await owner.sdk.get("/api/v1/projects"), try await owner.sdk.get(owner.project), try await owner.sdk.get(owner.flags),
            ]
            #expect(answers.map(\.status) == [403, 403, 429])
            #expect(answers[0].header("RateLimit") != nil)
            // Evaluations are not, and neither is the account's own key, which has a limit of its own.
            #expect(try await owner.sdk.post("/api/v1/evaluate", json: [:]).status == 200)
            #expect(try await owner.client.get(owner.project).status == 200)
        }
    }

    @Test func `another account's project looks like one that does not exist`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "old"])
            try await owner.segment(["key": "old"])
            let stranger = try await service.signedUp("stranger@example.com").client
            for path in ["", "/flags", "/flags/old", "/segments", "/segments/old"] {
                let theirs = try await stranger.get(owner.project + path).json
                let nobodys = try await stranger.get("/api/v1/projects/999" + path).json
                #expect(theirs["detail"] == nobodys["detail"])
                #expect(theirs["code"] == nobodys["code"])
            }
            #expect(try await stranger.get("/api/v1/projects").json["projects"]?.arrayValue?.count == 1)
        }
    }

    @Test func `an SDK key sees the flags of its own project only`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await owner.flag(["key": "mine"])
            let stranger = try await service.signedUp("stranger@example.com")
            #expect(try await stranger.sdk.post("/api/v1/evaluate", json: [:]).json == ["flags": [:]])
            #expect(try await stranger.sdk.post("/api/v1/evaluate/mine", json: [:]).code == "flag_not_found")
        }
    }

    @Test func `keys may come in X-API-Key`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for client in [owner.client, owner.sdk] {
                let key = try #require(client.headers["Authorization"]).dropFirst("Bearer ".count)
                let path = client.headers == owner.sdk.headers ? "/api/v1/evaluate" : "/api/v1/projects"
                let method = path.hasSuffix("evaluate") ? "POST" : "GET"
                let answer = try await service.client.request(method, path, headers: ["X-API-Key": String(key)], body: Array("{}".utf8))
                #expect(answer.status == 200)
            }
        }
    }
}
