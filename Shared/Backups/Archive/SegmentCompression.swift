import Cryptography

/// Compresses segments of the archive to which nothing will be added: pages of a database shrink to a third or less.
enum SegmentCompression {
    private static let suffix = ".gz"
    private static let draftSuffix = ".gz.partial"

    /// Compresses a segment in place, and returns when that is on the disk. At any moment one of the two files is there, whole.
    static func compress(_ path: String, isCancelled: () -> Bool = { false }) throws {
        let draft = path + draftSuffix
        do {
            try Gzip.compress(path, to: draft, isCancelled: isCancelled)
            try Gzip.compare(draft, with: path, isCancelled: isCancelled)
            try DiskFile.move(draft, to: path + suffix)
        } catch {
            try? DiskFile.remove(draft)
            throw error
        }
        try DiskFile.syncFolder(of: path)
        try DiskFile.remove(path)
    }

    /// Unpacks a compressed segment for a reader of the archive.
    ///
    /// - Parameters:
    ///   - path: the compressed segment.
    ///   - prefix: what the path of the unpacked one begins with.
    /// - Returns: the path of a new file, which the reader removes.
    /// - Throws: ``GzipError``, or an error that names the file that cannot be read or written.
    static func decompress(_ path: String, to prefix: String) throws -> String {
        let plain = "\(prefix)-\(try RandomToken.base62(count: 12))"
        do {
            try Gzip.decompress(path, to: plain)
        } catch {
            try? DiskFile.remove(plain)
            throw error
        }
        return plain
    }

    /// Removes a segment, and what a killed process left of compressing it.
    static func remove(_ path: String) throws {
        // The plain one is the last to go: alone, the others do not count or are whole.
        for suffix in [draftSuffix, suffix, ""] { try DiskFile.remove(path + suffix) }
    }
}
