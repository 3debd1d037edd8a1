import Glibc
import POSIX

/// A system call that failed, as an error for people.
enum FileFault {
    /// Reads `errno`, so call it right after the call.
    static func make(_ path: String, _ what: String) -> PostgreSQLExportError {
        .file(path: path, reason: "\(what): \(SystemError.text(errno))")
    }
}
