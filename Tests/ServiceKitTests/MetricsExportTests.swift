import Database
import Dispatch
import HTTPCore
import Synchronization
import TestKit
import Testing
import Timekeeping

@testable import ServiceKit

@Suite struct MetricsExportTests {
    static let now = Timestamp(milliseconds: 1_800_000_000_000)

    /// All metrics that there are beside those of requests.
    static func render(archive: ArchiveStatistics? = ArchiveStatistics(), backups: BackupReading? = BackupReading()) async throws
        -> MetricsText
    {
        let folder = try TemporaryFolder()
        let database = try DatabaseFile(path: folder.file("app.db"), schema: Notebook.fileSchema)
        defer { database.close() }
        try await database.write { _ = try $0.execute("INSERT INTO notes (text, created_at) VALUES ('milk', 0)") }
        let metrics = ServiceMetrics(
            MetricsRegistry(),
            database: database,
            version: ServiceVersion(name: "notebook", version: "1"),
            start: now,
            archive: { archive },
            backups: { backups },
            now: { now }
        )
        return MetricsText(await metrics.render())
    }

    @Test func `are what Prometheus reads and its check has nothing against`() async throws {
        let metrics = try await Self.render()
        #expect(metrics.faults == [])
        let served = try await TestService<Notebook>.run { service in
            _ = try await service.client.post("/notes", json: ["text": "milk"])
            return MetricsText(try await service.metrics())
        }
        #expect(served.faults == [])
        #expect(served.kinds["http_request_duration_seconds"] == "histogram")
    }

    @Test func `tell each transaction, its size and its time`() async throws {
        let metrics = try await Self.render()
        let transactions = try #require(metrics.value("database_transactions_total"))
        #expect(transactions >= 1)
        #expect(metrics.value("database_commit_seconds_count") == transactions)
        #expect(metrics.value("database_batch_writes_count") == transactions)
        #expect(metrics.value("database_batch_writes_sum") == metrics.value("database_writes_total"))
    }

    /// Blocks until it is let go, once.
    private final class Hanging: Sendable {
        let begun = DispatchSemaphore(value: 0)
        let letGo = DispatchSemaphore(value: 0)
        let calls = Atomic(0)

        func hang() {
            guard calls.add(1, ordering: .sequentiallyConsistent).newValue == 1 else { return }
            begun.signal()
            // Not for ever, so that a test that fails ends.
            _ = letGo.wait(timeout: .now() + 20)
        }
    }

    @Test func `whoever asks while a disk hangs is told what is known, and waits for nobody`() throws {
        let folder = try TemporaryFolder()
        let database = try DatabaseFile(path: folder.file("app.db"), schema: Notebook.fileSchema)
        defer { database.close() }
        let disk = Hanging()
        let metrics = ServiceMetrics(
            MetricsRegistry(),
            database: database,
            version: ServiceVersion(name: "notebook", version: "1"),
            start: Self.now,
            archive: {
                disk.hang()
                return nil
            },
            backups: { nil },
            now: { Self.now }
        )
        DispatchQueue.global().async { _ = metrics.text() }
        disk.begun.wait()
        let seconds = try #require(MetricsText(metrics.text()).value("metrics_reading_seconds"))
        #expect(seconds > 0)
        #expect(disk.calls.load(ordering: .sequentiallyConsistent) == 1, "it waited until the disk was there again")
        disk.letGo.signal()
    }

    @Test func `tell what the process takes`() async throws {
        let metrics = try await Self.render()
        for name in ["process_resident_memory_bytes", "process_cpu_seconds_total", "process_threads", "process_open_fds"] {
            let value = try #require(metrics.value(name))
            #expect(value > 0, "\(name)")
        }
        let open = try #require(metrics.value("process_open_fds"))
        let most = try #require(metrics.value("process_max_fds"))
        #expect(open <= most)
    }

    @Test func `say nothing of backups and archives that nobody wants`() async throws {
        let none = try await Self.render(archive: nil, backups: nil)
        #expect(none.kinds.keys.filter { $0.hasPrefix("backup_") || $0.hasPrefix("drill_") || $0.hasPrefix("archive_") } == [])
        let unscheduled = try await Self.render(archive: nil, backups: BackupReading())
        #expect(unscheduled.value("backup_age_seconds") == nil && unscheduled.value("drill_age_seconds") == nil)
        #expect(unscheduled.value("backup_failures_total") == 0)
    }

    @Test func `call what is wanted and was never done infinitely old`() async throws {
        var reading = BackupReading()
        reading.interval = 3_600
        reading.drillInterval = 86_400
        reading.hasTarget = true
        let metrics = try await Self.render(backups: reading)
        for name in ["backup_age_seconds", "drill_age_seconds", "backup_copy_age_seconds", "archive_age_seconds"] {
            #expect(metrics.value(name) == .infinity, "\(name)")
        }
    }

    @Test func `tell ages, and none below 0 when the clock was set back`() async throws {
        var reading = BackupReading()
        reading.lastBackup = Timestamp(milliseconds: Self.now.milliseconds - 90_500)
        reading.lastDrill = Timestamp(milliseconds: Self.now.milliseconds + 1_000)
        let metrics = try await Self.render(backups: reading)
        #expect(metrics.value("backup_age_seconds") == 90.5)
        #expect(metrics.value("drill_age_seconds") == 0)
    }
}
