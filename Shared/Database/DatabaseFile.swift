import CSQLite
import Glibc
import Synchronization
import Timekeeping

/// A product's one file: everything it knows.
///
/// - ``write(_:)`` runs closures on the one writer thread, all that wait in one transaction, each in its own savepoint. When it returns,
///   the change is on the disk.
/// - ``read(_:)`` runs on the calling thread with a connection of that thread. For point queries and short lists.
/// - ``scan(_:)`` runs on threads of its own. For exports and analytics.
/// - ``purge()`` leaves nothing of what was deleted in the file.
///
/// A read sees committed changes only, and every change whose `write` returned before the read began.
///
/// One process per file, which a lock beside the file enforces; why is said at ``ProcessLock`` and in
/// `docs/decisions/0002-one-process-per-file.md`.
public final class DatabaseFile: Sendable {
    /// Limits that a service may set. The defaults fit one small server.
    public struct Options: Sendable {
        /// Writes that may wait for the writer, 1–100 000. One more fails with ``DatabaseError/overloaded``.
        public var queueCapacity = 8_192
        /// Where commits are archived before they leave the write-ahead log; `nil` for no archive.
        public var archive: ArchiveOptions?

        /// What is free on the disk of a file, in bytes; `nil` if that is not known.
        typealias Room = @Sendable (_ path: String) -> Int64?
        /// Whom a purge asks. For tests.
        var room: Room = { Disk.room(for: $0) }
        /// The wall clock of commits and snapshots. For tests.
        var now: @Sendable () -> Timestamp = { .now }

        /// The defaults.
        public init() {}
    }

    /// Where the file is: absolute and without symbolic links, whatever path it was opened by.
    public let path: String
    let schema: Schema
    private let lock: Mutex<ProcessLock?>
    let writer: Writer
    let readers: Readers
    let scans = ScanPool()
    let snapshots = Snapshots()

    /// Opens the file, creating it and its folder when missing, and brings its tables up to `schema`.
    ///
    /// Throws ``DatabaseError/inUse(path:process:)`` when another process has it, ``DatabaseError/schemaConflict(path:_:)`` when its tables
    /// do not fit, and ``DatabaseError/unusable(path:reason:)`` for a folder, a damaged file, a read-only place, and an archive that another
    /// process writes to.
    public init(path: String, schema: Schema, options: Options = Options()) throws {
        let (realPath, lock, connection) = try Self.open(path: path, isArchived: options.archive != nil)
        let archiver: Archiver?
        do {
            // Before anything is written, so that what a killed process left in the WAL is archived, and nothing takes its place.
            archiver = try options.archive.map { try Archiver(path: realPath, options: $0, now: options.now) }
            archiver?.watch(connection)
            try schema.apply(to: connection, path: path)
        } catch {
            connection.close()
            throw error
        }
        self.path = realPath
        self.schema = schema
        var limits = Writer.State.Limits()
        limits.capacity = options.queueCapacity
        limits.archiveInterval = options.archive.map { max(1, $0.interval) }
        self.lock = Mutex(lock)
        writer = Writer(
            connection: connection,
            archiver: archiver,
            path: realPath,
            limits: limits,
            room: options.room,
            now: options.now
        )
        readers = Readers(path: realPath)
    }

    /// Queues a write and returns when it is on the disk.
    ///
    /// A closure that throws undoes its own changes only, and its error comes back to its caller. Closures run one after the other on the
    /// writer's thread, so what a closure reads cannot change before it has written. Keep them short: they hold up all other writes. Let
    /// them touch nothing but the connection: one is run a second time when another one's failure (a full disk) cost it its transaction.
    ///
    /// The write is carried out even when the calling task is cancelled meanwhile.
    ///
    /// Throws ``DatabaseError/overloaded`` at once when the queue is full.
    @discardableResult
    public func write<Result: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            let job = WriteJob(body) { continuation.resume(with: $0) }
            do {
                try writer.submit(job)
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    /// Repeats a write as long as it does a whole step's worth, each time in a transaction of its own, so that other writes need not wait for
    /// all of it. Ends between two steps, with a `CancellationError`, when its task is cancelled.
    ///
    /// - Parameters:
    ///   - step: how many rows a write may change.
    ///   - body: changes that many at most, and returns how many they were.
    public func write(inStepsOf step: Int, _ body: @escaping @Sendable (Connection, _ step: Int) throws -> Int) async throws {
        var count: Int
        repeat {
            try Task.checkCancellation()
            count = try await write { try body($0, step) }
        } while count == step
    }

    /// Runs short queries on the calling thread, all in one snapshot.
    ///
    /// The connection is read-only. Calls may be nested; the inner one sees the outer one's snapshot.
    public func read<Result>(_ body: (Connection) throws -> Result) throws -> Result {
        try readers.read(body)
    }

    /// The first row of one query, or `nil` without one, read on the calling thread: ``read(_:)`` for a single query, at two thirds of its cost.
    public func first<T>(_ sql: StaticString, _ arguments: any ValueConvertible..., map: (borrowing Row) throws -> T) throws -> T? {
        try readers.read(isSnapshot: false) { try $0.first(sql, arguments, map: map) }
    }

    /// Runs a long query in one snapshot on a thread that may block.
    ///
    /// Throws ``DatabaseError/overloaded`` when too many scans wait. A scan that runs for hours keeps the WAL from being cut.
    public func scan<Result: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            do {
                try scans.submit { [readers] in
                    continuation.resume(with: Swift.Result { try readers.read(body) })
                }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    /// Writes what waits, updates the planner's statistics, cuts the WAL to nothing and lets go of the file. Later calls fail with
    /// ``DatabaseError/closed``, and so do purges that wait or run. Blocks the calling thread; calling it twice is harmless.
    public func close() {
        scans.close()
        // Writes that wait may still be answered; reads are cut short, because a long one would keep the WAL from being emptied.
        readers.close()
        snapshots.close()
        writer.close()
        lock.withLock { $0 = nil }
    }

    /// What the writer has done so far.
    public var statistics: WriterStatistics { writer.statistics }

    /// Whether a write reaches the disk now: rewrites one page of the file, in a transaction like any other.
    public func probeWrite() async throws {
        // The number is not used for anything (there is no version table, see docs/decisions/0004): setting it is the smallest real write.
        try await write { try $0.execute("PRAGMA user_version = 0") }
    }

    deinit {
        // The last reference may go with the closure of a write, on the writer's own thread.
        guard writer.isOnItsThread else { return close() }
        let held = lock.withLock { lock in
            defer { lock = nil }
            return lock
        }
        Thread.start { [scans, readers, snapshots, writer] in
            scans.close()
            readers.close()
            snapshots.close()
            writer.close()
            withExtendedLifetime(held) {}
        }
    }
}
