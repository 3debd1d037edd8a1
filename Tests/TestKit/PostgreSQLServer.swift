import Glibc
import ServiceKit

/// A PostgreSQL server of a test's own, from Debian's package, reachable through a socket in a temporary folder only.
///
///     let server = try await PostgreSQLServer.start()
///     let url = try await server.createDatabase("empty")
public final class PostgreSQLServer: Sendable {
    /// The server cannot be started, or refused something.
    public struct Failure: Error, CustomStringConvertible {
        /// What failed, and PostgreSQL's words.
        public let description: String
    }

    private let folder: TemporaryFolder
    private let process: ChildProcess

    private init(folder: TemporaryFolder, process: ChildProcess) {
        self.folder = folder
        self.process = process
    }

    /// Makes a cluster and starts a server on it.
    ///
    /// - Throws: ``Failure`` where the package is missing.
    public static func start() async throws -> PostgreSQLServer {
        let programs = try programs()
        let folder = try TemporaryFolder()
        // It refuses to run as root.
        var launcher: [String] = []
        if geteuid() == 0 {
            guard let user = getpwnam("postgres") else { throw Failure(description: "there is no user postgres: install postgresql") }
            guard chown(folder.path, user.pointee.pw_uid, user.pointee.pw_gid) == 0 else { throw SystemFailure("chown \(folder.path)") }
            launcher = ["setpriv", "--reuid=\(user.pointee.pw_uid)", "--regid=\(user.pointee.pw_gid)", "--clear-groups"]
        }
        let data = folder.file("data")
        let options = ["--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--pgdata=\(data)"]
        let making = launcher + ["\(programs)/initdb"] + options
        let made = try await runTool(making[0], Array(making.dropFirst()))
        guard made.status == 0 else { throw Failure(description: "initdb: \(made.errorText)") }
        let settings = ["listen_addresses=", "unix_socket_directories=\(folder.path)", "fsync=off", "shared_buffers=16MB", "timezone=UTC"]
        let command = launcher + ["\(programs)/postgres", "-D", data] + settings.flatMap { ["-c", $0] }
        let process = try ChildProcess(
            command[0],
            Array(command.dropFirst()),
            environment: ProcessEnvironment.variables,
            input: "/dev/null",
            output: folder.file("output"),
            errors: folder.file("errors")
        )
        let server = PostgreSQLServer(folder: folder, process: process)
        try await server.waitUntilReady()
        return server
    }

    /// Where a database is, for `psql --dbname`.
    public func url(_ database: String) -> String { "postgresql://postgres@/\(database)?host=\(folder.path)" }

    /// Makes an empty database and says where it is.
    @discardableResult
    public func createDatabase(_ name: String, encoding: String = "UTF8") async throws -> String {
        try await query("CREATE DATABASE \"\(name)\" ENCODING '\(encoding)' LOCALE 'C' TEMPLATE template0", in: "postgres")
        return url(name)
    }

    /// The rows that a statement gives, as psql writes them: one a line, columns separated by `|`.
    ///
    /// - Throws: ``Failure`` with what the server says.
    @discardableResult
    public func query(_ sql: String, in database: String) async throws -> String {
        let result = try await psql(["--quiet", "--no-align", "--tuples-only", "--set=ON_ERROR_STOP=1", "--command=\(sql)"], database)
        guard result.status == 0 else { throw Failure(description: "\(sql.prefix(200)): \(result.errorText)") }
        return String(result.text.dropLast(result.text.hasSuffix("\n") ? 1 : 0))
    }

    /// Loads a file as the documentation says: `psql --file`.
    public func load(_ path: String, into database: String) async throws -> ToolResult {
        try await psql(["--quiet", "--file=\(path)"], database)
    }

    private func psql(_ arguments: [String], _ database: String) async throws -> ToolResult {
        try await runTool("psql", ["--no-psqlrc", "--dbname=\(url(database))"] + arguments, within: .seconds(120))
    }

    private func waitUntilReady() async throws {
        let deadline = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < deadline, process.poll() == nil {
            if (try? await query("SELECT 1", in: "postgres")) == "1" { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        let errors = (try? folder.read("errors")).map { String(decoding: $0, as: UTF8.self) } ?? ""
        throw Failure(description: "PostgreSQL does not start: \(errors)")
    }

    /// Where Debian puts what is not for everybody's `PATH`: the newest version of those that are installed.
    private static func programs() throws -> String {
        for version in stride(from: 30, through: 13, by: -1) {
            let folder = "/usr/lib/postgresql/\(version)/bin"
            if access("\(folder)/initdb", X_OK) == 0 { return folder }
        }
        throw Failure(description: "PostgreSQL is not installed: deploy/local/requirements test")
    }

    deinit {
        // Killed, it would leave a piece of shared memory behind; this ends it as quickly (immediate shutdown).
        process.signal(SIGQUIT)
        for _ in 0..<500 where process.poll() == nil { usleep(10_000) }
    }
}
