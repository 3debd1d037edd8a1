import Backups
import Database
import HTTPCore
import Synchronization
import Timekeeping

/// The metrics of the file, its archive and backups, and the process, asked for each time they are read.
final class ServiceMetrics: Sendable {
    private let registry: MetricsRegistry
    private let groups: [@Sendable () -> Void]
    /// Two readers at the same moment: a total must not be lower than one that the other has seen.
    private let turn = Mutex(())
    /// When the last reading began, in nanoseconds.
    private let begun = Atomic<Int64>(0)

    /// - Parameters:
    ///   - registry: where they are added, beside those of the requests.
    ///   - database: the file.
    ///   - version: what is running.
    ///   - start: when it was started.
    ///   - backups: how they go, and what is wanted; `nil` leaves their metrics out.
    ///   - now: the wall clock, for ages.
    convenience init(
        _ registry: MetricsRegistry,
        database: DatabaseFile,
        version: ServiceVersion,
        start: Timestamp,
        backups: (status: BackupStatus, policy: BackupPolicy)? = nil,
        now: @escaping @Sendable () -> Timestamp = { .now }
    ) {
        self.init(
            registry,
            database: database,
            version: version,
            start: start,
            archive: { database.archiveStatistics },
            backups: { backups.map { BackupReading($0.status, $0.policy) } },
            now: now
        )
    }

    /// - Parameters:
    ///   - archive: what the archive did; `nil` without one.
    ///   - backups: how they go; `nil` when they are not known of.
    init(
        _ registry: MetricsRegistry,
        database: DatabaseFile,
        version: ServiceVersion,
        start: Timestamp,
        archive: @escaping @Sendable () -> ArchiveStatistics?,
        backups: @escaping @Sendable () -> BackupReading?,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.registry = registry
        let labels: KeyValuePairs = ["name": version.name, "version": version.version, "commit": version.commit]
        registry.gauge("build_info", "What is running; always 1.", labels: labels).value = 1
        registry.gauge("process_start_time_seconds", "When the process started, in seconds since 1970.").value =
            Double(start.milliseconds) / 1_000
        groups = [
            MetricsGroup<ProcessReading>.process(in: registry).renew,
            MetricsGroup<WriterStatistics>.writer(of: database, in: registry).renew,
            MetricsGroup<ReaderStatistics>.readers(of: database, in: registry).renew,
            MetricsGroup<FileReading>.file(database, in: registry).renew,
            MetricsGroup<ArchiveStatistics>.archive(archive, in: registry, now: now).renew,
            MetricsGroup<BackupReading>.backups(backups, in: registry, now: now).renew,
        ]
        registry.gauge("metrics_reading_seconds", "Time that reading these has taken; if it does not end, a disk hangs.") { [weak self] in
            self.map { Double(nanoseconds: MonotonicClock.nanoseconds - $0.begun.load(ordering: .relaxed)) }
        }
    }

    /// All metrics as text, as they are now. Not on the event loop: a disk that hangs must hold up nobody but whoever asks for them.
    func render() async -> String { await offEventLoop { [self] in text() } }

    /// As ``render()``, on the calling thread.
    func text() -> String {
        turn.withLockIfAvailable { _ in
            begun.store(MonotonicClock.nanoseconds, ordering: .relaxed)
            for renew in groups { renew() }
            return registry.render()
        }
            // Maybe a disk hangs: whoever asks meanwhile is told what was known before, and no further thread is lost to it.
            ?? registry.render()
    }
}
