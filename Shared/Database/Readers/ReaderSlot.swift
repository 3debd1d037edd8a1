import CSQLite
import Synchronization

/// The read-only connection of one thread.
// Unchecked because of the connection: only the owning thread uses it, except to close it, which the phase allows to one party only.
final class ReaderSlot: @unchecked Sendable {
    private enum Phase {
        static let idle = 0
        static let reading = 1
        static let closed = 2
    }

    private let connection: Connection
    private let phase = Atomic(Phase.idle)
    /// How many reads of this thread are inside one another. Touched by the owning thread only.
    private var depth = 0

    init(path: String) throws { connection = try Connection.reader(path: path) }

    /// Runs `body` in one read transaction, so that all its queries see the same state.
    func read<T>(_ body: (Connection) throws -> T) throws -> T {
        if depth == 0 {
            guard phase.compareExchange(expected: Phase.idle, desired: Phase.reading, ordering: .acquiring).exchanged else {
                throw DatabaseError.closed
            }
        }
        depth += 1
        defer {
            depth -= 1
            if depth == 0 { phase.store(Phase.idle, ordering: .releasing) }
        }
        guard depth == 1 else { return try body(connection) }
        try connection.execute("BEGIN")
        defer { connection.rollBack() }
        return try body(connection)
    }

    /// Closes the connection unless a read is running; returns whether it is closed now.
    func closeIfIdle() -> Bool {
        if phase.load(ordering: .acquiring) == Phase.closed { return true }
        guard phase.compareExchange(expected: Phase.idle, desired: Phase.closed, ordering: .acquiringAndReleasing).exchanged else {
            return false
        }
        connection.close()
        return true
    }

    /// Makes a running query fail with SQLITE_INTERRUPT. May be called from any thread while the connection is open.
    func interrupt() {
        guard phase.load(ordering: .acquiring) == Phase.reading else { return }
        sqlite3_interrupt(connection.handle)
    }
}
