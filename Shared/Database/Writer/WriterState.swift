/// Decides what the writer does next. Pure: no thread, no clock, no SQLite; ``Writer`` carries out what it says.
///
/// Times are milliseconds of one monotonic clock, given in.
struct WriterState<Job> {
    struct Limits: Sendable {
        /// Writes that may wait. One more is refused.
        var capacity = 8_192
        /// Writes in one transaction. More would make the first of them wait too long for the last.
        var batch = 512
        /// Between two checkpoints, while there is something to move into the main file.
        var checkpointInterval: Int64 = 60_000
        /// Above this size an idle writer cuts the WAL to nothing.
        var truncateAbove: Int64 = 64 * 1_024 * 1_024
        /// Without a write for this long, the writer counts as idle.
        var idleAfter: Int64 = 1_000
        /// Between two runs of `PRAGMA optimize`.
        var optimizeInterval: Int64 = 86_400_000
    }

    enum Admission: Equatable { case accepted, overloaded, closed }

    enum Action {
        case commit([Job])
        case checkpoint(CheckpointMode)
        case optimize
        /// Nothing waits any more and nothing will: say goodbye to the file.
        case finish
    }

    enum Step {
        case act(Action)
        case sleep(until: Int64?)
    }

    let limits: Limits
    private(set) var waiting: [Job] = []
    private var isClosing = false
    private var walBytes: Int64 = 0
    private var hasUncheckpointedWrites = false
    private var lastWrite: Int64
    private var lastCheckpoint: Int64
    private var lastOptimize: Int64

    init(limits: Limits = Limits(), now: Int64) {
        self.limits = limits
        lastWrite = now
        lastCheckpoint = now
        lastOptimize = now
    }

    mutating func admit(_ job: Job) -> Admission {
        if isClosing { return .closed }
        guard waiting.count < limits.capacity else { return .overloaded }
        waiting.append(job)
        return .accepted
    }

    /// No job is admitted any more; those that wait are still written.
    mutating func close() { isClosing = true }

    mutating func next(now: Int64) -> Step {
        if !isClosing, hasUncheckpointedWrites, now >= lastCheckpoint + limits.checkpointInterval {
            return .act(.checkpoint(.passive))
        }
        if !waiting.isEmpty { return .act(.commit(takeBatch())) }
        if isClosing { return .act(.finish) }
        if wantsTruncation, now >= truncationTime { return .act(.checkpoint(.truncate)) }
        if now >= lastOptimize + limits.optimizeInterval { return .act(.optimize) }
        return .sleep(until: nextMaintenance)
    }

    /// A transaction was tried; `walBytes` is the size of the WAL file now.
    mutating func committed(walBytes: Int64, at now: Int64) {
        self.walBytes = walBytes
        hasUncheckpointedWrites = true
        lastWrite = now
    }

    /// A checkpoint was tried. Whether it got everything is not asked: readers may hold it up, and the next one is due in a minute.
    mutating func checkpointed(walBytes: Int64, at now: Int64) {
        self.walBytes = walBytes
        hasUncheckpointedWrites = false
        lastCheckpoint = now
    }

    mutating func optimized(at now: Int64) { lastOptimize = now }

    private mutating func takeBatch() -> [Job] {
        guard waiting.count > limits.batch else {
            defer { waiting = [] }
            return waiting
        }
        defer { waiting.removeFirst(limits.batch) }
        return Array(waiting.prefix(limits.batch))
    }

    private var wantsTruncation: Bool { walBytes > limits.truncateAbove }

    /// When idle, but not again right after a checkpoint that a reader held up.
    private var truncationTime: Int64 { max(lastWrite + limits.idleAfter, lastCheckpoint + limits.idleAfter) }

    private var nextMaintenance: Int64 {
        var next = lastOptimize + limits.optimizeInterval
        if hasUncheckpointedWrites { next = min(next, lastCheckpoint + limits.checkpointInterval) }
        if wantsTruncation { next = min(next, truncationTime) }
        return next
    }
}

/// How far a checkpoint goes. Source: <https://www.sqlite.org/pragma.html#pragma_wal_checkpoint>
enum CheckpointMode: Sendable {
    /// Moves what no reader holds up; waits for nobody.
    case passive
    /// Moves everything and cuts the WAL file to nothing; waits up to `busy_timeout` for readers.
    case truncate
}
