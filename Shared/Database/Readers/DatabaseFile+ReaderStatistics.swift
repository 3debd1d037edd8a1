extension DatabaseFile {
    /// What the readers have done so far. Asks each thread's counter, so once a second is fine, and once per request is not.
    public var readerStatistics: ReaderStatistics {
        // What scans do is known to their pool, what they share with other reads to the readers.
        var statistics = scans.statistics
        (statistics.reads, statistics.openConnections) = readers.totals
        return statistics
    }
}
