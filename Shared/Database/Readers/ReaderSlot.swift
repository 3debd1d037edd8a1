import CSQLite
import Synchronization

/// The read-only connection of one thread.
// Unchecked because of the connection: only the owning thread uses it, except to close and to interrupt it, for which there is `closing`.
final class ReaderSlot: @unchecked Sendable {
    private enum Phase {
        static let idle = 0
        static let reading = 1
        static let closed = 2
    }

    private let connection: Connection
    private let phase = Atomic(Phase.idle)
    /// Held while the connection is closed and while it is interrupted: a thread that ends closes its own, and SQLite must not be given
    /// a handle that is gone. Reading does without it.
    private let closing = Mutex(())
    /// How many reads of this thread are inside one another. Touched by the owning thread only.
    private var depth = 0
    /// Reads begun. Only the owning thread adds to it, in a place that no other thread writes: counting must not make readers wait for
    /// one another.
    private let count = Atomic<UInt64>(0)

    /// Reads begun so far. May be asked from any thread.
    var reads: UInt64 { count.load(ordering: .relaxed) }

    init(path: String) throws { connection = try Connection.reader(path: path) }

    /// Runs `body`.
    ///
    /// - Parameters:
    ///   - isSnapshot: whether in one read transaction, so that all its queries see the same state. For one query, SQLite sees to that itself.
    ///   - isCounted: whether it is one of ``reads``.
    func read<T>(isSnapshot: Bool, isCounted: Bool, _ body: (Connection) throws -> T) throws -> T {
        if depth == 0 {
            guard phase.compareExchange(expected: Phase.idle, desired: Phase.reading, ordering: .acquiring).exchanged else {
                throw DatabaseError.closed
            }
            // Not an atomic addition, which costs several times as much: nobody else writes it.
            if isCounted { count.store(count.load(ordering: .relaxed) &+ 1, ordering: .relaxed) }
        }
        depth += 1
        defer {
            depth -= 1
            if depth == 0 { phase.store(Phase.idle, ordering: .releasing) }
        }
        guard isSnapshot, depth == 1 else { return try body(connection) }
        try connection.execute("BEGIN")
        defer { endTransaction() }
        return try body(connection)
    }

    private func endTransaction() {
        // An interrupt that was meant for the query before may hit the ROLLBACK. The next one then goes through.
        for _ in 0..<10 where connection.isInTransaction { _ = try? connection.execute("ROLLBACK") }
    }

    /// Closes the connection unless a read is running; returns whether it is closed now.
    func closeIfIdle() -> Bool {
        closing.withLock { _ in
            let (wasIdle, before) = phase.compareExchange(expected: Phase.idle, desired: Phase.closed, ordering: .acquiringAndReleasing)
            if wasIdle { connection.close() }
            return wasIdle || before == Phase.closed
        }
    }

    /// Makes a running query fail with SQLITE_INTERRUPT. May be called from any thread at any time.
    func interrupt() {
        closing.withLock { _ in
            // Stays open as long as the lock is held, even if the read ends meanwhile.
            if phase.load(ordering: .acquiring) == Phase.reading { sqlite3_interrupt(connection.handle) }
        }
    }
}
