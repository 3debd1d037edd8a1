/// What SQLite finds in a WAL when it recovers: everything up to the last whole commit.
struct WALScan {
    /// Before the first frame.
    let start: WALMark
    /// After the last frame of the last commit.
    let end: WALMark
    /// After each frame.
    private let checksums: [WALChecksum]

    /// - Parameter path: of the database file.
    init(of path: String) throws {
        guard let wal = try WALFile.existing(at: path + "-wal"), let header = try wal.header() else {
            (start, end, checksums) = (.none, .none, [])
            return
        }
        var end = header.mark
        var checksums: [WALChecksum] = []
        _ = try wal.read(header, from: header.mark) { mark, frame, _ in
            checksums.append(mark.checksum)
            if frame.databasePages > 0 { end = mark }
        }
        (start, self.end, self.checksums) = (header.mark, end, checksums)
    }

    /// Whether everything up to this mark is in it.
    func holds(_ mark: WALMark) -> Bool {
        guard mark.salts == end.salts, mark.salts != .none, mark.frame <= end.frame else { return false }
        return (mark.frame == 0 ? start.checksum : checksums[mark.frame - 1]) == mark.checksum
    }
}
