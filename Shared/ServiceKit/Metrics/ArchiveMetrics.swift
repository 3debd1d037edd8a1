import Database
import HTTPCore
import Timekeeping

extension MetricsGroup<ArchiveStatistics> {
    /// What the archive of commits does. None of them is there without an archive.
    ///
    /// - Parameters:
    ///   - statistics: `nil` without an archive.
    ///   - now: the wall clock.
    static func archive(
        _ statistics: @escaping @Sendable () -> ArchiveStatistics?,
        in registry: MetricsRegistry,
        now: @escaping @Sendable () -> Timestamp
    ) -> MetricsGroup {
        let group = MetricsGroup(registry, read: statistics)
        group.gauge("archive_unarchived_commits", "Commits that are in the file and not in the archive.") { $0.unarchivedCommits }
        group.gauge("archive_age_seconds", "Time since something was archived; infinite before the first time.") {
            now().seconds(since: $0.lastArchived)
        }
        group.counter("archive_blocks_total", "Blocks written to the archive.") { $0.blocks }
        group.counter("archive_bytes_total", "Bytes written to the archive.") { $0.bytes }
        group.counter("archive_failures_total", "Attempts to archive that failed.") { $0.failures }
        group.counter("archive_generations_total", "Series of commits begun anew, because those before are not all archived.") {
            $0.generations
        }
        return group
    }
}

extension Timestamp {
    /// Seconds since something happened. Infinite if it never did, so that "too long ago" covers that, too; not less than 0, whatever the
    /// wall clock did meanwhile.
    func seconds(since past: Timestamp?) -> Double {
        guard let past else { return .infinity }
        return max(0, Double(milliseconds) - Double(past.milliseconds)) / 1_000
    }
}
