import Glibc

/// A system call that failed, as an error for people.
enum FileFault {
    /// Reads `errno`, so call it right after the call.
    static func make(_ path: String, _ what: String) -> PostgreSQLExportError {
        // Thread-safe in glibc: the texts of known errors are constants.
        .file(path: path, reason: "\(what): \(strerror(errno).map { String(cString: $0) } ?? "error \(errno)")")
    }
}
