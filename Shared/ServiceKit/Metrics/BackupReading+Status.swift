import Backups

extension BackupReading {
    /// - Parameters:
    ///   - status: of the backups of this process.
    ///   - policy: what is wanted.
    init(_ status: BackupStatus, _ policy: BackupPolicy) {
        lastBackup = status.lastSuccess
        lastBytes = status.lastBytes
        lastSeconds = status.lastSeconds
        failures = status.failures
        interval = policy.isScheduled ? policy.every / .seconds(1) : nil
        hasTarget = policy.isScheduled && policy.target != nil
        lastCopied = status.lastCopied
        copyFailures = status.copyFailures
        lastDrill = status.lastDrill
        drillFailures = status.drillFailures
        drillInterval = policy.isScheduled && policy.drillEvery > .zero ? policy.drillEvery / .seconds(1) : nil
    }
}
