/// What the readers of a file have done since it was opened, for metrics.
public struct ReaderStatistics: Sendable, Equatable {
    /// Reads begun: calls of ``DatabaseFile/read(_:)`` and ``DatabaseFile/first(_:_:map:)``, and scans. One inside another counts as one,
    /// ``DatabaseFile/fileSizes()`` as none.
    public internal(set) var reads: UInt64 = 0
    /// Scans begun.
    public internal(set) var scans: UInt64 = 0
    /// Scans refused as ``DatabaseError/overloaded``, because too many waited.
    public internal(set) var refusedScans: UInt64 = 0
    /// Scans that wait for a thread now.
    public internal(set) var scanQueueDepth = 0
    /// Scans that run now. One that runs for long keeps the WAL from being cut.
    public internal(set) var runningScans = 0
    /// How long the scans that were begun had waited for a thread, all together, in nanoseconds. Other reads never wait.
    public internal(set) var scanWaitNanoseconds: Int64 = 0
    /// Connections that are open now: one for each thread that has read.
    public internal(set) var openConnections = 0
}
