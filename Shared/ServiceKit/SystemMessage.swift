import Glibc

/// The operating system's words for an error number.
func systemMessage(_ number: Int32) -> String {
    // Thread-safe in glibc: the texts of known errors are constants.
    strerror(number).map { String(cString: $0) } ?? "error \(number)"
}
