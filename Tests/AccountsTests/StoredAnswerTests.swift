import Database
import HTTPCore
import HTTPTypes
import TestKit
import Testing
import Timekeeping

@testable import Accounts

@Suite struct StoredAnswerTests {
    private let folder: TemporaryFolder
    private let key = "5f0c2b1e-7a55-4a1f-9b43-1f1f5b7d9c11"

    init() throws { folder = try TemporaryFolder() }

    private func isReplay(_ answer: TestResponse) -> Bool { answer.header("Idempotent-Replayed") == "true" }

    // MARK: How much is stored

    @Test func `an account has ten thousand stored answers at the most, until the first is past its time`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            let now = workshop.clock.now
            try await workshop.storeAnswers(500, until: now)
            try await workshop.storeAnswers(1, until: now.adding(seconds: 60))
            try await workshop.storeAnswers(9_998, until: now.adding(seconds: 3_600))
            #expect(try await workshop.make("Anvil", key: key).status == 201)

            let refused = try await workshop.make("Hammer", key: "another")
            #expect(refused.status == 429)
            #expect(try refused.json["code"]?.stringValue == "rate_limited")
            #expect(refused.header("Retry-After") == "60")
            #expect(try workshop.things() == 1)
            #expect(workshop.committed.count == 1)

            #expect(try await isReplay(workshop.make("Anvil", key: key)), "what is there is given out all the same")
            #expect(try await workshop.make("Hammer", key: nil).status == 201)
            #expect(try await workshop.make("Hammer", key: "another", account: 2).status == 201)
            workshop.clock.advance(seconds: 60)
            #expect(try await workshop.make("Hammer", key: "another").status == 201)
        }
    }

    @Test(arguments: [(536_870_911, 201), (536_870_912, 429)])
    func `an account has 512 MiB of stored answers at the most, but for the last one`(size: Int, status: Int) async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            try await workshop.storeAnswers(1, size: size, until: workshop.clock.now.adding(seconds: 60))
            #expect(try await workshop.make("Anvil", key: key).status == status)
        }
    }

    @Test func `the size of an answer is stored with it`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            for path in ["/things", "/drawings"] { _ = try await workshop.make("Anvil", key: path, at: path) }
            let sizes = try workshop.accounts.database.read { connection in
                try connection.all("SELECT size, length(answer) AS length FROM idempotent_answers ORDER BY id") {
                    (size: try $0["size"] as Int, length: try $0["length"] as Int)
                }
            }
            #expect(sizes.count == 2)
            #expect(sizes.allSatisfy { $0.size == $0.length })
            #expect(sizes.last.map { $0.size > 1_500_000 } == true)
        }
    }

    @Test func `old answers are swept in steps, however many there are, and the others stay`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            _ = try await workshop.make("Anvil", key: key)
            try await workshop.storeAnswers(120, until: workshop.clock.now)
            let commits = try workshop.accounts.database.commits()
            try await workshop.accounts.sweepIdempotentAnswers()
            #expect(try workshop.accounts.database.commits() - commits == 3)
            #expect(try workshop.storedAnswers() == 1)
            #expect(try await isReplay(workshop.make("Anvil", key: key)))
            workshop.clock.advance(seconds: 86_400)
            try await workshop.accounts.sweepIdempotentAnswers()
            #expect(try workshop.storedAnswers() == 0)
        }
    }

    @Test func `a sweep ends when its task is cancelled`() async throws {
        try await Workshop.run(in: folder) { workshop async throws in
            try await workshop.storeAnswers(120, until: workshop.clock.now)
            let sweep = Task {
                cancelCurrentTask()
                try await workshop.accounts.sweepIdempotentAnswers()
            }
            await #expect(throws: CancellationError.self) { try await sweep.value }
            #expect(try workshop.storedAnswers() == 120)
        }
    }

    // MARK: The stored form

    @Test func `an answer comes back from its stored form byte by byte`() throws {
        var answer = Answer(.created, headers: [.contentType: "text/plain; q=\"a\\b\"", .location: "/ä"], body: Array("\n{}\n\0".utf8))
        for link in ["<a>", "<b>"] { answer.headers.append(HTTPField(name: try #require(HTTPField.Name("Link")), value: link)) }
        let again = try #require(Answer(storedForm: answer.storedForm))
        #expect(again.status == .created && again.status.reasonPhrase == "Created")
        #expect(Array(again.headers) == Array(answer.headers))
        #expect(again.body == answer.body)
        let empty = try #require(Answer(storedForm: Answer(.noContent, body: []).storedForm))
        #expect(empty.status == .noContent && empty.headers.isEmpty && empty.body.isEmpty)
    }

    @Test(
        arguments: [
            "", "\n", "{}\n", "[]\nbody", #"{"status":201,"reason":"","fields":[]}"#, #"{"status":42,"reason":"","fields":[]}"# + "\n",
            #"{"status":201,"reason":"","fields":[["not a name",""]]}"# + "\n", #"{"status":201,"reason":"","fields":[["A"]]}"# + "\n",
        ]
    )
    func `what is no stored form is none`(text: String) {
        #expect(Answer(storedForm: Array(text.utf8))?.body == nil)
    }
}
