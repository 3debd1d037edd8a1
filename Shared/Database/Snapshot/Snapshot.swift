import CSQLite
import Glibc
import Synchronization
public import Timekeeping

// Unchecked because of the connection and who may cancel its use: they are used and closed with `use` held only.
/// The state of the file at a moment, which stays as it is while writes go on. As long as it lives, the WAL cannot be cut.
public final class Snapshot: @unchecked Sendable {
    /// The moment, by the clock of the archive: every commit at or before it is in, none after.
    public let time: Timestamp
    /// Where the archive leads on from this state; `nil` without an archive, and while it cannot be written.
    public let position: ArchivePosition?

    private let connection: Connection
    private let use = Mutex(false)
    private let isClosing = Atomic(false)
    private var isCancelled: () -> Bool = { false }

    /// - Parameter connection: inside a read transaction, and used by nobody else.
    init(of connection: Connection, time: Timestamp, position: ArchivePosition?) {
        self.connection = connection
        self.time = time
        self.position = position
        let look: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { snapshot in
            guard let snapshot else { return 0 }
            let this = Unmanaged<Snapshot>.fromOpaque(snapshot).takeUnretainedValue()
            return this.isClosing.load(ordering: .relaxed) || this.isCancelled() ? 1 : 0
        }
        sqlite3_progress_handler(connection.handle, 1_000, look, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit { close() }

    /// Copies the file as it was into a new one that stands alone, without a WAL, and returns when it is on the disk. Blocks; takes a few
    /// megabytes of memory, however large the file is.
    ///
    /// Throws a `CancellationError` when it was cancelled, and ``DatabaseError``; what was copied until then is left behind.
    ///
    /// - Parameters:
    ///   - path: of a file that does not exist yet, or is empty.
    ///   - isCancelled: asked after each megabyte.
    public func copy(to path: String, isCancelled: () -> Bool = { false }) throws {
        try withConnection { try $0.copy(to: path) { try stop(isCancelled()) } }
    }

    /// How many rows each table has, SQLite's own left out. Blocks.
    ///
    /// Throws a `CancellationError` when it was cancelled, and ``DatabaseError``.
    ///
    /// - Parameter isCancelled: asked after each few hundred rows.
    public func rowCounts(isCancelled: () -> Bool = { false }) throws -> [String: Int64] {
        try withoutActuallyEscaping(isCancelled) { isCancelled in
            try withConnection { connection in
                self.isCancelled = isCancelled
                defer { self.isCancelled = { false } }
                do {
                    return try connection.rowCounts()
                } catch DatabaseError.sqlite where isCancelled() {
                    throw CancellationError()
                }
            }
        }
    }

    /// Lets go of it; whoever still copies it gets ``DatabaseError/closed``. Calling it twice is harmless.
    public func close() {
        isClosing.store(true, ordering: .relaxed)
        use.withLock { isClosed in
            if !isClosed { connection.close() }
            isClosed = true
        }
    }

    private func withConnection<T: Sendable>(_ body: (Connection) throws -> T) throws -> T {
        do {
            return try use.withLock { isClosed in
                if isClosed { throw DatabaseError.closed }
                return try body(connection)
            }
        } catch DatabaseError.sqlite where isClosing.load(ordering: .relaxed) {
            throw DatabaseError.closed
        }
    }

    private func stop(_ isCancelled: Bool) throws {
        if isClosing.load(ordering: .relaxed) { throw DatabaseError.closed }
        if isCancelled { throw CancellationError() }
    }
}
