import Cryptography
import Database
import HTTPCore
import TestKit
import Testing

@testable import FlagBitService

@Suite struct SignUpTests {
    @Test func `signing up gives both keys and a first project`() async throws {
        try await Service.run { service in
            let answer = try await service.client.post("/api/v1/signup", json: ["email": "you@example.com"])
            #expect(answer.status == 201)
            #expect(try answer.json.names == ["api_key", "plan", "project_id", "sdk_key", "message"])
            #expect(try answer.json.text("api_key").wholeMatch(of: /fb_[0-9A-Za-z]{36}/) != nil)
            #expect(try answer.json.text("sdk_key").wholeMatch(of: /fbsdk_[0-9A-Za-z]{36}/) != nil)
            #expect(try answer.json["plan"] == "free")
            #expect(try answer.json["message"] == "Save your API key — it won't be shown again.")
            let projectID = try answer.json["project_id"] ?? nil
            let projects = try await service.client.authorized(answer.json.text("api_key")).get("/api/v1/projects").json
            #expect(
                projects == [
                    "projects": [["id": projectID, "name": "Default", "created_at": "2026-04-20T09:00:00Z"]],
                    "next_cursor": nil,
                ]
            )
        }
    }

    @Test func `a refused signup leaves no project behind`() async throws {
        try await Service.run { service in
            _ = try await service.signedUp("you@example.com")
            let answer = try await service.client.post("/api/v1/signup", json: ["email": "YOU@example.com"])
            #expect(try answer.code == "email_taken")
            let counts = try service.database.read { connection in
                try connection.first("SELECT (SELECT count(*) FROM projects) AS projects, (SELECT count(*) FROM sdk_keys) AS keys") {
                    [try $0["projects"] as Int, try $0["keys"] as Int]
                }
            }
            #expect(counts == [1, 1])
        }
    }

    @Test func `the file holds the digest of an SDK key and its first characters only`() async throws {
        try await Service.run { service in
            let answer = try await service.client.post("/api/v1/signup", json: ["email": "you@example.com"]).json
            let key = try answer.text("sdk_key")
            let stored = try service.database.read { connection in
                try connection.first("SELECT hash, prefix FROM sdk_keys") { [try $0["hash"] as String, try $0["prefix"] as String] }
            }
            #expect(stored == [SHA256.digest(of: key).hex, String(key.prefix(8))])
        }
    }
}
