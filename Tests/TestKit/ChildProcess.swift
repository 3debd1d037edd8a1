import Glibc
import NIOPosix
import Synchronization

/// A process of the operating system that a test starts. Killed when the last reference to it goes.
final class ChildProcess: Sendable {
    /// How a process ended.
    enum End: Sendable, Equatable {
        case exited(status: Int32)
        case killed(signal: Int32)
    }

    let id: pid_t
    private let end = Mutex<End?>(nil)

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: a path, or a name that is looked up in `PATH`.
    ///   - environment: all its variables.
    ///   - input: the file it reads from.
    ///   - output: the file its output is appended to; created when missing.
    ///   - errors: the same for what it complains about.
    init(_ program: String, _ arguments: [String], environment: [String: String], input: String, output: String, errors: String) throws {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&files, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A process group of its own: Ctrl-C at the test runner is not for it. Signals as a shell would leave them.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var id = pid_t()
        let code = Self.withStrings([program] + arguments) { arguments in
            Self.withStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
                posix_spawnp(&id, program, &files, &attributes, arguments, environment)
            }
        }
        guard code == 0 else { throw SystemFailure("start \(program)", code: code) }
        self.id = id
    }

    /// Sends a signal, unless the process has ended and been waited for.
    func signal(_ number: Int32) {
        end.withLock { end in
            if end == nil { kill(id, number) }
        }
    }

    /// How it ended, or `nil` if it runs.
    func poll() -> End? {
        end.withLock { end in
            if let end { return end }
            var status: Int32 = 0
            guard waitpid(id, &status, WNOHANG) == id else { return nil }
            // The macros of wait(2), which Swift does not import.
            let signal = status & 0x7F
            end = signal == 0 ? .exited(status: (status >> 8) & 0xFF) : .killed(signal: signal)
            return end
        }
    }

    /// Waits until it has ended, and kills it when that takes longer than `limit`.
    ///
    /// - Throws: ``DeadlineExceeded`` if it had to be killed.
    func waitForEnd(within limit: Duration) async throws -> End {
        let deadline = ContinuousClock.now + limit
        while true {
            if let end = poll() { return end }
            guard ContinuousClock.now < deadline else { break }
            try await Task.sleep(for: .milliseconds(2))
        }
        signal(SIGKILL)
        throw DeadlineExceeded(description: "process \(id) did not end within \(limit)")
    }

    deinit {
        guard poll() == nil else { return }
        kill(id, SIGKILL)
        waitpid(id, nil, 0)
    }

    private static func withStrings<R>(_ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R) -> R {
        let pointers = strings.map { strdup($0) }
        defer { pointers.forEach { free($0) } }
        return body(pointers + [nil])
    }
}
