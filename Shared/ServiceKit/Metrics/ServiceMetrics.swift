import Database
import Timekeeping
import HTTPCore
import Synchronization

/// The metrics of the file and of the process, brought up to date each time they are read.
final class ServiceMetrics: Sendable {
    private let registry: MetricsRegistry
    private let database: DatabaseFile
    /// Two readers at the same moment must not both add what is new.
    private let turn = Mutex(())

    init(_ registry: MetricsRegistry, database: DatabaseFile, version: ServiceVersion, start: Timestamp) {
        self.registry = registry
        self.database = database
        let labels: KeyValuePairs = ["name": version.name, "version": version.version, "commit": version.commit]
        registry.gauge("build_info", "What is running; always 1.", labels: labels).value = 1
        registry.gauge("process_start_time_seconds", "When the process started, in seconds since 1970.").value =
            Double(start.milliseconds) / 1_000
    }

    /// All metrics as text, as they are now.
    func render() -> String {
        turn.withLock { _ in renew() }
        return registry.render()
    }

    private func renew() {
        let statistics = database.statistics
        gauge("database_write_queue_depth", "Writes and purges that wait for the writer.", statistics.queueDepth)
        gauge("database_largest_batch", "Writes in the largest transaction so far.", statistics.largestBatch)
        counter("database_transactions_total", "Transactions committed or failed.", statistics.transactions)
        counter("database_writes_total", "Writes in those transactions.", statistics.writes)
        gauge("database_transaction_seconds", "Time spent in transactions so far.", nanoseconds: statistics.transactionNanoseconds)
        counter("database_checkpoints_total", "Checkpoints run outside of commits.", statistics.checkpoints)
        gauge("database_checkpoint_seconds", "Time spent in those checkpoints so far.", nanoseconds: statistics.checkpointNanoseconds)
        counter("database_purges_total", "Rewrites of the file after erasures, done or failed.", statistics.purges)
        gauge("database_purge_seconds", "Time spent in those so far.", nanoseconds: statistics.purgeNanoseconds)
        gauge("database_bytes", "Size of the file.", Int(FileSystem.size(of: database.path) ?? 0))
        gauge("database_wal_bytes", "Size of the write-ahead log beside the file.", Int(FileSystem.size(of: database.path + "-wal") ?? 0))
        gauge("database_disk_free_bytes", "Room on the disk of the file.", Int(FileSystem.room(for: database.path) ?? 0))
        gauge("process_resident_memory_bytes", "Memory in use.", ProcessMemory.residentBytes() ?? 0)
    }

    private func gauge(_ name: String, _ help: String, _ value: Int) {
        registry.gauge(name, help).value = Double(value)
    }

    private func gauge(_ name: String, _ help: String, nanoseconds: Int64) {
        registry.gauge(name, help).value = Double(nanoseconds) / 1_000_000_000
    }

    private func counter(_ name: String, _ help: String, _ total: Int) {
        let counter = registry.counter(name, help)
        counter.increment(by: UInt64(total) - counter.value)
    }
}
