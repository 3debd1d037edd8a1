import HTTPCore
import TestKit
import Testing

/// Keys are shown once and are nowhere afterwards: not in the file, not in the log, not in an error.
@Suite struct SecretsTests {
    @Test(arguments: ["documint", "cronping", "flagbit", "webhookvault"])
    func `no key is found in the log, in an error or in the file`(product: String) async throws {
        let folder = try TemporaryFolder()
        let service = try await ServiceProcess.start(product, database: folder.file("app.db"), environment: ["LOG_LEVEL": "trace"])
        let client = service.client
        let signUp = try await client.post("/api/v1/signup", json: ["email": "you@example.com"], headers: ["Idempotency-Key": "1"]).json
        let first = try #require(signUp["api_key"]?.stringValue)
        let owner = client.authorized(first)
        let made = try await owner.post("/api/v1/keys", json: ["name": "second"], headers: ["Idempotency-Key": "2"]).json
        let second = try #require(made["api_key"]?.stringValue)
        let path = "/api/v1/keys/\(made["id"]?.stringValue ?? "")"
        let rotated = try await owner.post("\(path)/rotate", json: ["overlap_seconds": 0], headers: ["Idempotency-Key": "3"]).json
        let third = try #require(rotated["api_key"]?.stringValue)
        let keys = [first, second, third] + (signUp["sdk_key"]?.stringValue.map { [$0] } ?? [])

        var errors: [TestResponse] = []
        for key in keys {
            // Everywhere that somebody may put a key by mistake.
            errors += [
                try await client.authorized(key + "x").get("/api/v1/account"),
                try await client.authorized(key).delete("/api/v1/keys/\(key)"),
                try await owner.post("/api/v1/keys/\(key)/rotate", json: [:]),
                try await client.get("/\(key)"), try await client.get("/api/v1/\(key)"),
                try await client.get("/api/v1/account?api_key=\(key)"), try await client.get("/errors/\(key)"),
                try await client.request("POST", "/api/v1/signup", body: Array("{\"email\": \"\(key)\"".utf8)),
                try await client.get("/api/v1/account", headers: ["Authorization": "Basic \(key)"]),
            ]
        }
        #expect(errors.allSatisfy { $0.status >= 400 }, "\(errors.map(\.status))")
        try await service.kill()
        let places = [service.output, service.errors] + errors.map(\.text)
        for key in keys {
            // Its first eight characters are kept, for people to tell keys apart.
            let secret = key.dropFirst(8)
            for text in places { #expect(!text.contains(secret), "\(key) is in: \(text.prefix(2_000))") }
            #expect(try folder.occurrences(of: String(secret)) == 0)
        }
    }
}
