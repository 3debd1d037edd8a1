import HTTPCore
import Synchronization
import TestKit
import Testing

/// One product is restarted behind the real Caddy while clients go on asking all four.
@Suite struct RestartTests {
    /// What clients got that go on until they are told to stop.
    private final class Load: Sendable {
        private let isOver = Atomic(false)
        private let state = Mutex<(bodies: Set<String>, answers: Int, refusals: [String])>(([], 0, []))

        func stop() { isOver.store(true, ordering: .relaxed) }

        var acknowledged: Set<String> { state.withLock { $0.bodies } }
        var answers: Int { state.withLock { $0.answers } }
        var refusals: [String] { state.withLock { $0.refusals } }

        /// Sends one request after the other, steadily rather than as fast as possible: a monitor keeps the newest 5 000 pings only.
        func run(_ send: @Sendable (_ number: Int) async throws -> (answer: TestResponse, body: String?)) async {
            var number = 0
            while !isOver.load(ordering: .relaxed) {
                do {
                    let (answer, body) = try await send(number)
                    state.withLock { state in
                        state.answers += 1
                        if answer.status != 200 { state.refusals.append("\(answer.status) \(answer.text.prefix(200))") }
                        if answer.status == 200, let body { state.bodies.insert(body) }
                    }
                } catch {
                    state.withLock { $0.refusals.append("\(error)") }
                }
                number += 1
                try? await Task.sleep(for: .milliseconds(5))
            }
        }
    }

    @Test func `a restart under load loses no ping, fails no request, and the other three do not notice`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("cronping.db")
        try runElsewhere(AdoptionTests.originalSchema + AdoptionTests.user("you@example.com", key: "old-key", plan: "business"), on: file)
        var services: [String: ServiceProcess] = [:]
        for name in LifecycleTests.services {
            services[name] = try await ServiceProcess.start(name, database: folder.file("\(name).db"), environment: ["DRAIN_DELAY": "1s"])
        }
        let proxy = try ProxyProcess(upstreams: services.mapValues(\.port))
        try await proxy.waitUntilReady()
        let client = TestClient(address: "http://127.0.0.1:\(proxy.port)")
        var cronping = try #require(services["cronping"])
        // A place for each writer, so that no plan's limit on what is kept is reached.
        let monitors = cronping.client.authorized("old-key")
        var paths: [String] = []
        for _ in 0..<8 { paths.append(try await monitors.newPingPath()) }

        let load = Load()
        let others = Load()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (writer, path) in paths.enumerated() {
                group.addTask {
                    await load.run { number in
                        let body = "\(writer)-\(number)"
                        return (try await client.request("POST", path, headers: Self.host("cronping"), body: Array(body.utf8)), body)
                    }
                }
            }
            group.addTask {
                await load.run { _ in (try await client.get("/api/v1/cron/describe?expr=0+9+*+*+1-5", headers: Self.host("cronping")), nil)
                }
            }
            for name in LifecycleTests.services where name != "cronping" {
                group.addTask { await others.run { _ in (try await client.get("/version", headers: Self.host(name)), nil) } }
            }
            for _ in 0..<2 {
                let before = load.answers
                while load.answers < before + 200, load.refusals.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
                #expect(try await cronping.terminate().status == 0)
                cronping = try await ServiceProcess.start(
                    "cronping",
                    database: file,
                    environment: ["DRAIN_DELAY": "1s", "PORT": "\(cronping.port)"]
                )
                let after = load.acknowledged.count
                while load.acknowledged.count < after + 200, load.refusals.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            }
            load.stop()
            others.stop()
            try await group.waitForAll()
        }
        #expect(load.refusals == [])
        #expect(others.refusals == [])
        #expect(others.answers > 0)
        _ = try await cronping.terminate()
        let found = Set(try rowsElsewhere("SELECT CAST(body AS TEXT) FROM pings", on: file))
        let lost = load.acknowledged.subtracting(found)
        #expect(lost.isEmpty, "lost \(lost.count) of \(load.acknowledged.count)")
    }

    @Test func `a service that was asked to stop says so at once, and answers until the delay is over`() async throws {
        let folder = try TemporaryFolder()
        let service = try await ServiceProcess.start(
            "flagbit",
            database: folder.file("app.db"),
            environment: ["DRAIN_DELAY": "3s"]
        )
        service.signal(15)
        var health = try await service.client.get("/healthz")
        while health.status == 200 { health = try await service.client.get("/healthz") }
        #expect(health.status == 503)
        #expect(health.text == #"{"status":"stopping"}"#)
        #expect(try await service.client.get("/version").status == 200)
        #expect(try await service.waitForEnd().status == 0)
    }

    private static func host(_ name: String) -> [String: String] { ["Host": "\(name).localhost"] }
}
