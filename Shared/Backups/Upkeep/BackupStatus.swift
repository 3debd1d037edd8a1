import Synchronization
public import Timekeeping

/// How backups have gone, for metrics. Survives a restart as far as it is in the folder.
public final class BackupStatus: Sendable {
    private struct State {
        var lastSuccess: Timestamp?
        var lastBytes: Int64?
        var lastSeconds: Double?
        var failures = 0
        var lastError: String?
        var lastCopied: Timestamp?
        var copyFailures = 0
        var lastDrill: Timestamp?
        var drillFailures = 0
    }

    private let state: Mutex<State>

    /// What the folder says. What cannot be read is left out.
    ///
    /// - Parameter now: the wall clock.
    public init(_ folder: BackupFolder, now: Timestamp = .now) {
        var state = State()
        let newest = try? folder.newest(asOf: now)
        state.lastSuccess = newest?.made
        state.lastBytes = newest?.backup.manifest.fileBytes
        state.lastDrill = LastDrill(in: folder)?.lastSuccess
        self.state = Mutex(state)
    }

    /// The moment whose state the newest backup holds, or when it was made, where that moment is ahead of the clock; `nil` if there is none.
    public var lastSuccess: Timestamp? { state.withLock { $0.lastSuccess } }
    /// The size of the newest backup's file in bytes.
    public var lastBytes: Int64? { state.withLock { $0.lastBytes } }
    /// How long the last backup took; `nil` until this process has made one.
    public var lastSeconds: Double? { state.withLock { $0.lastSeconds } }
    /// How many backups have failed since the start.
    public var failures: Int { state.withLock { $0.failures } }
    /// What went wrong with the last backup; `nil` if nothing did.
    public var lastError: String? { state.withLock { $0.lastError } }
    /// When all backups were last in the second place; `nil` if they were not since the start, or there is no such place.
    public var lastCopied: Timestamp? { state.withLock { $0.lastCopied } }
    /// How many times copying to the second place has failed since the start.
    public var copyFailures: Int { state.withLock { $0.copyFailures } }
    /// When the last drill began that went well; `nil` if none did.
    public var lastDrill: Timestamp? { state.withLock { $0.lastDrill } }
    /// How many drills have failed since the start.
    public var drillFailures: Int { state.withLock { $0.drillFailures } }

    func succeeded(_ backup: Backup, at now: Timestamp, seconds: Double) {
        state.withLock { state in
            state.lastSuccess = min(backup.manifest.takenAt, now)
            state.lastBytes = backup.manifest.fileBytes
            state.lastSeconds = seconds
            state.lastError = nil
        }
    }

    func failed(_ error: any Error) {
        state.withLock { state in
            state.failures += 1
            state.lastError = "\(error)"
        }
    }

    func copied(at time: Timestamp) { state.withLock { $0.lastCopied = time } }

    func copyFailed() { state.withLock { $0.copyFailures += 1 } }

    func drilled(lastSuccess: Timestamp?, isFailed: Bool) {
        state.withLock { state in
            state.lastDrill = lastSuccess ?? state.lastDrill
            if isFailed { state.drillFailures += 1 }
        }
    }
}
