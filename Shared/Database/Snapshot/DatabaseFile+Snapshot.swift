import Synchronization

extension DatabaseFile {
    /// The state of the file now, held while the snapshot lives: every write that returned before the call is in it. Does not hold up writes.
    ///
    /// Throws ``DatabaseError/overloaded`` and ``DatabaseError/closed`` as ``write(_:)`` does.
    public func snapshot() async throws -> Snapshot {
        let opening = SnapshotOpening(path: path)
        // As a write: so it is between two commits, and its place in the archive is exact.
        let snapshot = try await write { [writer] _ in
            let (position, time) = writer.snapshotPosition()
            return Snapshot(of: try opening.begin(), time: time, position: position)
        }
        try snapshots.add(snapshot)
        return snapshot
    }

    /// What the archive did; `nil` without one.
    public var archiveStatistics: ArchiveStatistics? { writer.archiver?.statistics.withLock { $0 } }
}

/// Begins a read transaction on a connection of its own.
private struct SnapshotOpening: Sendable {
    let path: String

    func begin() throws -> Connection {
        let connection = try Connection.reader(path: path)
        do {
            try connection.execute("BEGIN")
            // A transaction begins with its first read.
            _ = try connection.integer("SELECT count(*) FROM sqlite_master")
        } catch {
            connection.close()
            throw error
        }
        return connection
    }
}
