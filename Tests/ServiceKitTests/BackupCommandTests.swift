import ArgumentParser
import Backups
import Database
import Glibc
import HTTPCore
import NIOPosix
import TestKit
import Testing
import Timekeeping

@testable import ServiceKit

/// The commands on a file of a stopped service, and what they ask of a running one.
struct BackupCommandTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("app.db")
    }

    private func settings(adminPort: Int? = nil) throws -> ServiceConfiguration {
        var environment = ["DATABASE_PATH": path, "BACKUP_DIR": folder.file("backups")]
        environment["ADMIN_PORT"] = adminPort.map { "\($0)" }
        return try ProductConfiguration<Notebook>(environment: environment).service
    }

    private func add(_ text: String) async throws {
        let database = try DatabaseFile(path: path, schema: Notebook.fileSchema, options: try settings().databaseOptions)
        defer { database.close() }
        try await database.write { connection in
            _ = try connection.execute("INSERT INTO notes (text, created_at) VALUES (?, 0)", text)
        }
    }

    @Test("a stopped service is backed up, and restored to where it was")
    func roundTrip() async throws {
        try await add("one")
        let backup = try await BackupCommand<Notebook>.make(try settings())
        #expect(backup.manifest.product == "notebook")
        try await add("two")
        let outcome = try RestoreCommand<Notebook>.restore(.file(backup.path, needsManifest: true), try settings(), isDryRun: false)
        #expect(outcome.rowCounts["notes"] == 1)
        #expect(try rowsElsewhere("SELECT text FROM notes", on: path) == ["one"])
        #expect(try BackupList(folder: folder.file("backups")).text.contains(backup.path))
    }

    @Test("a backup adds no table, and makes no file where there is none")
    func changesNothing() async throws {
        await #expect(throws: DatabaseError.self) { try await BackupCommand<Notebook>.make(try settings()) }
        #expect(FileSystem.size(of: path) == nil)
        try DatabaseFile(path: path, schema: Schema([Table("other", columns: [.identity()])])).close()
        #expect(try await BackupCommand<Notebook>.make(try settings()).manifest.rowCounts == ["other": 0])
    }

    @Test("a running service makes the backup itself, also the one that a restore of it refuses to replace")
    func running() async throws {
        let made = try await TestService<Notebook>.run(
            environment: ["BACKUP_DIR": folder.file("backups")],
            database: path
        ) { service in
            let settings = try settings(adminPort: service.ports.admin)
            let backup = try await BackupCommand<Notebook>.make(settings)
            let error = #expect(throws: DatabaseError.self) {
                try RestoreCommand<Notebook>.restore(.latest, settings, isDryRun: true)
            }
            if case .inUse? = error {} else { Issue.record("\(error.map { "\($0)" } ?? "nothing")") }
            return backup
        }
        #expect(try RestoreCommand<Notebook>.restore(.file(made.path, needsManifest: true), try settings(), isDryRun: true).isDryRun)
    }

    @Test("a running service whose admin port is another one is named as the reason")
    func unreachable() async throws {
        let database = try DatabaseFile(path: path, schema: Notebook.fileSchema)
        defer { database.close() }
        let settings = try settings(adminPort: try FreePort.find())
        let error = try await #require(throws: AdminRequest.Failure.self) { try await BackupCommand<Notebook>.make(settings) }
        #expect(error.description.contains("ADMIN_PORT"))
    }

    @Test("on the admin port, a backup needs the media type that no web page can send unasked")
    func adminRoute() async throws {
        try await TestService<Notebook>.run(environment: ["BACKUP_DIR": folder.file("backups")], database: path) { service in
            let admin = TestClient(address: "http://127.0.0.1:\(service.ports.admin)")
            #expect(try await admin.request("POST", "/backup").status == 415)
            #expect(
                try await admin.request("POST", "/backup", headers: ["Content-Type": "text/plain"], body: Array("{}".utf8)).status == 415
            )
            #expect(try await admin.post("/backup", json: ["unknown": 1]).status == 400)
            #expect(try await admin.get("/backup").status == 405)
            #expect(try await service.client.post("/backup", json: [:]).status == 404, "it is not for clients")
            let answer = try await admin.post("/backup", json: [:])
            #expect(answer.status == 201, "\(answer.text)")
            #expect(try answer.json["path"]?.stringValue?.hasPrefix(folder.file("backups")) == true)
            #expect(try answer.json["manifest"]?["product"]?.stringValue == "notebook")
            #expect(try await admin.get("/capacity").status == 405)
            #expect(try await admin.request("POST", "/capacity").status == 415)
            #expect(try await admin.post("/capacity", json: ["unknown": 1]).status == 400)
            #expect(try await admin.post("/capacity", json: [:]).status == 200)
        }
    }

    @Test("a copy goes to a file or into a folder, with its manifest")
    func copy() async throws {
        try await add("one")
        let backup = try await BackupCommand<Notebook>.make(try settings())
        let file = try backup.copy(to: folder.file("copy.db.gz"))
        #expect(try folder.read("copy.db.gz").count == Int(backup.manifest.fileBytes))
        #expect(
            try RestoreCommand<Notebook>.restore(.file(file, needsManifest: true), try settings(), isDryRun: true).rowCounts["notes"] == 1
        )
        let second = try TemporaryFolder()
        #expect(try backup.copy(to: second.path).hasPrefix(second.path + "/notebook-"))
        // Onto itself: nothing is lost.
        _ = try backup.copy(to: backup.path)
        #expect(access(backup.path + ".json", F_OK) == 0)
        #expect(throws: RestoreError.self) { try backup.copy(to: "/no/such/folder/copy") }
    }

    @Test(
        "a moment is a time with its offset, or seconds since 1970",
        arguments: [
            ("2026-11-26T09:30:00Z", 1_795_685_400_000), ("2026-11-26T10:30:00.250+01:00", 1_795_685_400_250),
            ("1795685400", 1_795_685_400_000), ("1795685400.25", 1_795_685_400_250), ("1795685400000", nil), ("yesterday", nil),
            ("2026-11-26", nil), ("2026-11-26T09:30:00", nil), ("-1", nil), ("", nil),
        ] as [(String, Int64?)]
    )
    func moments(text: String, milliseconds: Int64?) {
        #expect(RestoreCommand<Notebook>.moment(text)?.milliseconds == milliseconds)
    }

    @Test(
        "a restore has to be told what, once",
        arguments: [[], ["a.db", "--latest"], ["--latest", "--at", "0"], ["--latest", "--no-manifest"], ["--at", "noon"]]
    )
    func choices(arguments: [String]) {
        #expect(throws: (any Error).self) { try RestoreCommand<Notebook>.parse(arguments) }
    }

    @Test(
        "a file, the latest state or a moment is taken",
        arguments: [["a.db", "--no-manifest"], ["--latest", "--dry-run"], ["--at", "0"]]
    )
    func accepted(arguments: [String]) throws {
        _ = try RestoreCommand<Notebook>.parse(arguments)
    }
}
