import Timekeeping

/// When the next backup and the next drill are due. Knows no clock.
struct BackupSchedule: Sendable {
    /// The least time from a backup of this process to one that is made because of the archive alone.
    static let rest: Int64 = 5_000
    /// The least time from an attempt that failed to the next, and before a drill.
    static let longestPause: Int64 = 300_000

    let every: Int64
    let drillEvery: Int64
    let start: Timestamp

    init(_ policy: BackupPolicy, start: Timestamp) {
        every = policy.every.milliseconds
        drillEvery = policy.drillEvery.milliseconds
        self.start = start
    }

    /// The pause after an attempt that failed, in milliseconds.
    var pause: Int64 { min(every, Self.longestPause) }

    /// - Parameters:
    ///   - newest: when the newest backup was made, by the wall clock; `nil` if there is none.
    ///   - attempt: when the last one was begun, whatever came of it and in whichever process.
    ///   - leadsOn: whether the archive that is being kept begins with it, or none is kept.
    func isBackupDue(at now: Timestamp, newest: Timestamp?, attempt: Timestamp?, leadsOn: Bool) -> Bool {
        // An attempt that is later than the newest backup has failed.
        if let attempt, newest.map({ $0 < attempt }) ?? true, !hasPassed(pause, since: attempt, at: now) { return false }
        // However soon after the start, or a service that never runs for long would have none.
        if hasPassed(every, since: newest, at: now) { return true }
        // At once after a restore: without it, what is written from now on is in an archive that leads on from nothing.
        return !leadsOn && (newest.map { $0 < start } ?? true || hasPassed(min(every, Self.rest), since: newest, at: now))
    }

    /// - Parameters:
    ///   - last: when the last one began, whatever came of it; `nil` if there was none.
    func isDrillDue(at now: Timestamp, last: Timestamp?) -> Bool {
        guard drillEvery > 0 else { return false }
        return hasPassed(min(drillEvery, Self.longestPause), since: start, at: now) && hasPassed(drillEvery, since: last, at: now)
    }

    /// Also where the moment is in the future: the clock was set back, and waiting for it to be reached again could take years.
    private func hasPassed(_ milliseconds: Int64, since moment: Timestamp?, at now: Timestamp) -> Bool {
        guard let moment else { return true }
        let elapsed = now.milliseconds - moment.milliseconds
        return elapsed >= milliseconds || elapsed < 0
    }
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int64 { components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000 }
}
