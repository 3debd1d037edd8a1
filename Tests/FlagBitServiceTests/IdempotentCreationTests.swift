import HTTPCore
import TestKit
import Testing

@testable import FlagBitService

@Suite struct IdempotentCreationTests {
    private let key = ["Idempotency-Key": "9d2b8d6e-6f0e-4a57-8a0c-2a0f4a1c7f10"]

    @Test func `a project that is asked for twice is made once, and its SDK key given twice`() async throws {
        let folder = try TemporaryFolder()
        try await Service.run(database: folder.file("app.db")) { service in
            let owner = try await service.signedUp()
            let first = try await owner.client.post("/api/v1/projects", json: ["name": "Shop"], headers: key)
            #expect(first.status == 201)
            #expect(first.header("Idempotent-Replayed") == nil)
            let second = try await owner.client.post("/api/v1/projects", json: ["name": "Shop"], headers: key)
            #expect(second.status == 201)
            #expect(second.header("Idempotent-Replayed") == "true")
            #expect(second.body == first.body)
            #expect(second.header("Location") == first.header("Location"))
            #expect(try await owner.client.get("/api/v1/projects").json["projects"]?.arrayValue?.count == 2)
            let sdkKey = try second.json.text("sdk_key")
            #expect(try await service.client.authorized(sdkKey).post("/api/v1/evaluate", json: [:]).status == 200)
            // The stored answer is sealed: the file has the beginning of the key, and no more.
            let bytes = try folder.read("app.db") + folder.read("app.db-wal")
            #expect(bytes.firstRange(of: Array(sdkKey.prefix(8).utf8)) != nil)
            #expect(bytes.firstRange(of: Array(sdkKey.dropFirst(8).utf8)) == nil)
        }
    }

    @Test func `a flag that is asked for twice is made once, and evaluated at once`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            // So that the project is in memory already.
            #expect(try await owner.sdk.post("/api/v1/evaluate", json: [:]).status == 200)
            let first = try await owner.client.post(owner.flags, json: ["key": "a"], headers: key)
            #expect(first.status == 201)
            #expect(try await owner.evaluate("a")["value"] == true)
            _ = try await owner.client.send("PUT", "\(owner.flags)/a", json: ["enabled": false])
            let second = try await owner.client.post(owner.flags, json: ["key": "a"], headers: key)
            #expect(second.status == 201)
            #expect(second.header("Idempotent-Replayed") == "true")
            #expect(second.body == first.body, "as it was made, not as it is")
            #expect(try await owner.evaluate("a")["value"] == false)
        }
    }

    @Test func `another flag needs another key, in another project too`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let shop = try await owner.client.post("/api/v1/projects", json: ["name": "Shop"]).json
            let id = try #require(shop["id"]?.integerValue)
            _ = try await owner.client.post(owner.flags, json: ["key": "a"], headers: key)
            for (path, flag) in [(owner.flags, "b"), ("/api/v1/projects/\(id)/flags", "a")] {
                let other = try await owner.client.post(path, json: ["key": .string(flag)], headers: key)
                #expect(other.status == 422)
                #expect(try other.code == "idempotency_key_reused")
            }
        }
    }

    @Test func `what was refused may be tried again`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            #expect(try await owner.client.post(owner.flags, json: ["key": "!"], headers: key).status == 400)
            try await owner.flag(["key": "a"])
            #expect(try await owner.client.post(owner.flags, json: ["key": "a"], headers: key).code == "flag_key_taken")
            _ = try await owner.client.delete("\(owner.flags)/a")
            let made = try await owner.client.post(owner.flags, json: ["key": "a"], headers: key)
            #expect(made.status == 201)
            #expect(made.header("Idempotent-Replayed") == nil)
        }
    }

    @Test func `evaluations are no creations`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for _ in 0..<2 {
                let answer = try await owner.sdk.post("/api/v1/evaluate", json: [:], headers: key)
                #expect(answer.header("Idempotent-Replayed") == nil)
            }
            #expect(try await owner.client.get("/api/v1/account").json["usage"]?["evaluation"]?["used"] == 2)
        }
    }
}
