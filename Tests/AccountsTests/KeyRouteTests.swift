import Database
import HTTPCore
import TestKit
import Testing
import Timekeeping

@Suite struct KeyRouteTests {
    static let members = ["id", "name", "prefix", "scopes", "created_at", "last_used_at", "expires_at", "revoked_at"]

    // MARK: Making and listing

    @Test func `it works`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let answer = try await owner.post("/api/v1/keys", json: ["name": "Deploy", "scopes": ["read"], "expires_at": 1_776_679_200])
            let key = try OwnedKey(answer)
            #expect(answer.header("Location") == "https://locksmith.test/api/v1/keys/\(key.id)")
            #expect(key.json.objectValue?.map(\.name) == Self.members + ["api_key", "message"])
            #expect(key.id.hasPrefix("key_") && key.id.utf8.count == 24)
            #expect(key.text.hasPrefix("ls_") && key.text.utf8.count == 39)
            #expect(key.json["name"] == "Deploy")
            #expect(key.json["prefix"]?.stringValue == String(key.text.prefix(8)))
            #expect(key.json["scopes"] == ["read"])
            #expect(key.json["created_at"] == "2026-04-20T09:00:00Z")
            #expect(key.json["expires_at"] == "2026-04-20T10:00:00Z")
            for member in ["last_used_at", "revoked_at"] { #expect(key.json[member]?.isNull == true) }
            #expect(key.json["message"] == "Save your API key — it won't be shown again.")
            #expect(try await service.status(of: key) == 200)
        }
    }

    @Test func `the list has every key, the newest last, and none of them in full`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let made = [try await owner.makeKey(), try await owner.makeKey(["name": "Two", "scopes": ["admin"]])]
            let answer = try await owner.get("/api/v1/keys")
            let list = try #require(try answer.json["data"]?.arrayValue)
            #expect(list.dropFirst().compactMap { $0["id"]?.stringValue } == made.map(\.id))
            let scopes: [JSONValue] = [["read", "write", "admin"], ["read", "write"], ["admin"]]
            #expect(list.compactMap { $0["scopes"] } == scopes)
            #expect(list.allSatisfy { $0.objectValue?.map(\.name) == Self.members })
            #expect(try answer.json["next_cursor"]?.isNull == true)
            for key in made { #expect(!answer.text.contains(key.text)) }
        }
    }

    @Test func `the list comes in pages`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            for name in ["one", "two"] { _ = try await owner.makeKey(["name": .string(name)]) }
            var names: [String] = []
            var next: String? = "/api/v1/keys?limit=1"
            while let path = next {
                let page = try await owner.get(path)
                names += try page.json["data"]?.arrayValue?.compactMap { $0["name"]?.stringValue } ?? []
                let cursor = try page.json["next_cursor"]?.stringValue
                #expect((page.header("Link") == nil) == (cursor == nil))
                next = cursor.map { "/api/v1/keys?limit=1&cursor=\($0)" }
            }
            #expect(names == ["", "one", "two"])
        }
    }

    @Test(
        "what cannot be made is refused, with what is wrong and where",
        arguments: [
            (["name": 5], "$.name wrong_type"), (["name": "a\nb"], "$.name not_allowed"),
            (["name": .string(String(repeating: "x", count: 101))], "$.name too_long"),
            (["scopes": []], "$.scopes too_short"), (["scopes": "read"], "$.scopes wrong_type"),
            (["scopes": ["read", "fly"]], "$.scopes[1] not_allowed"), (["scopes": [7]], "$.scopes[0] not_allowed"),
            (["scopes": ["Read"]], "$.scopes[0] not_allowed"), (["scopes": ["evaluate"]], "$.scopes[0] not_allowed"),
            (["expires_at": "tomorrow"], "$.expires_at not_a_time"), (["expires_at": true], "$.expires_at not_a_time"),
            (["expires_at": "2026-04-20T09:00:00Z"], "$.expires_at out_of_range"),
            (["expires_at": 1_776_675_600_000], "$.expires_at out_of_range"),
            (["scope": ["read"]], "$.scope unknown_field"), ([], "$ wrong_type"),
        ] as [(JSONValue, String)]
    )
    func refusals(body: JSONValue, fault: String) async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let answer = try await owner.post("/api/v1/keys", json: body)
            #expect(answer.status == 400)
            let faults = try #require(try answer.json["errors"]?.arrayValue)
            #expect(faults.map { [$0["path"], $0["code"]].compactMap { $0?.stringValue }.joined(separator: " ") } == [fault])
            #expect(try await owner.keys().count == 1)
        }
    }

    @Test func `an account has a hundred live keys at the most, ended ones do not count`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            try await fill(service, live: 98, ended: 30)
            let last = try await owner.makeKey()
            let refused = try await owner.post("/api/v1/keys", json: [:])
            #expect(refused.status == 403)
            #expect(refused.problemCode == "key_limit_reached")
            // Whoever has all keys can still rotate one that has leaked, but not for ever keep those that were rotated alive.
            var replacement = last
            for _ in 0..<100 { replacement = try await owner.rotate(replacement.id, overlap: 604_800) }
            let tooMany = try await owner.post("/api/v1/keys/\(replacement.id)/rotate", json: [:])
            #expect(tooMany.problemCode == "key_limit_reached")
            #expect(try await service.status(of: replacement) == 200, "a rotation that is refused leaves the old key as it is")
            #expect(try await owner.delete("/api/v1/keys/\(replacement.id)").status == 204)
            _ = try await owner.makeKey()
        }
    }

    @Test func `of the keys that have ended the last hundred are remembered`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let oldest = try await owner.makeKey()
            #expect(try await owner.delete("/api/v1/keys/\(oldest.id)").status == 204)
            service.clock.advance(seconds: 1)
            try await fill(service, live: 0, ended: 100)
            _ = try await owner.makeKey()
            let ids = try await owner.keys().map { $0["id"]?.stringValue }
            #expect(!ids.contains(oldest.id))
            let count = try service.database.first("SELECT count(*) AS number FROM api_keys") { try $0["number"] as Int }
            #expect(count == 102, "a hundred that have ended, the first one and the new one")
        }
    }

    // MARK: Revoking

    @Test func `a revoked key is dead with the next request, and stays in the list`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let key = try await owner.makeKey()
            #expect(try await service.status(of: key) == 200)
            #expect(try await owner.delete("/api/v1/keys/\(key.id)").status == 204)
            let answer = try await service.client.authorized(key.text).get("/things")
            #expect(answer.status == 401)
            #expect(try answer.json["detail"] == "This API key was revoked.")
            #expect(try answer.json["error"] == "Unauthorized: invalid or missing API key")
            #expect(try await owner.keys().last?["revoked_at"] == "2026-04-20T09:00:00Z")
        }
    }

    @Test func `a key may revoke itself if another one is left to manage with`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let other = try await owner.makeKey(["scopes": ["admin"]])
            let first = try await owner.firstKeyID()
            #expect(try await owner.delete("/api/v1/keys/\(first)").status == 204)
            #expect(try await owner.get("/things").status == 401)
            let last = try await service.client.authorized(other.text).delete("/api/v1/keys/\(other.id)")
            #expect(last.status == 409)
            #expect(last.problemCode == "last_admin_key")
            #expect(try await service.status(of: other) == 200)
        }
    }

    @Test(
        "the last key that manages the account for ever stays",
        arguments: [["scopes": ["read", "write"]], ["scopes": ["admin"], "expires_at": "2030-01-01T00:00:00Z"]] as [JSONValue]
    )
    func lastAdminKey(other: JSONValue) async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let id = try await owner.firstKeyID()
            let key = try await owner.makeKey(other)
            let answer = try await owner.delete("/api/v1/keys/\(id)")
            #expect(answer.status == 409)
            #expect(answer.problemCode == "last_admin_key")
            #expect(try await owner.get("/things").status == 200)
            #expect(try await owner.delete("/api/v1/keys/\(key.id)").status == 204, "the other one is nothing to hold on to")
        }
    }

    @Test func `of two keys that are revoked at once one stays`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let other = try await owner.makeKey(["scopes": ["admin"]])
            let (first, second) = (try await owner.firstKeyID(), service.client.authorized(other.text))
            async let one = owner.delete("/api/v1/keys/\(other.id)").status
            async let two = second.delete("/api/v1/keys/\(first)").status
            let statuses = try await [one, two].sorted()
            // The second comes after the first, with a live key or with one that is dead already.
            #expect(statuses == [204, 409] || statuses == [204, 401])
        }
    }

    @Test func `a key that has ended cannot be ended again or replaced`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let revoked = try await owner.makeKey()
            #expect(try await owner.delete("/api/v1/keys/\(revoked.id)").status == 204)
            let expired = try await owner.makeKey(["expires_at": "2026-04-20T09:01:00Z"])
            service.clock.advance(seconds: 60)
            for id in [revoked.id, expired.id] {
                for answer in [
                    try await owner.delete("/api/v1/keys/\(id)"), try await owner.post("/api/v1/keys/\(id)/rotate", json: [:]),
                ] {
                    #expect(answer.status == 409)
                    #expect(answer.problemCode == "key_not_active")
                }
            }
        }
    }

    // MARK: Who may

    @Test func `another account's key is not there, just like one that does not exist`() async throws {
        try await TestService<Locksmith>.run { service in
            let (owner, other) = (try await service.signedUp(), try await service.signedUp("other@example.com"))
            let key = try await owner.makeKey()
            for method in ["DELETE /api/v1/keys/%", "POST /api/v1/keys/%/rotate"] {
                let parts = method.split(separator: " ").map(String.init)
                var details: [JSONValue?] = []
                for id in [key.id, "key_00000000000000000000"] {
                    let path = parts[1].split(separator: "%", omittingEmptySubsequences: false).joined(separator: id)
                    let answer = try await other.request(parts[0], path)
                    #expect(answer.status == 404)
                    details.append(try answer.json["detail"])
                }
                #expect(details[0] == details[1])
            }
            #expect(try await other.keys().count == 1)
            #expect(try await service.status(of: key) == 200)
        }
    }

    @Test func `a key that may not administer sees, makes and ends no keys`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let key = try await owner.makeKey(["scopes": ["read", "write"]])
            let client = service.client.authorized(key.text)
            let detail = "This needs a key with the scope \"admin\"; the scopes of this key are \"read\", \"write\"."
            for answer in [
                try await client.get("/api/v1/keys"), try await client.post("/api/v1/keys", json: [:]),
                try await client.post("/api/v1/keys/\(key.id)/rotate", json: [:]), try await client.delete("/api/v1/keys/\(key.id)"),
            ] {
                #expect(answer.status == 403)
                #expect(answer.problemCode == "insufficient_scope")
                #expect(try answer.json["detail"]?.stringValue == detail)
            }
            #expect(try await service.client.get("/api/v1/keys").status == 401)
            #expect(try await owner.keys().count == 2)
        }
    }

    @Test func `no key is in the log`() async throws {
        try await TestService<Locksmith>.run { service in
            let owner = try await service.signedUp()
            let key = try await owner.makeKey()
            let new = try await owner.rotate(key.id, overlap: 0)
            #expect(try await service.status(of: key) == 401)
            #expect(try await service.status(of: new) == 200)
            let log = try service.log
            #expect(log.contains("/api/v1/keys"))
            for key in [key, new] { #expect(!log.contains(key.text.dropFirst(8))) }
        }
    }

    /// Gives account 1 keys that nobody has.
    private func fill(_ service: TestService<Locksmith>, live: Int, ended: Int) async throws {
        let now = service.clock.now
        try await service.database.write { connection in
            for number in 0..<(live + ended) {
                let revokedAt: Timestamp? = number < live ? nil : now
                try connection.execute(
                    "INSERT INTO api_keys (account_id, public_id, hash, scopes, created_at, revoked_at) VALUES (1, ?, ?, 'read', ?, ?)",
                    "key_\(number)",
                    "hash \(number)",
                    now,
                    revokedAt
                )
            }
        }
    }
}
