import Database
import Glibc

/// What the counters of a file stand at, at one moment. All but the sizes and the queue only ever go up while the file is open.
struct ActivityCounters: Sendable, Equatable {
    /// Writes committed or failed.
    var writes = 0
    /// Reads, scans among them.
    var reads = 0
    /// Checkpoints and purges that a reader held up.
    var busy = 0
    /// Writes refused because the queue was full.
    var refused = 0
    /// Writes that wait now.
    var queue = 0
    /// The file without its WAL.
    var databaseBytes: Int64 = 0
    /// The WAL beside it.
    var walBytes: Int64 = 0
}

extension ActivityCounters {
    /// As they stand now.
    init(of database: DatabaseFile) {
        let statistics = database.statistics
        writes = statistics.writes
        reads = Int(clamping: database.readerStatistics.reads)
        busy = statistics.busy
        refused = statistics.refused
        queue = statistics.queueDepth
        databaseBytes = Self.size(of: database.path)
        walBytes = Self.size(of: database.path + "-wal")
    }

    /// Asked of the file system and not of SQLite: that would be a read, which would be counted.
    static func size(of path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }
}
