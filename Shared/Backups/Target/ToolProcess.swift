// Preconcurrency because `environ` is a variable of C. Nothing in this program changes it.
@preconcurrency import Glibc
import POSIX

/// Runs a program of the system to its end. Blocks.
enum ToolProcess {
    /// How it ended.
    struct Result: Sendable, Equatable {
        /// As a shell gives it: 128 and the signal's number for one that was killed.
        let status: Int32
        /// What it wrote; of more than a megabyte, the end.
        let output: String

        /// The last lines of that.
        var lastWords: String { output.suffix(2_000).split(whereSeparator: \.isNewline).suffix(3).joined(separator: "; ") }
    }

    enum Failure: Error, Equatable {
        case notFound
        case notStarted(reason: String)
    }

    /// So many bytes of what it wrote are kept.
    private static let kept = 1 << 20
    /// In milliseconds: how often it is asked whether to go on.
    private static let pace: Int32 = 200
    /// From asking it to stop to making it.
    private static let grace = Duration.milliseconds(500)

    /// - Parameters:
    ///   - program: a path, or a name that is looked up in `PATH`.
    ///   - isCancelled: when it says so, the program and all that it has started are told to stop, and soon after made to.
    /// - Throws: ``Failure``; `CancellationError`.
    static func run(_ program: String, _ arguments: [String], isCancelled: () -> Bool) throws -> Result {
        var pipe: [Int32] = [-1, -1]
        guard Glibc.pipe(&pipe) == 0 else { throw Failure.notStarted(reason: DiskFile.reason()) }
        for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(pipe[0]) }
        let id: pid_t
        do {
            // Closed here in any case: the end is seen when nobody holds it any more.
            defer { close(pipe[1]) }
            id = try start(program, arguments, output: pipe[1])
        }
        let (words, wasStopped) = listen(to: pipe[0], of: id, isCancelled)
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 && errno == EINTR {}
        if wasStopped { throw CancellationError() }
        // The macros of wait(2), which Swift does not import.
        let signal = status & 0x7F
        return Result(status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: String(decoding: words, as: UTF8.self))
    }

    /// Reads to the end, or until the program was made to stop.
    private static func listen(
        to descriptor: Int32,
        of id: pid_t,
        _ isCancelled: () -> Bool
    ) -> (words: ArraySlice<UInt8>, wasStopped: Bool) {
        var words: ArraySlice<UInt8> = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        var end: ContinuousClock.Instant?
        // Also one that has closed its output and lives on: it is waited for.
        defer { if end != nil { kill(-id, SIGKILL) } }
        while true {
            if end == nil && isCancelled() {
                end = .now + grace
                kill(-id, SIGTERM)
            }
            if let end, .now >= end { return (words, true) }
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, pace)
            if ready == 0 || (ready < 0 && errno == EINTR) { continue }
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return (words.suffix(kept), end != nil) }
            words += chunk[..<count]
            if words.count > 2 * kept { words.removeFirst(words.count - kept) }
        }
    }

    private static func start(_ program: String, _ arguments: [String], output: Int32) throws(Failure) -> pid_t {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&files, output, 1)
        posix_spawn_file_actions_adddup2(&files, output, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A process group of its own: Ctrl-C at the service is not for it. Signals as a shell would leave them.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var id = pid_t()
        let words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        let code = posix_spawnp(&id, program, &files, &attributes, words, environ)
        guard code == 0 else {
            throw code == ENOENT ? Failure.notFound : Failure.notStarted(reason: SystemError.text(code))
        }
        return id
    }
}
