import Glibc

extension TemporaryFolder {
    /// How often a database file in it and its write-ahead log hold the bytes of a text.
    ///
    /// - Parameter database: the name of the file. Default: `app.db`.
    public func occurrences(of text: String, in database: String = "app.db") throws -> Int {
        let log = "\(database)-wal"
        let logged = try access(file(log), F_OK) == 0 ? read(log) : []
        return try count(text, in: read(database)) + count(text, in: logged)
    }

    private func count(_ text: String, in bytes: [UInt8]) -> Int {
        let wanted = Array(text.utf8)
        guard let first = wanted.first else { return 0 }
        return bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return 0 }
            var count = 0
            var position = 0
            while position + wanted.count <= bytes.count,
                let found = memchr(start + position, Int32(first), bytes.count - wanted.count + 1 - position)
            {
                if memcmp(found, wanted, wanted.count) == 0 { count += 1 }
                position = start.distance(to: UnsafeRawPointer(found)) + 1
            }
            return count
        }
    }
}
