import Glibc
import Synchronization

/// The read-only connections of a file, one for each thread that reads: no hop to another thread, no lock, no waiting for one another.
final class Readers: Sendable {
    private struct State {
        var slots: [ObjectIdentifier: ReaderSlot] = [:]
        var isClosed = false
    }

    /// What a thread keeps: its slot, and where to sign off when the thread ends.
    private final class Ticket: Sendable {
        let slot: ReaderSlot
        let readers: Readers

        init(slot: ReaderSlot, readers: Readers) {
            self.slot = slot
            self.readers = readers
        }
    }

    private let path: String
    private let key: pthread_key_t
    private let state = Mutex(State())

    init(path: String) {
        self.path = path
        var key = pthread_key_t()
        // The system's thread pool ends idle threads and starts new ones: a thread that ends closes its connection.
        let code = pthread_key_create(&key) { pointer in
            guard let pointer else { return }
            let ticket = Unmanaged<Ticket>.fromOpaque(pointer).takeRetainedValue()
            ticket.readers.remove(ticket.slot)
        }
        precondition(code == 0, "No thread-specific storage left: a process can hold about a thousand open database files")
        self.key = key
    }

    func read<T>(isSnapshot: Bool = true, _ body: (Connection) throws -> T) throws -> T {
        if let pointer = pthread_getspecific(key) {
            return try Unmanaged<Ticket>.fromOpaque(pointer).takeUnretainedValue().slot.read(isSnapshot: isSnapshot, body)
        }
        return try openSlot().read(isSnapshot: isSnapshot, body)
    }

    /// Closes every connection. Queries that run now are interrupted at once: whoever stops has let its requests finish already, and a long
    /// one would keep the WAL from being emptied.
    func close() {
        var open = state.withLock { state in
            state.isClosed = true
            return Array(state.slots.values)
        }
        while true {
            open.removeAll { $0.closeIfIdle() }
            if open.isEmpty { break }
            // Again and again, because a read that is between two queries begins the next one.
            open.forEach { $0.interrupt() }
            usleep(1_000)
        }
        state.withLock { $0.slots.removeAll() }
    }

    private func openSlot() throws -> ReaderSlot {
        let slot = try ReaderSlot(path: path)
        let isClosed = state.withLock { state in
            if !state.isClosed { state.slots[ObjectIdentifier(slot)] = slot }
            return state.isClosed
        }
        if isClosed {
            _ = slot.closeIfIdle()
            throw DatabaseError.closed
        }
        pthread_setspecific(key, Unmanaged.passRetained(Ticket(slot: slot, readers: self)).toOpaque())
        return slot
    }

    private func remove(_ slot: ReaderSlot) {
        _ = slot.closeIfIdle()
        state.withLock { _ = $0.slots.removeValue(forKey: ObjectIdentifier(slot)) }
    }

    /// Open connections now, for tests and metrics.
    var count: Int { state.withLock { $0.slots.count } }
}
