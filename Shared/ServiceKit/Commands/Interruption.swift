import Glibc
import Synchronization

/// Ctrl-C and its like as an error, so that a command that writes copies of all data leaves none behind.
enum Interruption {
    struct Failure: Error, CustomStringConvertible {
        let description = "ended by a signal; nothing is left of the export"
    }

    private static let isMade = Atomic<Bool>(false)

    /// From now on SIGINT, SIGTERM and SIGHUP make ``check()`` throw. A second one of the same kind ends the process at once.
    static func listen() {
        // Now, and not first within a signal handler.
        isMade.store(false, ordering: .relaxed)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            let former = signal(number) { number in
                Interruption.isMade.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
            // As nohup(1) wants it.
            if unsafeBitCast(former, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
        }
    }

    static func check() throws {
        if isMade.load(ordering: .relaxed) { throw Failure() }
    }
}
