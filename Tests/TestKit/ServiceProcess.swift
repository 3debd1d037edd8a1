import FoundationEssentials
public import Glibc
import ServiceKit

/// A release executable of the suite, running as a process of its own on free ports.
///
///     let folder = try TemporaryFolder()
///     let service = try await ServiceProcess.start("cronping", database: folder.file("app.db"))
///     _ = try await service.client.get("/healthz")
///     try await service.kill()
public final class ServiceProcess: Sendable {
    /// How a process ended, and how long that took from the moment it was asked to.
    public struct End: Sendable {
        /// The exit status, or `nil` if a signal ended it.
        public let status: Int32?
        /// From the signal to the end.
        public let duration: Duration
    }

    /// Ends of services that did not live long enough.
    public struct EndedEarly: Error, CustomStringConvertible {
        /// The exit status, or `nil` if a signal ended it.
        public let status: Int32?
        /// What it wrote to standard output and standard error.
        public let output: String

        /// The status, and what it wrote.
        public var description: String { "ended before it was ready, status \(status.map { String($0) } ?? "of a signal"): \(output)" }
    }

    /// A client for it.
    public let client: TestClient
    /// The port for clients.
    public let port: Int
    /// The port for metrics.
    public let adminPort: Int
    /// From the start of the process to the first 200 of `/readyz`.
    public let timeToReady: Duration

    private let process: ChildProcess
    private let folder: TemporaryFolder

    private init(process: ChildProcess, folder: TemporaryFolder, port: Int, adminPort: Int, timeToReady: Duration) {
        self.process = process
        self.folder = folder
        self.port = port
        self.adminPort = adminPort
        self.timeToReady = timeToReady
        client = TestClient(address: "http://127.0.0.1:\(port)")
    }

    /// The path of an executable: in the folder `SUITE_BIN` if that is set, else in `.build/release`.
    public static func executable(_ name: String) -> String {
        let folder = ProcessEnvironment.variables["SUITE_BIN"] ?? ".build/release"
        return "\(folder)/\(name)"
    }

    /// Starts a service and waits until it answers.
    ///
    /// - Parameters:
    ///   - name: the executable.
    ///   - database: its file.
    ///   - environment: more variables; these win.
    ///   - arguments: Default: `serve`.
    ///   - launcher: a command that becomes the service at its end, such as `nice -n 10`. Default: none.
    ///   - path: what has to answer 200. On a small disk, `/readyz` never does, but `/healthz`.
    ///   - limit: how long it may take.
    /// - Throws: ``EndedEarly`` with what it said, ``DeadlineExceeded``.
    public static func start(
        _ name: String,
        database: String,
        environment: [String: String] = [:],
        arguments: [String] = ["serve"],
        until path: String = "/readyz",
        launcher: [String] = [],
        within limit: Duration = .seconds(20)
    ) async throws -> ServiceProcess {
        let folder = try TemporaryFolder()
        let variables = try serviceVariables(database: database).merging(environment) { _, given in given }
        let port = variables["PORT"].flatMap { Int($0) } ?? 0
        let start = ContinuousClock.now
        let command = launcher + [executable(name)] + arguments
        let process = try ChildProcess(
            command[0],
            Array(command.dropFirst()),
            environment: variables,
            input: "/dev/null",
            output: folder.file("output"),
            errors: folder.file("errors")
        )
        try await waitUntilReady(process, folder, port: port, path: path, deadline: start + limit)
        return ServiceProcess(
            process: process,
            folder: folder,
            port: port,
            adminPort: variables["ADMIN_PORT"].flatMap { Int($0) } ?? 0,
            timeToReady: ContinuousClock.now - start
        )
    }

    /// Runs a command of a service, such as `doctor`, to its end.
    public static func run(_ name: String, _ arguments: [String], database: String, environment: [String: String] = [:]) async throws
        -> ToolResult
    {
        let variables = try serviceVariables(database: database).merging(environment) { _, given in given }
        return try await runTool(executable(name), arguments, environment: variables)
    }

    /// Runs a command of a service and ends it with `kill -9` at a random moment of the time that it takes. Returns when it is gone.
    ///
    /// - Parameter duration: how long it takes, about. Where it is faster, it gets to its end.
    public static func runAndKill(
        _ name: String,
        _ arguments: [String],
        within duration: Duration,
        database: String,
        environment: [String: String] = [:]
    ) async throws {
        let seconds = Double.random(in: 0.001...max(0.002, duration / .seconds(1)))
        let variables = try serviceVariables(database: database).merging(environment) { _, given in given }
        // In the foreground: otherwise timeout(1) kills itself as well and does not wait for the command.
        _ = try await runTool(
            "timeout",
            ["--foreground", "--signal=KILL", "\(seconds)", executable(name)] + arguments,
            environment: variables
        )
    }

    /// Its process id.
    public var id: Int32 { process.id }
    /// What it wrote to standard output so far.
    public var output: String { Self.text(folder, "output") }
    /// What it wrote to standard error so far.
    public var errors: String { Self.text(folder, "errors") }
    /// Whether it runs.
    public var isRunning: Bool { process.poll() == nil }
    /// The memory it has in use, in bytes.
    public var residentBytes: Int {
        get throws {
            guard let bytes = ProcessMemory.residentBytes(of: process.id) else {
                throw DeadlineExceeded(description: "process \(process.id) has ended")
            }
            return bytes
        }
    }

    /// Sends a signal.
    public func signal(_ number: Int32) { process.signal(number) }

    /// Ends it at once, as a power cut would (`kill -9`), and waits until it is gone.
    public func kill() async throws {
        process.signal(SIGKILL)
        _ = try await process.waitForEnd(within: .seconds(10))
    }

    /// Asks it to stop (SIGTERM) and waits until it has.
    ///
    /// - Throws: ``DeadlineExceeded`` if it had to be killed.
    public func terminate(signal: Int32 = SIGTERM, within limit: Duration = .seconds(10)) async throws -> End {
        let start = ContinuousClock.now
        process.signal(signal)
        return try await waitForEnd(since: start, within: limit)
    }

    /// Waits until it ends by itself.
    public func waitForEnd(within limit: Duration = .seconds(10)) async throws -> End {
        try await waitForEnd(since: ContinuousClock.now, within: limit)
    }

    private func waitForEnd(since start: ContinuousClock.Instant, within limit: Duration) async throws -> End {
        let end = try await process.waitForEnd(within: limit)
        return End(status: end.status, duration: ContinuousClock.now - start)
    }

    private static func waitUntilReady(
        _ process: ChildProcess,
        _ folder: TemporaryFolder,
        port: Int,
        path: String,
        deadline: ContinuousClock.Instant
    ) async throws {
        let client = TestClient(address: "http://127.0.0.1:\(port)")
        while true {
            if let end = process.poll() {
                throw EndedEarly(status: end.status, output: text(folder, "output") + text(folder, "errors"))
            }
            guard ContinuousClock.now < deadline else { break }
            // Refused as long as nobody listens.
            if let answer = try? await client.get(path), answer.status == 200 { return }
            try await Task.sleep(for: .milliseconds(2))
        }
        process.signal(SIGKILL)
        throw DeadlineExceeded(description: "not ready in time: \(text(folder, "output"))\(text(folder, "errors"))")
    }

    private static func serviceVariables(database: String) throws -> [String: String] {
        [
            "HOST": "127.0.0.1", "PORT": String(try FreePort.find()), "ADMIN_PORT": String(try FreePort.find()), "DATABASE_PATH": database,
            "LOG_LEVEL": "info", "PATH": ProcessEnvironment.variables["PATH"] ?? "",
        ]
    }

    private static func text(_ folder: TemporaryFolder, _ name: String) -> String {
        (try? folder.read(name)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}

extension ChildProcess.End {
    /// The exit status, or `nil` if a signal ended the process.
    var status: Int32? {
        switch self {
        case .exited(let status): status
        case .killed: nil
        }
    }
}
