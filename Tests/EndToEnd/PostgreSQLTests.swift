import Glibc
import HTTPCore
import PostgreSQLExport
import TestKit
import Testing

/// The way out, with release executables and a real PostgreSQL.
@Suite(.serialized) struct PostgreSQLTests {
    @Test(arguments: ["documint", "cronping", "flagbit", "webhookvault"])
    func `a product's file loads into PostgreSQL and is verified there, and a change there is found`(service: String) async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        let process = try await ServiceProcess.start(service, database: file)
        try await Self.use(service, process.client)
        #expect(try await process.terminate().status == 0)

        let dump = folder.file("dump.sql")
        let exported = try await ServiceProcess.run(service, ["export-postgres", "--output", dump], database: file)
        #expect(exported.status == 0, "\(exported.errorText)")
        let server = try await PostgreSQLServer.start()
        let url = try await server.createDatabase(service)
        let loaded = try await server.load(dump, into: service)
        #expect(loaded.status == 0, "\(loaded.errorText)")
        let verify = ["export-postgres", "--output", dump, "--verify", url]
        let same = try await ServiceProcess.run(service, verify, database: file)
        #expect(same.status == 0, "\(same.text)\(same.errorText)")
        #expect(try await server.query("SELECT email FROM accounts", in: service) == "you@example.com")
        try await server.query("UPDATE accounts SET plan = 'business'", in: service)
        let different = try await ServiceProcess.run(service, verify, database: file)
        #expect(different.status == 1)
        #expect(different.text.contains("DIFFERENT"))
        #expect(different.text.contains("1 of "))
    }

    /// Leaves something of everything in the file: signs up, and writes what each product is for.
    private static func use(_ service: String, _ client: TestClient) async throws {
        let client = try await client.signedUp()
        let odd = Array("tab\t, line\n, back\\slash, \\N, \\., 'quotes', \u{0}, ü".utf8) + [0xFF, 0xFE]
        switch service {
        case "cronping":
            let path = try await client.newPingPath()
            #expect(try await client.request("POST", path, headers: ["User-Agent": "odd\\N 'agent'"], body: odd).status == 200)
        case "webhookvault":
            let path = try await client.newHookPath()
            #expect(try await client.request("POST", path + "?a=%00&b=%5CN", body: odd).status == 200)
        case "flagbit":
            #expect(try await client.post("/api/v1/projects", json: ["name": "back\\N 'ü'"]).status == 201)
        default: break
        }
    }

    @Test func `a running service is exported by a backup of it, and goes on`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        let process = try await ServiceProcess.start("cronping", database: file)
        try await Self.use("cronping", process.client)
        let result = try await ServiceProcess.run(
            "cronping",
            ["export-postgres", "--output", folder.file("dump.sql")],
            database: file,
            environment: ["ADMIN_PORT": "\(process.adminPort)"]
        )
        #expect(result.status == 0, "\(result.errorText)")
        let manifest = try DumpManifest(ofFileAt: folder.file("dump.sql"))
        #expect(manifest.tables.first { $0.name == "pings" }?.rows == 1)
        try await Self.expectNoCopies(in: folder)
        #expect(try await process.client.get("/readyz").status == 200)
        #expect(try await process.terminate().status == 0)
    }

    @Test(arguments: [
        "exec 3<&-",
        "kill -TERM $id; cat <&3 > /dev/null",
        "kill -HUP $id; cat <&3 > /dev/null",
    ])
    func `an export whose reader goes away, or that gets a signal, leaves no copy of the data`(end: String) async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        // Much more than a pipe holds: when the first byte is there, the export is at work, and cannot be done.
        try await Self.fill(file, rows: 20_000)
        let process = try await ServiceProcess.start("cronping", database: file)
        let script = """
            mkfifo "$0" && { "$@" > "$0" & id=$!; exec 3< "$0"; head -c 1 <&3 > /dev/null; \(end); wait $id; }
            """
        let result = try await runTool(
            "sh",
            ["-c", script, folder.file("pipe"), ServiceProcess.executable("cronping"), "export-postgres", "--output", "-"],
            environment: ["DATABASE_PATH": file, "ADMIN_PORT": "\(process.adminPort)"]
        )
        #expect(result.status == 1, "\(result.errorText)")
        #expect(result.errorText.contains(end.hasPrefix("kill") ? "ended by a signal" : "Broken pipe"), "\(result.errorText)")
        try await Self.expectNoCopies(in: folder)
        #expect(try await process.terminate().status == 0)
    }

    @Test func `what a killed export left beside the file is removed when the service starts`() async throws {
        let folder = try TemporaryFolder()
        #expect(mkdir(folder.file(".export"), 0o700) == 0)
        try folder.write("all data".utf8, to: ".export/app.db")
        let process = try await ServiceProcess.start("cronping", database: folder.file("app.db"))
        #expect(access(folder.file(".export"), F_OK) != 0)
        #expect(try await process.terminate().status == 0)
    }

    @Test func `the file of the data is never replaced by its export`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        try await Self.fill(file, rows: 10)
        #expect(symlink(file, folder.file("link.sql")) == 0)
        for place in [file, file + "-wal", file + ".lock", folder.file("link.sql")] {
            let result = try await ServiceProcess.run("cronping", ["export-postgres", "--output", place], database: file)
            #expect(result.status == 1)
            #expect(result.errorText.contains("this belongs to the data that is exported"), "\(result.errorText)")
        }
        #expect(try rowsElsewhere("SELECT count(*) FROM pings", on: file) == ["10"])
    }

    /// Neither the unpacked backup nor the backup itself, of a service that makes none by itself.
    private static func expectNoCopies(in folder: TemporaryFolder) async throws {
        #expect(access(folder.file(".export"), F_OK) != 0, "the copy of the backup is left")
        let backups = try await runTool("ls", [folder.file("backups")])
        #expect(!backups.text.contains("cronping-"), "\(backups.text)")
    }

    @Test func `kill -9 at ten random moments of an export leaves no half file, and the live file intact`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        try await Self.fill(file, rows: 100_000)
        let dump = folder.file("dump.sql")
        let command = ["export-postgres", "--output", dump]
        let start = ContinuousClock.now
        #expect(try await ServiceProcess.run("cronping", command, database: file).status == 0)
        let duration = ContinuousClock.now - start
        let whole = try DumpManifest(ofFileAt: dump)
        for round in 0..<10 {
            // An older export is there in half of the rounds.
            if round.isMultiple(of: 2) {
                unlink(dump)
                unlink(DumpManifest.path(besideFileAt: dump))
            }
            try await ServiceProcess.runAndKill("cronping", command, within: duration, database: file)
            guard access(dump, F_OK) == 0 else { continue }
            #expect(try DumpManifest(ofFileAt: dump).tables == whole.tables)
        }
        #expect(try rowsElsewhere("PRAGMA integrity_check", on: file) == ["ok"])
        #expect(try rowsElsewhere("SELECT count(*) FROM pings", on: file) == ["100000"])
        #expect(try await ServiceProcess.run("cronping", command, database: file).status == 0)
    }

    @Test func `a million rows are exported with less than 60 MB of memory`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        try await Self.fill(file, rows: 1_000_000)
        // The largest resident size of the children, in KiB (getrusage(2)).
        let script = """
            import resource, subprocess, sys
            status = subprocess.call(sys.argv[1:])
            print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
            sys.exit(status)
            """
        let program = ServiceProcess.executable("cronping")
        let result = try await runTool(
            "python3",
            ["-c", script, program, "export-postgres", "--output", folder.file("dump.sql")],
            environment: ["DATABASE_PATH": file],
            within: .seconds(180)
        )
        #expect(result.status == 0, "\(result.errorText)")
        let kibibytes = try #require(result.text.split(separator: "\n").last.flatMap { Int($0) })
        #expect(kibibytes * 1_024 < 60_000_000)
        #expect(try DumpManifest(ofFileAt: folder.file("dump.sql")).tables.first { $0.name == "pings" }?.rows == 1_000_000)
    }

    /// A file of cronping with one monitor and its pings, more than any plan keeps.
    private static func fill(_ file: String, rows: Int) async throws {
        let process = try await ServiceProcess.start("cronping", database: file)
        _ = try await process.client.signedUp().newPingPath()
        #expect(try await process.terminate().status == 0)
        try runElsewhere(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(rows))
            INSERT INTO pings (monitor_id, number, kind, received_at, method, user_agent, body)
            SELECT (SELECT min(id) FROM monitors), i, 'success', 1795682700000 + i, 'POST', 'curl/8.1', randomblob(40) FROM n
            """,
            on: file
        )
    }
}
