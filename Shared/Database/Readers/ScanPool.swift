/// A few threads for queries that take long, so that neither an event loop nor the writer waits for them.
final class ScanPool: Sendable {
    private struct State {
        var waiting: [@Sendable () -> Void] = []
        var idle = 0
        var threads = 0
        var isClosed = false
    }

    private let state = ConditionLock(State())
    private let threads: Int
    private let capacity: Int

    /// - Parameters:
    ///   - threads: started when first needed.
    ///   - capacity: scans that may wait; one more is refused as ``DatabaseError/overloaded``.
    init(threads: Int = 2, capacity: Int = 64) {
        self.threads = threads
        self.capacity = capacity
    }

    func submit(_ job: @escaping @Sendable () -> Void) throws(DatabaseError) {
        enum Verdict { case queued, queuedForNewThread, overloaded, closed }
        let verdict: Verdict = state.withLock { state in
            if state.isClosed { return .closed }
            guard state.waiting.count < capacity else { return .overloaded }
            state.waiting.append(job)
            guard state.waiting.count > state.idle, state.threads < threads else { return .queued }
            state.threads += 1
            return .queuedForNewThread
        }
        switch verdict {
        case .queued: state.wakeOne()
        case .queuedForNewThread: Thread.start { self.run() }
        case .overloaded: throw .overloaded
        case .closed: throw .closed
        }
    }

    /// Admits nothing more; what waits is still run (and fails with ``DatabaseError/closed`` once the readers are closed).
    func close() {
        state.withLock { $0.isClosed = true }
        state.wakeAll()
    }

    private func run() {
        while let job = nextJob() { job() }
    }

    private func nextJob() -> (@Sendable () -> Void)? {
        var isCountedIdle = false
        return state.wait { state in
            if isCountedIdle { state.idle -= 1 }
            isCountedIdle = false
            if !state.waiting.isEmpty { return .done(state.waiting.removeFirst()) }
            if state.isClosed { return .done(nil) }
            state.idle += 1
            isCountedIdle = true
            return .sleep(until: nil)
        }
    }
}
