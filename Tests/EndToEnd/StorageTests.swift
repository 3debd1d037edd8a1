import Glibc
import HTTPCore
import TestKit
import Testing

/// Files that cannot be used, at the start and in the middle of work.
@Suite struct StorageTests {
    /// What the service says when it does not start.
    private func complaint(of service: String = "cronping", database: String, launcher: [String] = []) async throws -> String {
        do {
            let process = try await ServiceProcess.start(service, database: database, launcher: launcher)
            _ = try await process.terminate()
            Issue.record("it started")
            return ""
        } catch let early as ServiceProcess.EndedEarly {
            #expect(early.status == 1, "\(early)")
            return early.output
        }
    }

    @Test func `a folder in place of the file`() async throws {
        let folder = try TemporaryFolder()
        #expect(try await complaint(database: folder.path).contains("\(folder.path): this is a folder. Set DATABASE_PATH to a file in it"))
    }

    @Test func `a file that is no database`() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Array(String(repeating: "no database ", count: 1_000).utf8), to: "app.db")
        #expect(try await complaint(database: file).contains("this is not an SQLite database"))
        #expect(try folder.read("app.db").count == 12_000)
    }

    @Test func `a damaged file`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        _ = try await ServiceProcess.start("cronping", database: file).terminate()
        var bytes = try folder.read("app.db")
        for position in 100..<4_000 { bytes[position] = 0xA5 }
        _ = try folder.write(bytes, to: "app.db")
        #expect(try await complaint(database: file).contains("the file is damaged"))
    }

    @Test func `a file that another process has`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        let first = try await ServiceProcess.start("cronping", database: file)
        let said = try await complaint(database: file)
        #expect(said.contains("is in use by another process (process id \(first.id))"))
        #expect(try await first.client.get("/readyz").status == 200, "the first one suffered")
    }

    @Test func `a database shell on a live file is refused, and reads all of it afterwards`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        let service = try await ServiceProcess.start("cronping", database: file)
        let query = ["-readonly", file, "SELECT count(*) FROM accounts"]
        let refused = try await runTool("sqlite3", query)
        #expect(refused.status != 0)
        #expect(try await service.client.post("/api/v1/signup", json: ["email": "a@example.com"]).status == 201)
        _ = try await service.terminate()
        let answer = try await runTool("sqlite3", query)
        #expect(answer.status == 0)
        #expect(String(decoding: answer.output, as: UTF8.self) == "1\n")
    }

    @Test func `a place that is read-only`() async throws {
        let folder = try TemporaryFolder()
        let place = folder.file("mount")
        try #require(mkdir(place, 0o755) == 0)
        let said = try await complaint(database: "\(place)/app.db", launcher: Self.mounting("-o ro", at: place))
        #expect(said.contains("cannot be opened: Read-only file system"))
    }

    @Test func `a table that does not fit`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        try runElsewhere("CREATE TABLE monitors (id INTEGER PRIMARY KEY, name BLOB)", on: file)
        let said = try await complaint(database: file)
        #expect(said.contains(#"table "monitors", column "name": found name BLOB, wanted "name" TEXT NOT NULL"#))
    }

    @Test func `a full disk answers 503, loses nothing, and is over when there is room`() async throws {
        let folder = try TemporaryFolder()
        let place = folder.file("mount")
        try #require(mkdir(place, 0o755) == 0)
        let service = try await ServiceProcess.start(
            "webhookvault",
            database: "\(place)/app.db",
            launcher: Self.mounting("-o size=100m", at: place)
        )
        // The mount belongs to the process: seen from there. What is left is too little for long.
        let ballast = "/proc/\(service.id)/root\(place)/ballast"
        _ = try await runTool("dd", ["if=/dev/zero", "of=\(ballast)", "bs=1M", "count=96"])
        let client = try await service.client.signedUp()
        let hook = try await client.newHookPath()
        let body = [UInt8](repeating: 0x61, count: 100_000)
        var captured = 0
        var refusal: TestResponse?
        for _ in 0..<100 where refusal == nil {
            let answer = try await service.client.request("POST", hook, body: body)
            if answer.status == 200 { captured += 1 } else { refusal = answer }
        }
        let refused = try #require(refusal, "three megabytes held everything")
        #expect(refused.status == 503)
        #expect(refused.header("Retry-After") != nil)
        #expect(try refused.json["code"]?.stringValue == "storage_unavailable")
        #expect(captured > 5)
        #expect(try await service.client.get("/readyz").status == 503)
        #expect(try await service.client.get("/healthz").status == 200)
        let before = try await client.get("/api/v1/endpoints")
        #expect(before.text.contains("\"request_count\":\(captured)"), "\(before.text)")
        #expect(unlink(ballast) == 0)
        #expect(try await service.client.request("POST", hook, body: body).status == 200)
        var ready = try await service.client.get("/readyz")
        // What was found out a moment ago counts for a second.
        let deadline = ContinuousClock.now + .seconds(10)
        while ready.status != 200, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(50))
            ready = try await service.client.get("/readyz")
        }
        #expect(ready.status == 200, "\(ready.text)")
        #expect(try await client.get("/api/v1/endpoints").text.contains("\"request_count\":\(captured + 1)"))
        #expect(try await service.terminate().status == 0)
    }

    /// A command that mounts a file system at a folder, for the program it then becomes only.
    private static func mounting(_ options: String, at place: String) -> [String] {
        ["unshare", "--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs \(options) tmpfs \(place) && exec \"$@\"", "sh"]
    }
}
