/// How much room the file takes, as SQLite counts it.
public struct FileSizes: Sendable, Equatable {
    /// Pages in the file, those included that are still in the WAL only.
    public let pages: Int64
    /// Pages of these that hold nothing.
    public let freePages: Int64
    /// Bytes in a page.
    public let pageSize: Int64
}

extension DatabaseFile {
    /// The sizes now. A short read on the calling thread, not counted among ``ReaderStatistics/reads``.
    public func fileSizes() throws -> FileSizes {
        try readers.read(isCounted: false) { connection in
            FileSizes(
                pages: try connection.integer("PRAGMA page_count") ?? 0,
                freePages: try connection.integer("PRAGMA freelist_count") ?? 0,
                pageSize: try connection.integer("PRAGMA page_size") ?? 0
            )
        }
    }
}
