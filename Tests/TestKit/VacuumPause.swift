import CSQLite
import Glibc
import Synchronization

/// Holds a connection in the middle of `VACUUM`, so that a test can do something meanwhile.
public final class VacuumPause: Sendable {
    private let reached = Atomic(false)
    private let over = Atomic(false)

    /// A pause that no connection makes yet.
    public init() {}

    /// Has a connection make the pause the next time. To be called on the thread that the connection belongs to.
    ///
    /// - Parameter connection: SQLite's handle.
    public func install(on connection: OpaquePointer) {
        // Never released: the connection may ask as long as it is open.
        let pause = Unmanaged.passRetained(self).toOpaque()
        sqlite3_set_authorizer(
            connection,
            { pause, action, _, _, _, _ in
                // VACUUM attaches the file that it copies to, and nobody else attaches one.
                guard action == SQLITE_ATTACH, let pause else { return SQLITE_OK }
                Unmanaged<VacuumPause>.fromOpaque(pause).takeUnretainedValue().hold()
                return SQLITE_OK
            },
            pause
        )
    }

    /// Whether it has begun.
    public var isReached: Bool { reached.load(ordering: .acquiring) }

    /// Returns when it has begun.
    public func wait() async {
        while !isReached { await Task.yield() }
    }

    /// Ends it, or lets it not take place.
    public func end() { over.store(true, ordering: .releasing) }

    private func hold() {
        reached.store(true, ordering: .releasing)
        while !over.load(ordering: .acquiring) { usleep(1_000) }
    }
}
