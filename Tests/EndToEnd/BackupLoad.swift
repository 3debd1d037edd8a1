import Backups
import Glibc
import HTTPCore
import Synchronization
import TestKit
import Testing

/// A webhookvault with an archive, and clients that write to it as fast as they are answered.
final class BackupLoad: Sendable {
    /// Everything that was captured, in the order in which it was committed.
    static let bodies = "SELECT CAST(body AS TEXT) FROM captures ORDER BY id"

    let folder: TemporaryFolder
    let file: String
    let backups: String
    private let round = Atomic(0)
    private let answered = Mutex<Set<String>>([])

    init() throws {
        folder = try TemporaryFolder()
        file = folder.file("app.db")
        backups = folder.file("backups")
        // On a plan that keeps everything: the original's way to get one.
        try runElsewhere(AdoptionTests.originalSchema + AdoptionTests.user("you@example.com", key: "old-key", plan: "business"), on: file)
    }

    /// The writes that were answered so far.
    var acknowledged: Set<String> { answered.withLock { $0 } }

    private var settings: [String: String] { ["BACKUP_DIR": backups, "LOG_LEVEL": "error"] }

    func start() async throws -> ServiceProcess {
        try await ServiceProcess.start("webhookvault", database: file, environment: settings)
    }

    /// Runs a command to its end, of a service that runs or of its file.
    func command(_ arguments: [String], of service: ServiceProcess? = nil) async throws -> ToolResult {
        var environment = settings
        environment["ADMIN_PORT"] = service.map { "\($0.adminPort)" }
        return try await ServiceProcess.run("webhookvault", arguments, database: file, environment: environment)
    }

    /// Runs a command to its end and says how long that took.
    func duration(of arguments: [String]) async throws -> Duration {
        let start = ContinuousClock.now
        let result = try await command(arguments)
        #expect(result.status == 0, "\(result.errorText)")
        return ContinuousClock.now - start
    }

    /// Starts a command and ends it at a random moment of the time that it takes.
    func kill(_ arguments: [String], within duration: Duration) async throws {
        try await ServiceProcess.runAndKill("webhookvault", arguments, within: duration, database: file, environment: settings)
    }

    /// The path of a new endpoint, so that no plan's limit on what is kept is reached.
    func newPath(on service: ServiceProcess) async throws -> String {
        try await service.client.authorized("old-key").newHookPath()
    }

    /// Writes while a body runs, and stops when it is over.
    ///
    /// - Parameter untilKilled: whether the body ends the service, so that requests may fail.
    func run(on service: ServiceProcess, untilKilled: Bool = false, _ body: () async throws -> Void) async throws {
        let path = try await newPath(on: service)
        let number = round.wrappingAdd(1, ordering: .relaxed).newValue
        let end = End()
        let client = service.client
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<16 {
                group.addTask { [self] in
                    var count = 0
                    while !end.isReached {
                        count += 1
                        let body = "\(number)-\(writer)-\(count)-" + String(repeating: "x", count: 200)
                        guard let answer = try? await client.request("POST", path, body: Array(body.utf8)) else {
                            if !untilKilled { Issue.record("no answer") }
                            return
                        }
                        guard answer.status == 200 else {
                            if !untilKilled { Issue.record("\(answer.status) \(answer.text)") }
                            return
                        }
                        answered.withLock { _ = $0.insert(body) }
                    }
                }
            }
            defer { end.reach() }
            try await body()
        }
    }

    /// A few thousand rows, in a service that has been stopped again.
    func fill() async throws {
        let service = try await start()
        let wanted = acknowledged.count + 1_000
        try await run(on: service) { try await wait(forAcknowledged: wanted) }
        #expect(try await service.terminate().status == 0)
    }

    func wait(forAcknowledged count: Int) async throws {
        let deadline = ContinuousClock.now + .seconds(60)
        while acknowledged.count < count {
            guard ContinuousClock.now < deadline else { throw Shortage(answered: acknowledged.count) }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// What is in the file after a restore.
    func bodiesAfterRestore(_ arguments: [String]) async throws -> [String] {
        let restored = try await command(["restore"] + arguments)
        #expect(restored.status == 0, "\(restored.errorText)")
        #expect(try rowsElsewhere("PRAGMA integrity_check", on: file) == ["ok"])
        return try rowsElsewhere(Self.bodies, on: file)
    }

    /// The database in a backup, unpacked by a tool that is not ours.
    func unpacked(_ backup: Backup) async throws -> String {
        let copy = folder.file("unpacked.db")
        let tool = backup.path.hasSuffix(".gz") ? "gzip -dc" : "cat"
        let result = try await runTool("sh", ["-c", "\(tool) \"$1\" > \"$2\"", "sh", backup.path, copy])
        try #require(result.status == 0, "\(result.errorText)")
        return copy
    }

    /// Tells the clients that it is over. In a class, because closures cannot share an atomic value.
    private final class End: Sendable {
        private let value = Atomic(false)

        var isReached: Bool { value.load(ordering: .relaxed) }

        func reach() { value.store(true, ordering: .relaxed) }
    }

    /// The load did not get so far.
    struct Shortage: Error {
        let answered: Int
    }
}
