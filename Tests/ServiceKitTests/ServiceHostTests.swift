import Database
import HTTPCore
import TestKit
import Testing

@testable import ServiceKit

struct ServiceHostTests {
    @Test("it works: a note is written with the time of the clock, and read again")
    func itWorks() async throws {
        try await TestService<Notebook>.run(environment: ["NOTES_PER_PAGE": "1"]) { service in
            service.clock.advance(seconds: 60)
            let created = try await service.client.post("/notes", json: ["text": "milk"])
            #expect(created.status == 201)
            #expect(try created.json["created_at"]?.stringValue == "2026-04-20T09:01:00Z")
            _ = try await service.client.post("/notes", json: ["text": "bread"])
            #expect(try await service.client.get("/notes").text == #"{"notes":["milk"]}"#)
        }
    }

    @Test("health, readiness and version are there", arguments: ["/healthz", "/readyz", "/version"])
    func health(path: String) async throws {
        try await TestService<Notebook>.run { service in
            let answer = try await service.client.get(path)
            #expect(answer.status == 200)
        }
    }

    @Test("asking often whether it is ready costs one write")
    func readinessIsCheap() async throws {
        try await TestService<Notebook>.run { service in
            let before = service.database.statistics.writes
            let start = ContinuousClock.now
            for _ in 0..<20 {
                let answer = try await service.client.get("/readyz")
                #expect(answer.status == 200)
            }
            let seconds = Int((ContinuousClock.now - start).components.seconds)
            #expect(service.database.statistics.writes - before <= 1 + seconds)
        }
    }

    @Test("it is not ready when the file cannot be written")
    func notReady() async throws {
        let folder = try TemporaryFolder()
        let file = try DatabaseFile(path: folder.file("app.db"), schema: Notebook.fileSchema)
        let probe = WriteProbe(file)
        file.close()
        await #expect(throws: DatabaseError.closed) { try await probe.check() }
    }

    @Test("an error of the file is a 503 without detail, and the detail is in the log under the request id")
    func databaseError() async throws {
        try await TestService<Notebook>.run { service in
            let answer = try await service.client.get("/broken")
            #expect(answer.status == 503)
            #expect(try answer.json["code"]?.stringValue == "storage_unavailable")
            #expect(answer.header("Retry-After") == "5")
            #expect(!answer.text.contains("malformed"))
            let line = try #require(try service.log.split(separator: "\n").first { $0.contains("database disk image is malformed") })
            #expect(line.contains(try #require(answer.header("X-Request-Id"))))
        }
    }

    @Test("metrics are on the admin port, and nowhere else")
    func metrics() async throws {
        try await TestService<Notebook>.run { service in
            _ = try await service.client.post("/notes", json: ["text": "milk"])
            let metrics = try await service.metrics()
            for name in [
                "database_write_queue_depth 0", "database_bytes ", "process_resident_memory_bytes ", "process_start_time_seconds ",
            ] {
                #expect(metrics.contains("\n\(name)"))
            }
            #expect(metrics.contains(#"build_info{name="notebook",version=""#))
            #expect(metrics.contains(#"http_requests_total{method="POST",route="/notes",status="201"} 1"#))
            #expect(try await service.client.get("/metrics").status == 404)
            let admin = TestClient(address: "http://127.0.0.1:\(service.ports.admin)")
            #expect(try await admin.get("/notes").status == 404)
        }
    }

    @Test("counters follow what the database did, from one reading to the next")
    func counters() async throws {
        try await TestService<Notebook>.run { service in
            let first = try counter("database_writes_total", in: try await service.metrics())
            _ = try await service.client.post("/notes", json: ["text": "milk"])
            #expect(try counter("database_writes_total", in: try await service.metrics()) == first + 1)
        }
    }

    private func counter(_ name: String, in metrics: String) throws -> Int {
        let line = try #require(metrics.split(separator: "\n").first { $0.hasPrefix("\(name) ") })
        return try #require(Int(line.dropFirst(name.count + 1)))
    }

    @Test("when it stops, background services still have the file, and afterwards it is free")
    func stop() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        try await TestService<Notebook>.run(database: path) { service in
            _ = try await service.client.post("/notes", json: ["text": "milk"])
        }
        let file = try DatabaseFile(path: path, schema: Notebook.fileSchema)
        let notes = try file.read { try $0.all("SELECT text FROM notes ORDER BY id") { try $0["text"] as String } }
        #expect(notes == ["milk", "the end"])
    }

    @Test("connections that idle or are stuck in a request do not hold up a stop")
    func stopWithStuckClients() async throws {
        let askedToStop = try await TestService<Notebook>.run { service in
            for _ in 0..<8 {
                let idle = try await RawConnection.open(port: service.ports.main)
                try await idle.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
                _ = try await idle.read(until: "\r\n\r\n")
            }
            let stuck = try await RawConnection.open(port: service.ports.main)
            try await stuck.send("POST /notes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
            return ContinuousClock.now
        }
        // Their own limits would end them only after half a minute. The promise of two seconds is measured on the executables.
        #expect(ContinuousClock.now - askedToStop < .seconds(15))
    }

    @Test("a port that is taken is named with its variable, the rest stops, and the file is free again", arguments: ["PORT", "ADMIN_PORT"])
    func portTaken(variable: String) async throws {
        try await TestService<Notebook>.run { service in
            let folder = try TemporaryFolder()
            var configuration = try ProductConfiguration<Notebook>(environment: [
                "DATABASE_PATH": folder.file("app.db"), "LOG_LEVEL": "critical",
            ])
            configuration.service.port = variable == "PORT" ? service.ports.main : 0
            configuration.service.adminPort = variable == "PORT" ? 0 : service.ports.main
            let host = try await ServiceHost(configuration, log: ServiceLog(configuration.service))
            let failure = try await #require(throws: StartFailure.self) { try await host.run() }
            #expect(
                failure.description
                    == "port \(service.ports.main) is taken by another program. Stop it, or set \(variable) to another port."
            )
            try DatabaseFile(path: folder.file("app.db"), schema: Notebook.fileSchema).close()
        }
    }

    @Test("an address of another machine is named with its variable", arguments: ["HOST", "ADMIN_HOST"])
    func foreignAddress(variable: String) async throws {
        let folder = try TemporaryFolder()
        var configuration = try ProductConfiguration<Notebook>(environment: [
            "DATABASE_PATH": folder.file("app.db"), variable: "192.0.2.1", "LOG_LEVEL": "critical",
        ])
        configuration.service.port = 0
        configuration.service.adminPort = 0
        let host = try await ServiceHost(configuration, log: ServiceLog(configuration.service))
        let failure = try await #require(throws: StartFailure.self) { try await host.run() }
        #expect(failure.description.hasPrefix("192.0.2.1 is no address of this machine. Set \(variable) to"))
    }

    private func quietHost(in folder: TemporaryFolder) async throws -> ServiceHost<Notebook> {
        var configuration = try ProductConfiguration<Notebook>(environment: [
            "DATABASE_PATH": folder.file("app.db"), "LOG_LEVEL": "critical",
        ])
        configuration.service.port = 0
        configuration.service.adminPort = 0
        return try await ServiceHost(configuration, log: ServiceLog(configuration.service))
    }

    @Test("one that is not to run after all lets go of the file")
    func closeUnused() async throws {
        let folder = try TemporaryFolder()
        let host = try await quietHost(in: folder)
        await host.close()
        try DatabaseFile(path: folder.file("app.db"), schema: Notebook.fileSchema).close()
    }

    @Test("a stop that is asked for before it runs is not forgotten")
    func earlyStop() async throws {
        let folder = try TemporaryFolder()
        let host = try await quietHost(in: folder)
        await host.stop()
        try await host.run()
        try DatabaseFile(path: folder.file("app.db"), schema: Notebook.fileSchema).close()
    }

    @Test("what a middleware made a problem of is logged as the error of the file that it was")
    func convertedError() async throws {
        try await TestService<Notebook>.run { service in
            let answer = try await service.client.get("/limited/broken")
            #expect(answer.status == 503)
            #expect(answer.header("RateLimit") != nil)
            #expect(try service.log.contains("database disk image is malformed"))
        }
    }
}
