import Database
import HTTPCore

extension MetricsGroup<WriterStatistics> {
    /// What the writer of the file does.
    static func writer(of database: DatabaseFile, in registry: MetricsRegistry) -> MetricsGroup {
        let group = MetricsGroup(registry) { database.statistics }
        group.gauge("database_write_queue_depth", "Writes and purges that wait for the writer.") { $0.queueDepth }
        group.counter("database_writes_total", "Writes in transactions committed or failed.") { $0.writes }
        group.counter("database_writes_refused_total", "Writes and purges refused because too many waited.") { $0.refused }
        group.counter("database_transactions_total", "Transactions committed or failed.") { $0.transactions }
        group.counter("database_transactions_failed_total", "Transactions that failed: the disk is full, broken or read-only.") {
            $0.failedTransactions
        }
        group.histogram("database_batch_writes", "Writes in each transaction.") { HistogramSamples($0.batchSizes) }
        group.histogram("database_commit_seconds", "Time for each transaction, from its begin to the disk.") {
            HistogramSamples($0.commitSeconds)
        }
        group.histogram("database_checkpoint_seconds", "Time for each checkpoint run outside of commits.") {
            HistogramSamples($0.checkpointSeconds)
        }
        group.counter("database_purges_total", "Rewrites of the file after erasures, done or failed.") { $0.purges }
        group.counter("database_purge_seconds_total", "Time spent in those; writes wait meanwhile.") {
            Double(nanoseconds: $0.purgeNanoseconds)
        }
        group.counter("database_busy_total", "Checkpoints and purges that a long read held up.") { $0.busy }
        return group
    }
}

extension HistogramSamples {
    init(_ distribution: Distribution) {
        self.init(bounds: distribution.bounds, counts: distribution.counts, sum: distribution.sum)
    }
}
