import Synchronization
import Timekeeping

/// What the upkeep knows from one round to the next, so that a round in which nothing is due reads no disk.
final class UpkeepMemory: Sendable {
    private struct State {
        var isLoaded = false
        var newest: Backup?
        var success: Timestamp?
        var attempt: Timestamp?
        var isMaking = false
        var needsThinning = false
        var needsCompression = false
        var archivedBytes = 0
        var isArchiveFailing = false
        var needsCopy = false
        var copyAttempt: Timestamp?
        var lastDrill: Timestamp?
        var knowsLastDrill = false
    }

    /// As large as a segment of the archive becomes.
    private static let segmentBytes = 16 << 20

    private let state = Mutex(State())

    /// The newest backup.
    var newest: Backup? { state.withLock { $0.newest } }

    /// When the newest backup was made, by the wall clock.
    var success: Timestamp? { state.withLock { $0.success } }

    /// When a backup was last begun, in any process.
    var attempt: Timestamp? { state.withLock { $0.attempt } }

    /// Whether the service is making a backup by itself.
    var isMaking: Bool {
        get { state.withLock { $0.isMaking } }
        set { state.withLock { $0.isMaking = newValue } }
    }

    /// Looks into the folder, the first time.
    func load(_ folder: BackupFolder, at now: Timestamp) throws {
        guard !state.withLock({ $0.isLoaded }) else { return }
        let newest = try folder.newest(asOf: now)
        let attempt = FolderLock.lastAttempt(in: folder)
        state.withLock { state in
            state.isLoaded = true
            if state.newest == nil { (state.newest, state.success) = (newest?.backup, newest?.made) }
            state.attempt = state.attempt ?? attempt
            // What a process before this one may have left undone.
            state.needsCopy = state.newest != nil
        }
    }

    /// - Returns: `true`
    func begin(at now: Timestamp) -> Bool {
        state.withLock { state in
            state.attempt = now
            // Whatever comes of it: one that fails for want of room needs that all the more.
            state.needsCompression = true
        }
        return true
    }

    func made(_ backup: Backup, at now: Timestamp) {
        state.withLock { state in
            state.newest = backup
            state.success = min(backup.manifest.takenAt, now)
            state.needsThinning = true
            state.needsCompression = true
            state.needsCopy = true
            state.copyAttempt = nil
        }
    }

    /// Whether there was a backup since this was last asked.
    func takeThinning() -> Bool {
        state.withLock { state in
            defer { state.needsThinning = false }
            return state.needsThinning
        }
    }

    /// Whether there was a backup, or the attempt to make one, since this was last true, or as much was archived as fills a segment.
    ///
    /// - Parameter archivedBytes: since the start.
    func takeCompression(archivedBytes: Int) -> Bool {
        state.withLock { state in
            guard state.needsCompression || archivedBytes - state.archivedBytes >= Self.segmentBytes else { return false }
            state.needsCompression = false
            state.archivedBytes = archivedBytes
            return true
        }
    }

    /// - Returns: whether that is news.
    func noteArchive(isFailing: Bool) -> Bool {
        state.withLock { state in
            defer { state.isArchiveFailing = isFailing }
            return state.isArchiveFailing != isFailing
        }
    }

    /// Whether there is something to copy, and the last attempt, if it failed, is long enough ago.
    func takeCopy(at now: Timestamp, pause: Int64) -> Bool {
        state.withLock { state in
            guard state.needsCopy else { return false }
            if let attempt = state.copyAttempt, (0..<pause).contains(now.milliseconds - attempt.milliseconds) { return false }
            state.copyAttempt = now
            // Said before the work: what is made during it is the next one's.
            state.needsCopy = false
            return true
        }
    }

    func copyFailed() { state.withLock { $0.needsCopy = true } }

    /// Whether a drill is due. One that fails, or ends the process, is not begun again before the next one is due.
    ///
    /// - Parameter last: when the last one began, as its report says.
    func takeDrill(at now: Timestamp, _ schedule: BackupSchedule, last: () -> Timestamp?) -> Bool {
        if !state.withLock({ $0.knowsLastDrill }) {
            let time = last()
            state.withLock { state in
                state.lastDrill = time
                state.knowsLastDrill = true
            }
        }
        return state.withLock { state in
            guard schedule.isDrillDue(at: now, last: state.lastDrill) else { return false }
            state.lastDrill = now
            return true
        }
    }
}
