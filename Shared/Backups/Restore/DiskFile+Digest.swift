import Cryptography

extension DiskFile {
    /// The SHA-256 of a file that nobody changes, as 64 lowercase hexadecimal digits. Constant memory.
    static func sha256(of path: String) throws -> String {
        var stream = SHA256Stream()
        try FileStream(reading: path).forEachChunk { stream.update($0) }
        return stream.finish().hex
    }
}
