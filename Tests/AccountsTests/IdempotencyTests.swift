import Cryptography
import Database
import HTTPCore
import HTTPTypes
import Synchronization
import TestKit
import Testing
import Timekeeping

@testable import Accounts

@Suite struct IdempotencyTests {
    private let folder: TemporaryFolder
    private let key = "5f0c2b1e-7a55-4a1f-9b43-1f1f5b7d9c11"

    init() throws { folder = try TemporaryFolder() }

    private func isReplay(_ answer: TestResponse) -> Bool { answer.header("Idempotent-Replayed") == "true" }

    private func code(of answer: TestResponse) throws -> String? { try answer.json["code"]?.stringValue }

    @Test func `it works`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            let first = try await workshop.make("Anvil", key: key)
            #expect(first.status == 201)
            #expect(first.header("Idempotent-Replayed") == nil)
            let second = try await workshop.make("Anvil", key: key)
            #expect(second.status == 201)
            #expect(isReplay(second))
            #expect(second.body == first.body)
            #expect(second.header("Location") == "/things/1")
            #expect(second.header("Content-Type") == "application/json")
            #expect(second.header("X-Request-Id") != first.header("X-Request-Id"))
            #expect(try workshop.things() == 1)
            #expect(workshop.committed.count == 1)
        }
    }

    @Test func `without a key each request makes something, and nothing is stored`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            let first = try await workshop.make("Anvil", key: nil)
            let second = try await workshop.make("Anvil", key: nil)
            #expect(first.status == 201 && second.status == 201)
            #expect(second.body != first.body)
            #expect(try workshop.things() == 2)
            #expect(workshop.committed.count == 2)
            #expect(try workshop.storedAnswers() == 0)
        }
    }

    @Test func `the key of another request is refused`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            _ = try await workshop.make("Anvil", key: key)
            for other in [
                try await workshop.make("Hammer", key: key), try await workshop.make("Anvil", key: key, at: "/others"),
                try await workshop.make("Anvil", key: key, at: "/things?colour=red"),
            ] {
                #expect(other.status == 422)
                #expect(try code(of: other) == "idempotency_key_reused")
            }
            #expect(try workshop.things() == 1)
            #expect(try await isReplay(workshop.make("Anvil", key: key)), "the answer is still there")
        }
    }

    @Test func `two accounts with the same key do not meet`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            let one = try await workshop.make("Anvil", key: key, account: 1)
            let two = try await workshop.make("Anvil", key: key, account: 2)
            #expect(two.status == 201 && !isReplay(two))
            #expect(two.body != one.body)
            #expect(try await workshop.make("Anvil", key: key, account: 1).body == one.body)
            #expect(try await workshop.make("Anvil", key: key, account: 2).body == two.body)
            #expect(try workshop.things() == 2)
        }
    }

    @Test func `who has no account is given what was answered to the same address only`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            let owner = try await workshop.make("new@example.com", key: "1", account: nil, from: "192.0.2.1")
            let again = try await workshop.make("new@example.com", key: "1", account: nil, from: "192.0.2.1")
            #expect(isReplay(again) && again.body == owner.body)
            let stranger = try await workshop.make("new@example.com", key: "1", account: nil, from: "192.0.2.2")
            #expect(!isReplay(stranger))
            #expect(stranger.body != owner.body)
            let account = try await workshop.make("new@example.com", key: "1", account: 1, from: "192.0.2.1")
            #expect(!isReplay(account))
        }
    }

    @Test func `while the first request is running the second is told to wait`() async throws {
        let (arrivals, arrived) = AsyncStream<Void>.makeStream()
        let (opening, letIn) = AsyncStream<Void>.makeStream()
        let wait: Workshop.Step = {
            arrived.yield()
            for await _ in opening {}
        }
        try await Workshop.run(in: folder, beforeEffect: wait) { workshop async throws in
            async let running = workshop.make("Anvil", key: key)
            _ = await arrivals.first { _ in true }
            let second = try await workshop.make("Anvil", key: key)
            #expect(second.status == 409)
            #expect(try code(of: second) == "idempotency_key_in_use")
            #expect(second.header("Retry-After") == "1")
            letIn.finish()
            let first = try await running
            #expect(first.status == 201)
            let third = try await workshop.make("Anvil", key: key)
            #expect(isReplay(third) && third.body == first.body)
            #expect(try workshop.things() == 1)
        }
    }

    @Test func `of 200 identical requests at once one has an effect`() async throws {
        let dawdle: Workshop.Step = { for _ in 0..<50 { await Task.yield() } }
        try await Workshop.run(in: folder, beforeEffect: dawdle) { workshop async throws in
            let body = "{\"name\": \"Anvil\"}"
            let request = """
                POST /things HTTP/1.1\r\nHost: test\r\nX-Account: 1\r\nIdempotency-Key: \(key)\r\nConnection: close\r\n\
                Content-Length: \(body.utf8.count)\r\n\r\n\(body)
                """
            let port = workshop.port
            let statuses = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<200 {
                    group.addTask {
                        let connection = try await RawConnection.open(port: port)
                        try await connection.send(request)
                        let answer = String(decoding: try await connection.readToEnd(), as: UTF8.self)
                        return String(answer.dropFirst("HTTP/1.1 ".count).prefix(3))
                    }
                }
                return try await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
            }
            #expect(Set(statuses.keys).isSubset(of: ["201", "409"]), "\(statuses)")
            #expect(statuses["201", default: 0] >= 1)
            #expect(try workshop.things() == 1)
            #expect(workshop.committed.count == 1)
        }
    }

    @Test func `an effect that fails stores nothing and may be tried again`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            try await workshop.accounts.database.write { try $0.execute("INSERT INTO things (name) VALUES ('closed')") }
            for _ in 0..<2 {
                let refused = try await workshop.make("Anvil", key: key)
                #expect(refused.status == 403 && !isReplay(refused))
            }
            #expect(try workshop.storedAnswers() == 0)
            #expect(try workshop.things() == 1)
            #expect(workshop.committed.count == 0)
            try await workshop.accounts.database.write { try $0.execute("DELETE FROM things") }
            let made = try await workshop.make("Anvil", key: key)
            #expect(made.status == 201 && !isReplay(made))
        }
    }

    @Test func `a request that is refused before its effect leaves its key free`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            #expect(try await workshop.make("", key: key).status == 400)
            #expect(try await workshop.make("Anvil", key: key).status == 201)
        }
    }

    @Test func `after 24 hours the key is new`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            let first = try await workshop.make("Anvil", key: key)
            workshop.clock.advance(seconds: 86_399)
            #expect(try await isReplay(workshop.make("Anvil", key: key)))
            workshop.clock.advance(seconds: 1)
            let anew = try await workshop.make("Hammer", key: key)
            #expect(anew.status == 201 && !isReplay(anew))
            #expect(anew.body != first.body)
            workshop.clock.advance(seconds: 86_399)
            #expect(try await isReplay(workshop.make("Hammer", key: key)), "the new answer has its own 24 hours")
            #expect(try workshop.storedAnswers() == 1)
        }
    }

    @Test func `neither the secret of an answer nor the key stands in the file`() async throws {
        let secret = try await Workshop.run(in: folder) { workshop async throws in
            let answer = try await workshop.make("Anvil of the year", key: key)
            #expect(try await isReplay(workshop.make("Anvil of the year", key: key)))
            let secret = try #require(try answer.json["secret"]?.stringValue)
            let bytes = try folder.read("app.db") + folder.read("app.db-wal")
            #expect(bytes.firstRange(of: Array("Anvil of the year".utf8)) != nil, "what is looked for would be found")
            #expect(bytes.firstRange(of: Array(secret.utf8)) == nil)
            #expect(bytes.firstRange(of: Array(key.utf8)) == nil)
            return secret
        }
        let bytes = try folder.read("app.db")
        #expect(bytes.firstRange(of: Array("Anvil of the year".utf8)) != nil)
        #expect(bytes.firstRange(of: Array(secret.utf8)) == nil)
        #expect(bytes.firstRange(of: Array(key.utf8)) == nil)
    }

    @Test func `an answer outlives a restart`() async throws {
        let first = try await Workshop.run(in: folder) { try await $0.make("Anvil", key: key) }
        let second = try await Workshop.run(in: folder) { try await $0.make("Anvil", key: key) }
        #expect(isReplay(second))
        #expect(second.body == first.body)
    }

    @Test func `a large answer comes back whole, with what is said about it`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            let first = try await workshop.make("", key: key, at: "/drawings")
            let second = try await workshop.make("", key: key, at: "/drawings")
            #expect(isReplay(second))
            #expect(first.body.count == 1_500_000)
            #expect(second.body == first.body)
            for name in ["Content-Type", "Content-Length", "ETag", "Content-Disposition"] {
                #expect(first.header(name) != nil)
                #expect(second.header(name) == first.header(name))
            }
            #expect(try workshop.things() == 1)
        }
    }

    @Test func `a large answer is read where there is time, and only if the request is the same`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            let first = try await workshop.make("", key: key, at: "/drawings")
            _ = try await workshop.make("Anvil", key: "small")
            try await workshop.withoutScans { () async throws in
                #expect(try await workshop.make("", key: key, at: "/drawings").status == 503)
                #expect(try await workshop.make("Anvil", key: key).status == 422)
                #expect(try await isReplay(workshop.make("Anvil", key: "small")))
            }
            #expect(try await workshop.make("", key: key, at: "/drawings").body == first.body)
            #expect(try workshop.things() == 2)
        }
    }

    @Test func `all of a large request counts`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            let client = TestClient(
                address: "http://127.0.0.1:\(workshop.port)",
                headers: ["X-Account": "1", "Idempotency-Key": key]
            )
            let body = Array("{\"name\": \"Anvil\"}".utf8) + [UInt8](repeating: UInt8(ascii: " "), count: 200_000)
            #expect(try await client.request("POST", "/things", body: body).status == 201)
            #expect(try await isReplay(client.request("POST", "/things", body: body)))
            #expect(try await client.request("POST", "/things", body: body + [UInt8(ascii: "\n")]).status == 422)
        }
    }

    @Test func `when the client is gone the effect is carried out, stored and reported`() async throws {
        try await Workshop.run(in: folder, beforeEffect: { cancelCurrentTask() }) { workshop async throws in
            _ = try await workshop.make("Anvil", key: key)
            #expect(try workshop.things() == 1)
            #expect(workshop.committed.count == 1)
            #expect(try await isReplay(workshop.make("Anvil", key: key)))
        }
    }

    @Test func `what was stored and cannot be read is not carried out again`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            _ = try await workshop.make("Anvil", key: key)
            try await workshop.accounts.database.write { connection in
                try connection.execute("UPDATE idempotent_answers SET answer = ?", [UInt8](repeating: 7, count: 100))
            }
            let again = try await workshop.make("Anvil", key: key)
            #expect(again.status == 409)
            #expect(try code(of: again) == "conflict")
            #expect(try workshop.things() == 1)
        }
    }

    @Test func `an answer goes with its account, also with one that the effect made`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            _ = try await workshop.make("Anvil", key: key)
            _ = try await workshop.make("new@example.com", key: key, account: nil)
            #expect(try workshop.storedAnswers() == 2)
            try await workshop.accounts.database.write { try $0.execute("DELETE FROM accounts WHERE email = 'new@example.com'") }
            #expect(try workshop.storedAnswers() == 1)
            try await workshop.accounts.database.write { try $0.execute("DELETE FROM accounts WHERE id = 1") }
            #expect(try workshop.storedAnswers() == 0)
        }
    }

    @Test(arguments: [true, false])
    func `for an account that is erased while its request is read nothing is made`(hasKey: Bool) async throws {
        let (arrivals, arrived) = AsyncStream<Void>.makeStream()
        let (opening, letIn) = AsyncStream<Void>.makeStream()
        let wait: Workshop.Step = {
            arrived.yield()
            for await _ in opening {}
        }
        try await Workshop.run(in: folder, beforeEffect: wait) { workshop async throws in
            let now = workshop.clock.now
            async let running = workshop.make("Anvil", key: hasKey ? key : nil)
            _ = await arrivals.first { _ in true }
            try await workshop.accounts.database.write { try $0.execute("UPDATE accounts SET erased_at = ? WHERE id = 1", now) }
            letIn.finish()
            let answer = try await running
            #expect(answer.status == 401)
            #expect(try code(of: answer) == "invalid_api_key")
            #expect(try workshop.things() == 0)
            #expect(try workshop.storedAnswers() == 0)
            #expect(workshop.committed.count == 0)
        }
    }

    @Test func `an answer that belongs to no account is not stored`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            for _ in 0..<2 {
                let answer = try await workshop.make("nobody", key: key, account: nil)
                #expect(answer.status == 201 && !isReplay(answer))
            }
            #expect(try workshop.storedAnswers() == 0)
        }
    }

    // MARK: The field

    @Test(arguments: ["a", "5f0c2b1e-7a55-4a1f-9b43-1f1f5b7d9c11", "\"quoted, as in the draft\"", String(repeating: "~", count: 255)])
    func `a key is 1 to 255 printable characters`(key: String) throws {
        #expect(try IdempotencyKey([.idempotencyKey: key])?.bytes == Array(key.utf8))
        #expect(try IdempotencyKey([:])?.bytes == nil)
    }

    @Test(arguments: ["", String(repeating: "a", count: 256), "schlüssel", "a\tb", "🔑"])
    func `anything else is refused, and nothing is made`(key: String) async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            let answer = try await workshop.make("Anvil", key: key)
            #expect(answer.status == 400)
            #expect(try code(of: answer) == "invalid_input")
            #expect(try answer.json["errors"]?[0]?["path"] == "header.Idempotency-Key")
            #expect(try workshop.things() == 0)
        }
    }

    @Test func `two keys are refused`() throws {
        var fields = HTTPFields()
        for key in ["a", "b"] { fields.append(HTTPField(name: .idempotencyKey, value: key)) }
        let invalid = #expect(throws: InvalidInput.self) { try IdempotencyKey(fields) }
        #expect(invalid?.faults.map(\.path.text) == ["header.Idempotency-Key"])
    }
}
