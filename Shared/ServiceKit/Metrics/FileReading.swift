import Database
import HTTPCore

/// How much room a file takes, and how much is left, at one moment. In bytes; `nil` where it cannot be told.
struct FileReading: Sendable {
    let bytes: Int64?
    let walBytes: Int64
    let freeListBytes: Int64?
    let diskFreeBytes: Int64?

    /// Now.
    init(_ database: DatabaseFile) {
        bytes = FileSystem.size(of: database.path)
        // Without a WAL, nothing is in it.
        walBytes = FileSystem.size(of: database.path + "-wal") ?? 0
        freeListBytes = (try? database.fileSizes()).map { $0.freePages * $0.pageSize }
        diskFreeBytes = FileSystem.room(for: database.path)
    }
}

extension MetricsGroup<FileReading> {
    /// How much room the file takes, and how much is left.
    static func file(_ database: DatabaseFile, in registry: MetricsRegistry) -> MetricsGroup {
        let group = MetricsGroup(registry) { FileReading(database) }
        group.gauge("database_bytes", "Size of the file.") { $0.bytes.map { Double($0) } }
        group.gauge("database_wal_bytes", "Size of the write-ahead log beside the file.") { Double($0.walBytes) }
        group.gauge("database_freelist_bytes", "Room in the file that holds nothing and is used next.") {
            $0.freeListBytes.map { Double($0) }
        }
        group.gauge("database_disk_free_bytes", "Room on the disk of the file.") { $0.diskFreeBytes.map { Double($0) } }
        return group
    }
}
