import HTTPCore
import NIOHTTP1
import TestKit
import Testing

@Suite struct RequireKeyTests {
    // MARK: Keys

    @Test(
        "without a valid key there is a 401",
        arguments: [
            [:], ["Authorization": ""], ["Authorization": "Bearer"], ["Authorization": "Bearer nonsense"],
            ["Authorization": "Basic bHM6bHM="], ["X-API-Key": "ls_000000000000000000000000000000000000"], ["X-API-Key": ""],
        ] as [[String: String]]
    )
    func unauthorized(headers: [String: String]) async throws {
        try await TestService<Locksmith>.run { service in
            for method in ["GET", "POST"] {
                let answer = try await service.client.request(method, "/things", headers: headers)
                #expect(answer.status == 401)
                #expect(answer.problemCode == "invalid_api_key")
                #expect(answer.header("WWW-Authenticate") == "Bearer")
                #expect(try answer.json["error"] == "Unauthorized: invalid or missing API key")
                #expect(answer.header("RateLimit-Policy") == "\"requests\";q=60000;w=60")
            }
        }
    }

    @Test func `a key is found beside credentials that are for somebody else`() async throws {
        try await TestService<Locksmith>.run { service in
            let key = try await service.signedUp().makeKey().text
            for headers in [["X-API-Key": key], ["X-API-Key": key, "Authorization": "Basic bHM6bHM="]] {
                #expect(try await service.client.get("/things", headers: headers).status == 200)
                #expect(try await service.client.get("/exhibits", headers: headers).text == "account 1")
            }
        }
    }

    @Test(
        "the scope that is asked for depends on the method",
        arguments: [(["read"], 403), (["write"], 200), (["admin"], 200), (["read", "admin"], 200)] as [([JSONValue], Int)]
    )
    func scopes(scopes: [JSONValue], writing: Int) async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let client = service.client.authorized(try await owner.makeKey(["scopes": .array(scopes)]).text)
            #expect(try await client.get("/things").status == 200)
            #expect(try await client.request("HEAD", "/things").status == 200)
            #expect(try await client.post("/things", json: [:]).status == writing)
        }
    }

    @Test func `who lacks a scope is told which one, and which there are`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let key = try await owner.makeKey(["scopes": ["read"]])
            let answer = try await service.client.authorized(key.text).post("/things", json: [:])
            #expect(answer.status == 403)
            #expect(answer.problemCode == "insufficient_scope")
            #expect(try answer.json["detail"] == "This needs a key with the scope \"write\"; the scopes of this key are \"read\".")
            #expect(answer.header("WWW-Authenticate") == "Bearer error=\"insufficient_scope\", scope=\"write\"")
        }
    }

    // MARK: Limits

    @Test func `whoever revokes a key has no new quota for the others`() async throws {
        try await TestService<Locksmith>.run(environment: ["REQUESTS_PER_MINUTE": "4"]) { service in
            let owner = try await service.signedUp()
            let other = try await owner.makeKey()
            #expect(try await owner.delete("/api/v1/keys/\(other.id)").status == 204)
            for status in [200, 200, 429] { #expect(try await owner.get("/things").status == status) }
        }
    }

    @Test func `every answer tells of the limit of its key, refusals included, but no fault of ours`() async throws {
        try await TestService<Locksmith>.run(environment: ["REQUESTS_PER_MINUTE": "5"]) { service in
            let owner = try await service.signedUp()
            let reader = service.client.authorized(try await owner.makeKey(["scopes": ["read"]]).text)
            let answers = [
                try await reader.get("/things"), try await reader.post("/things", json: [:]), try await reader.get("/things/missing"),
                try await reader.get("/things/broken"), try await reader.get("/things"), try await reader.get("/things"),
            ]
            #expect(answers.map(\.status) == [200, 403, 404, 500, 200, 429])
            let left = answers.map { $0.header("RateLimit").flatMap { $0.split(separator: ";").dropFirst().first.map(String.init) } }
            #expect(left == ["r=4", "r=3", "r=2", nil, "r=0", "r=0"])
            #expect(answers.allSatisfy { $0.status == 500 || $0.header("RateLimit-Policy") == "\"requests\";q=5;w=60" })
            #expect(answers.allSatisfy { $0.headers["RateLimit"].count <= 1 })
            #expect(answers.last?.header("Retry-After").flatMap { Int($0) } != nil)
            #expect(try await owner.get("/things").status == 200, "another key of the account has a limit of its own")
        }
    }

    @Test func `wrong keys are counted by address, at nobody else's cost`() async throws {
        let environment = ["REQUESTS_PER_MINUTE": "2", "TRUSTED_PROXIES": "127.0.0.1"]
        try await TestService<Locksmith>.run(environment: environment) { service in
            let owner = try await service.signedUp()
            var guesser = service.client.authorized("ls_guess")
            guesser.headers["X-Forwarded-For"] = "192.0.2.1"
            var statuses: [Int] = []
            for _ in 0..<3 { statuses.append(try await guesser.get("/things").status) }
            #expect(statuses == [401, 401, 429])
            #expect(try await service.client.get("/things", headers: ["X-Forwarded-For": "192.0.2.1"]).status == 429)
            #expect(try await guesser.get("/things", headers: ["X-Forwarded-For": "192.0.2.2"]).status == 401)
            #expect(try await owner.get("/things", headers: ["X-Forwarded-For": "192.0.2.1"]).status == 200)
        }
    }

    @Test func `a revoked key is counted as a wrong one`() async throws {
        try await TestService<Locksmith>.run(environment: ["REQUESTS_PER_MINUTE": "3"]) { service in
            let owner = try await service.signedUp()
            let key = try await owner.makeKey()
            #expect(try await owner.delete("/api/v1/keys/\(key.id)").status == 204)
            let answer = try await service.client.authorized(key.text).get("/things")
            #expect(answer.status == 401)
            #expect(answer.header("RateLimit")?.hasPrefix("\"requests\";r=2;") == true)
            let other = try await service.client.get("/things")
            #expect(other.header("RateLimit")?.hasPrefix("\"requests\";r=1;") == true)
        }
    }

    // MARK: Routes that need no key

    @Test func `where no key is needed, one that is there must be right and may be one for reading`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let reader = service.client.authorized(try await owner.makeKey(["scopes": ["read"]]).text)
            let nobody = try await service.client.get("/exhibits")
            #expect(nobody.text == "nobody")
            #expect(nobody.header("RateLimit") == nil)
            #expect(try await service.client.get("/exhibits", headers: ["X-API-Key": ""]).text == "nobody")
            for answer in [try await reader.get("/exhibits"), try await reader.post("/exhibits", json: [:])] {
                #expect(answer.text == "account 1")
                #expect(answer.header("RateLimit")?.hasPrefix("\"requests\";") == true)
            }
            #expect(try await service.client.authorized("ls_guess").get("/exhibits").status == 401)
        }
    }
}
