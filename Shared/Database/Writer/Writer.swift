import Timekeeping
import CSQLite
import Glibc
import Synchronization

/// The one thread that writes and checkpoints: carries out what ``WriterState`` decides.
final class Writer: Sendable {
    typealias State = WriterState<WriteJob, PurgeWaiter>

    let state: ConditionLock<State>
    let counters = Mutex(WriterStatistics())
    // Unsafe because a Connection is not Sendable: it is handed to the writer thread before that starts and used by no other.
    nonisolated(unsafe) let connection: Connection
    /// Whether purges are refused from now on and the one that runs is cut short.
    let arePurgesAbandoned = Atomic(false)
    let path: String
    /// Asks what is free on the disk.
    let room: DatabaseFile.Options.Room
    /// `nil` without an archive.
    let archiver: Archiver?
    /// The wall clock.
    let now: @Sendable () -> Timestamp
    private let pageSize: Int64
    private let finished = ConditionLock(false)
    private let thread = Atomic<pthread_t>(0)

    init(
        connection: sending Connection,
        archiver: Archiver?,
        path: String,
        limits: State.Limits,
        room: @escaping DatabaseFile.Options.Room,
        now: @escaping @Sendable () -> Timestamp
    ) {
        // Only for statistics.
        pageSize = (try? connection.integer("PRAGMA page_size")) ?? 4_096
        self.archiver = archiver
        self.now = now
        self.connection = connection
        self.path = path
        self.room = room
        var first = State(limits: limits, now: MonotonicClock.milliseconds)
        // What waits when the archive cannot be written yet, and what the opening itself has written.
        if let archiver { first.opened(isArchiveBehind: !archiver.isUpToDate, at: MonotonicClock.milliseconds) }
        state = ConditionLock(first)
        Thread.start { self.run() }
    }

    /// Queues a job. When it is not accepted, its completion is never called.
    func submit(_ job: WriteJob) throws(DatabaseError) {
        try settle(state.withLock { $0.admit(job) })
    }

    /// Wakes the writer for what was accepted.
    func settle(_ admission: State.Admission) throws(DatabaseError) {
        switch admission {
        case .accepted: state.wakeOne()
        case .overloaded:
            counters.withLock { $0.countRefused() }
            throw .overloaded
        case .closed: throw .closed
        }
    }

    /// Writes what waits, checkpoints and closes the connection; returns when that is done. Purges are abandoned.
    func close() {
        arePurgesAbandoned.store(true, ordering: .releasing)
        for waiter in state.withLock({ $0.close() }) { waiter(.closed) }
        state.wakeAll()
        finished.wait { isFinished -> ConditionLock<Bool>.Decision<Void> in isFinished ? .done(()) : .sleep(until: nil) }
    }

    /// Whether it is asked on the thread that writes, which cannot wait for itself.
    var isOnItsThread: Bool { thread.load(ordering: .relaxed) == pthread_self() }

    var statistics: WriterStatistics {
        let (queueDepth, isPurging) = state.withLock { ($0.queueDepth, $0.isPurging) }
        return counters.withLock { counters in
            var statistics = counters
            statistics.queueDepth = queueDepth
            statistics.isPurging = isPurging
            return statistics
        }
    }

    private func run() {
        thread.store(pthread_self(), ordering: .relaxed)
        while true {
            let action: State.Action = state.wait { state in
                switch state.next(now: MonotonicClock.milliseconds) {
                case .act(let action): .done(action)
                case .sleep(let until): .sleep(until: until)
                }
            }
            switch action {
            case .commit(let batch): commit(batch)
            case .purge(let waiters): purge(for: waiters)
            case .checkpoint(let mode): checkpoint(mode)
            case .archive: _ = archive()
            case .optimize: optimize()
            case .finish: return finish()
            }
        }
    }

    private func commit(_ batch: [WriteJob]) {
        commit(batch[...])
        reportCommit()
    }

    /// Has what was written beside the jobs archived in its time.
    func reportUnarchived() {
        if archiver?.isUpToDate == false { reportCommit() }
    }

    /// Tells the state what the WAL looks like after something was written.
    private func reportCommit() {
        let walBytes = walBytes
        let walFrames = walFrames(walBytes)
        let isBehind = archiver.map { !$0.isUpToDate } ?? false
        counters.withLock { $0.walFrames = walFrames }
        state.withLock {
            $0.committed(walBytes: walBytes, walFrames: walFrames, isArchiveBehind: isBehind, at: MonotonicClock.milliseconds)
        }
    }

    private func commit(_ jobs: ArraySlice<WriteJob>) {
        var remaining = jobs
        while !remaining.isEmpty { remaining = commitOnce(remaining) }
    }

    /// Runs jobs in one transaction. Returns those that are left when one of them cost the others the transaction, as SQLite does to the
    /// one that finds the disk full (<https://www.sqlite.org/lang_transaction.html>, "Response To Errors Within A Transaction").
    private func commitOnce(_ jobs: ArraySlice<WriteJob>) -> ArraySlice<WriteJob> {
        let start = MonotonicClock.nanoseconds
        var settles: [WriteJob.Settle] = []
        settles.reserveCapacity(jobs.count)
        do {
            try connection.execute("BEGIN IMMEDIATE")
            for (index, job) in zip(jobs.indices, jobs) {
                let settle = job.perform(connection)
                guard connection.isInTransaction else {
                    makeRoomIfFull()
                    count(1, since: start, isFailed: true)
                    settle(.transactionLost)
                    // The ones before it did nothing wrong: they are written again, without it.
                    commit(jobs[..<index])
                    return jobs[(index + 1)...]
                }
                settles.append(settle)
            }
            try connection.execute("COMMIT")
        } catch {
            makeRoomIfFull()
            connection.rollBack()
            let failure = error as? DatabaseError ?? .transactionLost
            count(jobs.count, since: start, isFailed: true)
            for settle in settles { settle(failure) }
            for job in jobs.dropFirst(settles.count) { job.refuse(failure) }
            return []
        }
        count(jobs.count, since: start)
        for settle in settles { settle(nil) }
        return []
    }

    /// Counts a transaction. Before those who wait for it hear of it, so that what they know of is counted.
    private func count(_ writes: Int, since start: Int64, isFailed: Bool = false) {
        let nanoseconds = MonotonicClock.nanoseconds - start
        counters.withLock { $0.count(batch: writes, nanoseconds: nanoseconds, isFailed: isFailed) }
    }

    private func checkpoint(_ mode: CheckpointMode) {
        guard archive() else { return }
        let start = MonotonicClock.nanoseconds
        // A checkpoint that cannot finish now (a reader, a full disk) is no error: the data is safe in the WAL.
        moveWAL(mode)
        let nanoseconds = MonotonicClock.nanoseconds - start
        let walBytes = walBytes
        let walFrames = walFrames(walBytes)
        counters.withLock { counters in
            counters.countCheckpoint(nanoseconds: nanoseconds)
            counters.walFrames = walFrames
        }
        state.withLock { $0.checkpointed(walBytes: walBytes, at: MonotonicClock.milliseconds) }
    }

    private func optimize() {
        // Statistics for the query planner: nice to have, so a failure waits for tomorrow.
        _ = try? connection.execute("PRAGMA optimize")
        state.withLock { $0.optimized(at: MonotonicClock.milliseconds) }
        reportUnarchived()
    }

    private func finish() {
        optimize()
        checkpoint(.truncate)
        // What is not archived stays in the WAL for the next start, unless nobody waits for it any more.
        if archiver?.mayCheckpoint == true { connection.checkpointsOnClose(true) }
        connection.close()
        archiver?.close()
        finished.withLock { $0 = true }
        finished.wakeAll()
    }

    private func walFrames(_ walBytes: Int64) -> Int {
        archiver?.frames ?? Int(max(0, walBytes - 32) / (pageSize + 24))
    }

    /// The size of the WAL file; 0 when there is none.
    var walBytes: Int64 {
        var status = stat()
        return stat(path + "-wal", &status) == 0 ? Int64(status.st_size) : 0
    }
}
