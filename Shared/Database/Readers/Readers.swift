import Glibc
import Synchronization

/// The read-only connections of a file, one for each thread that reads: no hop to another thread, no lock, no waiting for one another.
final class Readers: Sendable {
    private struct State {
        var slots: [ObjectIdentifier: ReaderSlot] = [:]
        /// Reads of the threads that are gone.
        var readsOfEnded: UInt64 = 0
        var isClosed = false

        mutating func remove(_ slot: ReaderSlot) {
            // It may have been taken out already, when the file was closed.
            guard slots.removeValue(forKey: ObjectIdentifier(slot)) != nil else { return }
            readsOfEnded += slot.reads
        }
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

    /// Keys of files that are closed. Not given back to the system, which may hand one out again while a thread still holds a ticket under it,
    /// and has no more than about a thousand.
    private static let freeKeys = Mutex<[pthread_key_t]>([])

    private let path: String
    private let key: pthread_key_t
    private let state = Mutex(State())

    init(path: String) {
        self.path = path
        key = Self.freeKeys.withLock { $0.popLast() } ?? Self.makeKey()
    }

    private static func makeKey() -> pthread_key_t {
        var key = pthread_key_t()
        // The system's thread pool ends idle threads and starts new ones: a thread that ends closes its connection.
        let code = pthread_key_create(&key) { pointer in
            guard let pointer else { return }
            let ticket = Unmanaged<Ticket>.fromOpaque(pointer).takeRetainedValue()
            ticket.readers.remove(ticket.slot)
        }
        precondition(code == 0, "No thread-specific storage left: a process can hold about a thousand open database files")
        return key
    }

    /// - Parameter isCounted: not for what is read to watch the file: an idle service would seem to be read from all day.
    func read<T>(isSnapshot: Bool = true, isCounted: Bool = true, _ body: (Connection) throws -> T) throws -> T {
        let slot = if let ticket, ticket.readers === self { ticket.slot } else { try openSlot() }
        return try slot.read(isSnapshot: isSnapshot, isCounted: isCounted, body)
    }

    /// What this thread keeps under the key; maybe still of the file that had the key before.
    private var ticket: Ticket? { pthread_getspecific(key).map { Unmanaged<Ticket>.fromOpaque($0).takeUnretainedValue() } }

    /// Closes every connection. Queries that run now are interrupted at once: whoever stops has let its requests finish already, and a long
    /// one would keep the WAL from being emptied.
    func close() {
        let (wasClosed, slots) = state.withLock { state in
            defer { state.isClosed = true }
            return (state.isClosed, Array(state.slots.values))
        }
        guard !wasClosed else { return }
        var open = slots
        while true {
            open.removeAll { $0.closeIfIdle() }
            if open.isEmpty { break }
            // Again and again, because a read that is between two queries begins the next one.
            open.forEach { $0.interrupt() }
            usleep(1_000)
        }
        state.withLock { state in
            for slot in slots { state.remove(slot) }
        }
        Self.freeKeys.withLock { $0.append(key) }
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
        let old = pthread_getspecific(key)
        pthread_setspecific(key, Unmanaged.passRetained(Ticket(slot: slot, readers: self)).toOpaque())
        if let old { Unmanaged<Ticket>.fromOpaque(old).release() }
        return slot
    }

    private func remove(_ slot: ReaderSlot) {
        _ = slot.closeIfIdle()
        state.withLock { $0.remove(slot) }
    }

    /// Open connections now, for tests.
    var count: Int { state.withLock { $0.slots.count } }

    /// Reads begun so far, and open connections now.
    var totals: (reads: UInt64, connections: Int) {
        state.withLock { state in
            (state.slots.values.reduce(state.readsOfEnded) { $0 + $1.reads }, state.slots.count)
        }
    }
}
