import Glibc

/// The operating system's words for an error number.
enum SystemError {
    static func text(_ number: Int32) -> String {
        // Thread-safe in glibc: known errors are constant texts.
        strerror(number).map { String(cString: $0) } ?? "error \(number)"
    }
}
