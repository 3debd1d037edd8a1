// Preconcurrency because `environ` is a variable of C. Nothing in this program changes it.
@preconcurrency import Glibc
import POSIX

/// PostgreSQL's own client, which knows all ways to reach a server.
struct PSQL {
    /// A path, or a name that is looked up in `PATH`.
    let program: String

    /// Runs statements one by one on one connection, up to the first that fails. What it complains about goes to standard error.
    ///
    /// - Returns: the rows, one a line, their columns separated by `|`.
    /// - Throws: ``PostgreSQLExportError/client(reason:)``
    func run(address: DatabaseAddress, statements: [String]) throws -> String {
        // No settings of the user's own. Quiet: only the rows.
        let options = ["--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--field-separator=|", "--set=ON_ERROR_STOP=1"]
        let arguments = [program] + options + ["--dbname=\(address.text)"] + statements.map { "--command=\($0)" }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw FileFault.make(program, "cannot be started") }
        defer { close(ends[0]) }
        // Else psql would hold the reading end, too, or a program that is started meanwhile the writing end.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let process: pid_t
        do {
            defer { close(ends[1]) }
            process = try start(arguments, password: address.password, output: ends[1])
        }
        let output = Self.readAll(ends[0])
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        // The macros of wait(2), which Swift does not import: ended by itself, with status 0.
        guard status == 0 else {
            throw PostgreSQLExportError.client(reason: "the database could not be compared; what psql says about it stands above")
        }
        return String(decoding: output, as: UTF8.self)
    }

    private func start(_ arguments: [String], password: String?, output: Int32) throws -> pid_t {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO)
        let pointers = arguments.map { strdup($0) }
        let variables = Self.variables(password: password).map { strdup($0) }
        defer { (pointers + variables).forEach { free($0) } }
        var process = pid_t()
        let code = posix_spawnp(&process, program, &files, nil, pointers + [nil], variables + [nil])
        guard code == 0 else {
            let reason =
                code == ENOENT
                ? "there is no program \(program) here: install PostgreSQL's client (Debian: apt-get install postgresql-client)"
                : "\(program) cannot be started: \(SystemError.text(code))"
            throw PostgreSQLExportError.client(reason: reason)
        }
        return process
    }

    /// Those of this process, with this password in the place of another one.
    private static func variables(password: String?) -> [String] {
        var variables: [String] = []
        var next = environ
        while let variable = next.pointee {
            variables.append(String(cString: variable))
            next += 1
        }
        guard let password else { return variables }
        return variables.filter { !$0.hasPrefix("PGPASSWORD=") } + ["PGPASSWORD=\(password)"]
    }

    private static func readAll(_ descriptor: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
        }
    }
}
