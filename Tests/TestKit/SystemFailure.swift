import Glibc
import POSIX

/// A system call that failed where a test needs it to work.
public struct SystemFailure: Error, CustomStringConvertible {
    /// What failed, and why.
    public let description: String

    /// Reads `errno`, so make it right after the call.
    init(_ call: String, code: Int32 = errno) {
        description = "\(call): \(SystemError.text(code))"
    }
}

/// A thing that did not happen within the time a test gives it.
public struct DeadlineExceeded: Error, CustomStringConvertible {
    /// What was waited for.
    public let description: String
}
