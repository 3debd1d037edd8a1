import Database
import HTTPCore

extension MetricsGroup<ReaderStatistics> {
    /// What the readers of the file do. Only scans ever wait: all other reads run at once on the thread that asks.
    static func readers(of database: DatabaseFile, in registry: MetricsRegistry) -> MetricsGroup {
        let group = MetricsGroup(registry) { database.readerStatistics }
        group.counter("database_reads_total", "Reads begun, scans among them.") { Double($0.reads) }
        group.gauge("database_reader_connections", "Threads that have a connection to read.") { $0.openConnections }
        group.counter("database_scans_total", "Scans (exports, analytics) begun.") { Double($0.scans) }
        group.counter("database_scans_refused_total", "Scans refused because too many waited.") { Double($0.refusedScans) }
        group.gauge("database_scan_queue_depth", "Scans that wait for a thread.") { $0.scanQueueDepth }
        group.gauge("database_scans_running", "Scans that run; a long one keeps the write-ahead log from being cut.") { $0.runningScans }
        group.counter("database_scan_wait_seconds_total", "Time that begun scans had waited for a thread.") {
            Double(nanoseconds: $0.scanWaitNanoseconds)
        }
        return group
    }
}
