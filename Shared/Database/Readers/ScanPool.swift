import Timekeeping

/// A few threads for queries that take long, so that neither an event loop nor the writer waits for them.
final class ScanPool: Sendable {
    private struct Waiting {
        let job: @Sendable () -> Void
        /// When it began to wait.
        let since: Int64
    }

    private struct State {
        var waiting: [Waiting] = []
        var idle = 0
        var threads = 0
        var isClosed = false
        var begun: UInt64 = 0
        var refused: UInt64 = 0
        var running = 0
        var waitNanoseconds: Int64 = 0
    }

    private let state = ConditionLock(State())
    private let threads: Int
    private let capacity: Int
    private let moment: @Sendable () -> Int64

    /// - Parameters:
    ///   - threads: started when first needed.
    ///   - capacity: scans that may wait; one more is refused as ``DatabaseError/overloaded``.
    ///   - moment: nanoseconds of a clock that only goes up, to measure how long scans wait.
    init(threads: Int = 2, capacity: Int = 64, moment: @escaping @Sendable () -> Int64 = { MonotonicClock.nanoseconds }) {
        self.threads = threads
        self.capacity = capacity
        self.moment = moment
    }

    func submit(_ job: @escaping @Sendable () -> Void) throws(DatabaseError) {
        enum Verdict { case queued, queuedForNewThread, overloaded, closed }
        let verdict: Verdict = state.withLock { state in
            if state.isClosed { return .closed }
            guard state.waiting.count < capacity else {
                state.refused += 1
                return .overloaded
            }
            state.waiting.append(Waiting(job: job, since: moment()))
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

    /// What is known here of ``ReaderStatistics``. A scan is no longer among those that run a moment after its caller has the result.
    var statistics: ReaderStatistics {
        state.withLock { state in
            var statistics = ReaderStatistics()
            statistics.scans = state.begun
            statistics.refusedScans = state.refused
            statistics.scanQueueDepth = state.waiting.count
            statistics.runningScans = state.running
            statistics.scanWaitNanoseconds = state.waitNanoseconds
            return statistics
        }
    }

    private func run() {
        while let job = nextJob() {
            job()
            state.withLock { $0.running -= 1 }
        }
    }

    private func nextJob() -> (@Sendable () -> Void)? {
        var isCountedIdle = false
        return state.wait { state in
            if isCountedIdle { state.idle -= 1 }
            isCountedIdle = false
            if !state.waiting.isEmpty { return .done(begin(&state)) }
            if state.isClosed { return .done(nil) }
            state.idle += 1
            isCountedIdle = true
            return .sleep(until: nil)
        }
    }

    /// Takes out the scan that has waited longest.
    private func begin(_ state: inout State) -> @Sendable () -> Void {
        let next = state.waiting.removeFirst()
        state.begun += 1
        state.running += 1
        state.waitNanoseconds += moment() - next.since
        return next.job
    }
}
