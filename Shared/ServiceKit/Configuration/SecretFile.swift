import Glibc
import POSIX

/// Why the file of a secret cannot be used.
public struct UnreadableFile: Error, Sendable, Equatable {
    /// The end of a sentence.
    public let reason: String

    /// - Parameter reason: the end of a sentence.
    public init(_ reason: String) { self.reason = reason }
}

/// The file that a `NAME_FILE` variable names, such as a Docker secret.
public enum SecretFile {
    /// The largest file taken for a secret, in bytes: more is a mistake in the path.
    static let limit = 65_536

    /// The text of the file without the line ends that editors put at its end.
    public static func contents(at path: String) throws(UnreadableFile) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw UnreadableFile(SystemError.text(errno)) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var count = 0
        while count < bytes.count {
            let read = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count) }
            guard read >= 0 else { throw UnreadableFile(SystemError.text(errno)) }
            if read == 0 { break }
            count += read
        }
        guard count <= limit else { throw UnreadableFile("it is larger than \(limit) bytes") }
        var text = bytes[..<count]
        while let last = text.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") { text.removeLast() }
        guard !text.isEmpty else { throw UnreadableFile("it is empty") }
        guard let secret = String(validating: text, as: UTF8.self) else { throw UnreadableFile("it is not UTF-8 text") }
        return secret
    }
}
