import HTTPCore
import Timekeeping

/// How backups and drills go, at one moment.
struct BackupReading: Sendable {
    /// The moment whose state the newest backup holds.
    var lastBackup: Timestamp?
    /// The size of its file.
    var lastBytes: Int64?
    /// How long it took; `nil` until this process has made one.
    var lastSeconds: Double?
    /// Backups that failed since the start.
    var failures = 0
    /// Seconds between two backups; `nil` when none are scheduled.
    var interval: Double?
    /// Whether backups are copied to a second place.
    var hasTarget = false
    /// When all of them were last there.
    var lastCopied: Timestamp?
    /// Copies that failed since the start.
    var copyFailures = 0
    /// The last drill that went well.
    var lastDrill: Timestamp?
    /// Drills that failed since the start.
    var drillFailures = 0
    /// Seconds between two drills; `nil` when none are scheduled.
    var drillInterval: Double?
}

extension MetricsGroup<BackupReading> {
    /// How backups and drills go. Ages are infinite as long as there was none, and only there where somebody wants one now and then.
    ///
    /// - Parameter now: the wall clock.
    static func backups(
        _ reading: @escaping @Sendable () -> BackupReading?,
        in registry: MetricsRegistry,
        now: @escaping @Sendable () -> Timestamp
    ) -> MetricsGroup {
        let group = MetricsGroup(registry, read: reading)
        group.gauge("backup_interval_seconds", "Time between two backups as set.") { $0.interval }
        group.gauge("backup_age_seconds", "Age of the newest backup; infinite without one.") { reading -> Double? in
            reading.interval == nil && reading.lastBackup == nil ? nil : now().seconds(since: reading.lastBackup)
        }
        group.gauge("backup_bytes", "Size of the newest backup.") { $0.lastBytes.map { Double($0) } }
        group.gauge("backup_duration_seconds", "Time that the newest backup took.") { $0.lastSeconds }
        group.counter("backup_failures_total", "Backups that failed.") { $0.failures }
        group.gauge("backup_copy_age_seconds", "Time since all were in the second place; infinite before that.") { reading -> Double? in
            reading.hasTarget ? now().seconds(since: reading.lastCopied) : nil
        }
        group.counter("backup_copy_failures_total", "Copies to the second place that failed.") { reading -> Double? in
            reading.hasTarget ? Double(reading.copyFailures) : nil
        }
        group.gauge("drill_interval_seconds", "Time between two restore drills as set.") { $0.drillInterval }
        group.gauge("drill_age_seconds", "Age of the newest restore drill that went well; infinite without one.") { reading -> Double? in
            reading.drillInterval == nil && reading.lastDrill == nil ? nil : now().seconds(since: reading.lastDrill)
        }
        group.counter("drill_failures_total", "Restore drills that failed.") { $0.drillFailures }
        return group
    }
}
