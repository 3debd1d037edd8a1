import HTTPCore
import Synchronization

/// Typesets on the threads that are there for it, and admits no more invoices at once than are done before their clients give up.
final class RenderQueue: Sendable {
    private let capacity: Int
    /// How many run or wait.
    private let admitted = Mutex(0)

    /// - Parameter capacity: how many may run or wait. 64 are done in a tenth of a second, or in some seconds if all are long.
    init(capacity: Int = 64) {
        self.capacity = capacity
    }

    /// Runs work that computes.
    ///
    /// - Throws: what the work throws; 503 `overloaded`, at once, when there is no room.
    func run<Result: Sendable>(_ work: @Sendable () throws -> Result) async throws -> Result {
        try enter()
        defer { leave() }
        return try await offEventLoop(work)
    }

    /// Takes a place.
    ///
    /// - Throws: 503 `overloaded`.
    func enter() throws(Problem) {
        let hasRoom = admitted.withLock { count in
            guard count < capacity else { return false }
            count += 1
            return true
        }
        guard hasRoom else { throw .overloaded() }
    }

    /// Gives a place back.
    func leave() { admitted.withLock { $0 -= 1 } }
}
