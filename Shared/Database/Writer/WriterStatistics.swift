/// What the writer has done since the start, for metrics.
public struct WriterStatistics: Sendable, Equatable {
    /// Writes and purges that wait now.
    public var queueDepth = 0
    /// Whether a purge waits or runs now: a write that is asked for now comes after it, which may take seconds.
    public var isPurging = false
    /// Transactions committed or failed.
    public private(set) var transactions = 0
    /// Those of them that failed as a whole: the disk is full, broken or read-only.
    public private(set) var failedTransactions = 0
    /// Writes in those transactions, failed ones included.
    public private(set) var writes = 0
    /// Writes in the largest transaction.
    public private(set) var largestBatch = 0
    /// Time spent in transactions, in nanoseconds.
    public private(set) var transactionNanoseconds: Int64 = 0
    /// Checkpoints run by themselves; those that SQLite runs inside a commit (`wal_autocheckpoint`) are part of that commit's time.
    public private(set) var checkpoints = 0
    /// Time spent in those checkpoints, in nanoseconds.
    public private(set) var checkpointNanoseconds: Int64 = 0
    /// Purges, done or failed.
    public private(set) var purges = 0
    /// Time spent in purges, their checkpoints included, in nanoseconds. Writes wait meanwhile.
    public private(set) var purgeNanoseconds: Int64 = 0

    /// Writes in each transaction.
    public private(set) var batchSizes = Distribution(bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512])
    /// How long each transaction took, in seconds, its commit included.
    public private(set) var commitSeconds = Distribution(bounds: Distribution.durations)
    /// How long each checkpoint took, in seconds; those that SQLite runs inside a commit not among them.
    public private(set) var checkpointSeconds = Distribution(bounds: Distribution.durations)
    /// How often a read that needs an older state of the file held up a checkpoint or a purge: one that waited for it in vain, or, of those
    /// that wait for nobody, the second in a row.
    public private(set) var busy = 0
    /// Whether a read held up the last one.
    private var wasHeldUp = false
    /// Writes and purges refused as ``DatabaseError/overloaded``, because too many waited.
    public private(set) var refused = 0
    /// Frames in the WAL: with an archive, those in use; without one, as many as the WAL file has room for.
    public internal(set) var walFrames = 0

    mutating func count(batch: Int, nanoseconds: Int64, isFailed: Bool) {
        batchSizes.record(Double(batch))
        commitSeconds.record(Double(nanoseconds) / 1e9)
        transactions += 1
        if isFailed { failedTransactions += 1 }
        writes += batch
        largestBatch = max(largestBatch, batch)
        transactionNanoseconds += nanoseconds
    }

    mutating func countCheckpoint(nanoseconds: Int64) {
        checkpoints += 1
        checkpointNanoseconds += nanoseconds
        checkpointSeconds.record(Double(nanoseconds) / 1e9)
    }

    /// Counts how the WAL could be moved.
    ///
    /// - Parameter hasWaited: whether readers were waited for. Else a short read may have been in the way by chance, so one does not count.
    mutating func countMove(isHeldUp: Bool, hasWaited: Bool) {
        if isHeldUp, hasWaited || wasHeldUp { busy += 1 }
        wasHeldUp = isHeldUp
    }

    mutating func countRefused() { refused += 1 }

    mutating func countPurge(nanoseconds: Int64) {
        purges += 1
        purgeNanoseconds += nanoseconds
    }
}
