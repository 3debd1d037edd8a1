import HTTPCore
import ServiceKit
import Synchronization
import TestKit
import Testing

/// `kill -9` at any moment, under load: what was answered 2xx is there afterwards.
@Suite(.serialized) struct DurabilityTests {
    /// Where clients write, and where what they wrote is found in the file.
    struct Target: Sendable, CustomTestStringConvertible {
        let service: String
        let newPath: @Sendable (TestClient) async throws -> String
        let bodies: String

        var testDescription: String { service }
    }

    static let targets = [
        Target(service: "cronping", newPath: { try await $0.newPingPath() }, bodies: "SELECT CAST(body AS TEXT) FROM pings"),
        Target(service: "webhookvault", newPath: { try await $0.newHookPath() }, bodies: "SELECT CAST(body AS TEXT) FROM captures"),
    ]

    /// Writes that were answered, by the text of their body.
    private final class Acknowledged: Sendable {
        private let bodies = Mutex<Set<String>>([])

        func insert(_ body: String) { bodies.withLock { _ = $0.insert(body) } }

        var all: Set<String> { bodies.withLock { $0 } }
    }

    @Test(arguments: targets)
    func `every acknowledged write survives kill -9 at twelve random moments`(target: Target) async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        // On a plan that keeps everything: the original's way to get one.
        try runElsewhere(AdoptionTests.originalSchema + AdoptionTests.user("you@example.com", key: "old-key", plan: "business"), on: file)
        let acknowledged = Acknowledged()
        var random = SystemRandomNumberGenerator()
        for round in 0..<12 {
            let service = try await ServiceProcess.start(target.service, database: file, environment: ["LOG_LEVEL": "error"])
            let client = service.client.authorized("old-key")
            // A new place each round, so that no plan's limit on what is kept is reached.
            let path = try await target.newPath(client)
            let load = Task { await write(to: path, with: service.client, round: round, acknowledged: acknowledged) }
            try await Task.sleep(for: .milliseconds(Int.random(in: 20...250, using: &random)))
            try await service.kill()
            await load.value
        }
        let service = try await ServiceProcess.start(target.service, database: file)
        #expect(try await service.terminate().status == 0)
        let found = Set(try rowsElsewhere(target.bodies, on: file))
        let expected = acknowledged.all
        #expect(expected.count > 200, "the load was too small to prove anything")
        #expect(expected.subtracting(found).isEmpty, "lost \(expected.subtracting(found).count) of \(expected.count)")
        #expect(try rowsElsewhere("PRAGMA integrity_check", on: file) == ["ok"])
    }

    /// Sixteen clients that write as fast as they are answered, until the service is gone.
    private func write(to path: String, with client: TestClient, round: Int, acknowledged: Acknowledged) async {
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<16 {
                group.addTask {
                    for number in 0... {
                        let body = "\(round)-\(writer)-\(number)"
                        guard let answer = try? await client.request("POST", path, body: Array(body.utf8)) else { return }
                        if answer.status == 200 { acknowledged.insert(body) } else { Issue.record("\(answer.status) \(answer.text)") }
                    }
                }
            }
        }
    }
}
