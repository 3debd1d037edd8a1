import Synchronization

/// The snapshots of a file that are still open, so that closing the file closes them.
final class Snapshots: Sendable {
    private struct State {
        var open: [Reference] = []
        var isClosed = false
    }

    private struct Reference: Sendable {
        weak var snapshot: Snapshot?
    }

    private let state = Mutex(State())

    /// Throws ``DatabaseError/closed`` when the file was closed meanwhile; then so is the snapshot.
    func add(_ snapshot: Snapshot) throws {
        let isClosed = state.withLock { state in
            state.open.removeAll { $0.snapshot == nil }
            if !state.isClosed { state.open.append(Reference(snapshot: snapshot)) }
            return state.isClosed
        }
        guard isClosed else { return }
        snapshot.close()
        throw DatabaseError.closed
    }

    /// Closes all that are open. Waits for the megabyte that one of them is copying.
    func close() {
        let open = state.withLock { state in
            state.isClosed = true
            defer { state.open = [] }
            return state.open.compactMap { $0.snapshot }
        }
        for snapshot in open { snapshot.close() }
    }
}
