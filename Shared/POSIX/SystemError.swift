import Glibc

/// A call of the operating system that failed.
public struct SystemError: Error, Sendable, Equatable, CustomStringConvertible {
    /// As `errno` had it.
    public let number: Int32

    /// - Parameter number: as `errno` has it right after the call.
    public init(_ number: Int32) { self.number = number }

    /// In the system's words.
    public var description: String { Self.text(number) }

    /// The system's words for an error number, such as `No such file or directory`.
    public static func text(_ number: Int32) -> String {
        // Thread-safe in glibc: known errors are constant texts.
        strerror(number).map { String(cString: $0) } ?? "error \(number)"
    }
}
