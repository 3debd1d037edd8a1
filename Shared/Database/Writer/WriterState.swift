/// Decides what the writer does next. Pure: no thread, no clock, no SQLite; ``Writer`` carries out what it says.
///
/// Times are milliseconds of one monotonic clock, given in.
///
/// - `Job`: a write.
/// - `Purge`: somebody who waits until the file is purged. They wait in a list of their own: a purge is no part of a transaction, and one
///   serves all who wait for it.
struct WriterState<Job, Purge> {
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
        /// So long after a commit it is archived, and so long after an attempt that failed the next one comes; `nil` without an archive.
        var archiveInterval: Int64?
        /// With an archive, so many new frames in the WAL are a reason for a checkpoint. Without one, SQLite sees to that by itself.
        var checkpointFrames = 1_000
    }

    enum Admission: Equatable { case accepted, overloaded, closed }

    enum Action {
        case commit([Job])
        /// Nothing that was deleted may be left in the file; who waits for that.
        case purge([Purge])
        case checkpoint(CheckpointMode)
        /// Commits wait to be copied to the archive. Whoever checkpoints or finishes does that first anyway.
        case archive
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
    /// Who waits for a purge, and which of all writes ever admitted have to be committed before it.
    private var purges: [(purge: Purge, after: Int)] = []
    private var admitted = 0
    private var taken = 0
    private var isPurgeRunning = false
    private var arePurgesAbandoned = false
    private var isClosing = false
    private var walBytes: Int64 = 0
    private var hasUncheckpointedWrites = false
    private var lastWrite: Int64
    private var lastCheckpoint: Int64
    private var lastOptimize: Int64
    /// Frames in the WAL, and how many of them there were at the last checkpoint. Only known with an archive.
    private var walFrames = 0
    private var checkpointedFrames = 0
    /// Since when there is something to archive.
    private var unarchivedSince: Int64?
    /// After a failure: not before then.
    private var archiveRetry: Int64?
    private var isShortOfRoom = false

    init(limits: Limits = Limits(), now: Int64) {
        self.limits = limits
        lastWrite = now
        lastCheckpoint = now
        lastOptimize = now
    }

    /// With an archive, before anything else: the opening may have written, and the archive may not be writable yet.
    mutating func opened(isArchiveBehind: Bool, at now: Int64) {
        hasUncheckpointedWrites = true
        if isArchiveBehind { unarchivedSince = now }
    }

    mutating func admit(_ job: Job) -> Admission {
        if isClosing { return .closed }
        guard waiting.count < limits.capacity else { return .overloaded }
        waiting.append(job)
        admitted += 1
        return .accepted
    }

    mutating func admit(purge: Purge) -> Admission {
        if arePurgesAbandoned { return .closed }
        guard purges.count < limits.capacity else { return .overloaded }
        purges.append((purge: purge, after: admitted))
        return .accepted
    }

    /// Writes and purges that wait.
    var queueDepth: Int { waiting.count + purges.count }

    /// Whether a purge waits or runs: a write that is asked for now comes after it.
    var isPurging: Bool { isPurgeRunning || !purges.isEmpty }

    /// No purge is admitted any more. It may take longer than a stop has time for, and can be made up for after the next start.
    ///
    /// - Returns: who waits in vain for one.
    mutating func abandonPurges() -> [Purge] {
        arePurgesAbandoned = true
        defer { purges = [] }
        return purges.map { $0.purge }
    }

    /// No job is admitted any more; those that wait are still written. Purges are abandoned.
    ///
    /// - Returns: who waits in vain for a purge.
    mutating func close() -> [Purge] {
        isClosing = true
        return abandonPurges()
    }

    mutating func next(now: Int64) -> Step {
        if !isClosing, let time = checkpointTime, now >= time { return .act(.checkpoint(.passive)) }
        // Before the writes that wait, or it would never have its turn under load.
        if !isClosing, let time = archiveTime, now >= time {
            // Which archives as well, and would else never have its turn while every attempt fails.
            return .act(waiting.isEmpty && wantsTruncation && now >= truncationTime ? .checkpoint(.truncate) : .archive)
        }
        // Before the writes that came after it, or it would never have its turn under load.
        if let first = purges.first, first.after <= taken { return .act(.purge(takePurges())) }
        if !waiting.isEmpty { return .act(.commit(takeBatch())) }
        if isClosing { return .act(.finish) }
        if wantsTruncation, now >= truncationTime { return .act(.checkpoint(.truncate)) }
        if now >= lastOptimize + limits.optimizeInterval { return .act(.optimize) }
        return .sleep(until: nextMaintenance)
    }

    /// A transaction was tried; `walBytes` is the size of the WAL file now.
    ///
    /// - Parameters:
    ///   - walFrames: how many frames of it are in use.
    ///   - isArchiveBehind: whether there is something to archive.
    mutating func committed(walBytes: Int64, walFrames: Int = 0, isArchiveBehind: Bool = false, at now: Int64) {
        self.walBytes = walBytes
        hasUncheckpointedWrites = true
        lastWrite = now
        // It began anew.
        if walFrames < self.walFrames { checkpointedFrames = 0 }
        self.walFrames = walFrames
        if isArchiveBehind, unarchivedSince == nil { unarchivedSince = now }
    }

    /// Archiving was tried, by itself or before something else.
    mutating func archived(isDone: Bool, at now: Int64) {
        unarchivedSince = isDone ? nil : unarchivedSince ?? now
        archiveRetry = isDone ? nil : limits.archiveInterval.map { now + $0 }
    }

    /// The disk is full: a checkpoint lets the WAL be written from its start again.
    mutating func ranOutOfRoom() { isShortOfRoom = true }

    /// A checkpoint was tried. Whether it got everything is not asked: readers may hold it up, and the next one is due in a minute.
    mutating func checkpointed(walBytes: Int64, at now: Int64) {
        self.walBytes = walBytes
        hasUncheckpointedWrites = false
        lastCheckpoint = now
        checkpointedFrames = walFrames
        isShortOfRoom = false
    }

    /// A purge was tried, which checkpoints as well. One that did not get through may have left all of the file in the WAL.
    mutating func purged(walBytes: Int64, at now: Int64) {
        checkpointed(walBytes: walBytes, at: now)
        hasUncheckpointedWrites = walBytes > 0
        walFrames = 0
        checkpointedFrames = 0
        isPurgeRunning = false
    }

    mutating func optimized(at now: Int64) { lastOptimize = now }

    private mutating func takeBatch() -> [Job] {
        taken += min(waiting.count, limits.batch)
        guard waiting.count > limits.batch else {
            defer { waiting = [] }
            return waiting
        }
        defer { waiting.removeFirst(limits.batch) }
        return Array(waiting.prefix(limits.batch))
    }

    private mutating func takePurges() -> [Purge] {
        let due = purges.prefix { $0.after <= taken }
        purges.removeFirst(due.count)
        isPurgeRunning = true
        return due.map { $0.purge }
    }

    /// A checkpoint waits for an archive that cannot be written.
    private var checkpointTime: Int64? {
        guard hasUncheckpointedWrites else { return nil }
        let isDue = isShortOfRoom || limits.archiveInterval != nil && walFrames - checkpointedFrames >= limits.checkpointFrames
        return max(isDue ? lastCheckpoint : lastCheckpoint + limits.checkpointInterval, archiveRetry ?? .min)
    }

    private var archiveTime: Int64? {
        guard let interval = limits.archiveInterval, let since = unarchivedSince else { return nil }
        return archiveRetry ?? since + interval
    }

    private var wantsTruncation: Bool { walBytes > limits.truncateAbove }

    /// When idle, but not again right after a checkpoint that a reader held up.
    private var truncationTime: Int64 { max(lastWrite + limits.idleAfter, lastCheckpoint + limits.idleAfter, archiveRetry ?? .min) }

    private var nextMaintenance: Int64 {
        var next = lastOptimize + limits.optimizeInterval
        if let time = checkpointTime { next = min(next, time) }
        if let time = archiveTime { next = min(next, time) }
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
