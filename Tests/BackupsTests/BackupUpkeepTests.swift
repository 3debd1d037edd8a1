import Database
import Glibc
import Logging
import Synchronization
import TestKit
import Testing
import Timekeeping

@testable import Backups

@Suite struct BackupUpkeepTests {
    let fixture: RestoreFixture

    init() throws { fixture = try RestoreFixture() }

    private func upkeep(
        _ database: DatabaseFile,
        log: Log = Log(),
        _ change: (inout BackupPolicy) -> Void = { _ in },
        drill: (@Sendable () async throws -> Void)? = nil
    ) -> BackupUpkeep {
        var policy = BackupPolicy(folder: fixture.backups.path)
        policy.isScheduled = true
        policy.drillEvery = .zero
        change(&policy)
        return BackupUpkeep(
            database: database,
            product: RestoreFixture.product,
            version: "1.0",
            policy: policy,
            logger: Logger(label: "test") { _ in Handler(log: log) },
            now: { [clock = fixture.clock] in clock.now },
            drill: drill
        )
    }

    private final class Counter: Sendable {
        private let number = Atomic(0)

        var value: Int { number.load(ordering: .relaxed) }

        func add(_ more: Int) { number.add(more, ordering: .relaxed) }
    }

    /// What was said at the level of a notice or above.
    private final class Log: Sendable {
        private let said = Mutex<[String]>([])

        var messages: [String] { said.withLock { $0 } }

        func add(_ message: String) { said.withLock { $0.append(message) } }
    }

    private struct Handler: LogHandler {
        let log: Log
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.notice

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { log.add("\(event.message)") }
    }

    private func count() throws -> Int { try fixture.backups.backups().count }

    @Test func `backups are made when they are due, and thinned`() async throws {
        let database = try fixture.open(isArchived: false)
        defer { database.close() }
        let upkeep = self.upkeep(database) { $0.keep = Keep("2h") ?? Keep() }
        await upkeep.round()
        #expect(try count() == 1)
        #expect(upkeep.status.lastSuccess == fixture.clock.now && upkeep.status.lastError == nil)
        await upkeep.round()
        #expect(try count() == 1)
        for _ in 0..<3 {
            fixture.clock.advance(seconds: 3_600)
            await upkeep.round()
        }
        #expect(try count() == 2)
        #expect(try fixture.backups.backups().last?.manifest.takenAt == fixture.clock.now)
    }

    @Test func `a failed one removes nothing, is counted, and is tried again after a pause`() async throws {
        let database = try fixture.open(isArchived: false)
        defer { database.close() }
        try await fixture.backUp(database, product: "diary")
        let upkeep = self.upkeep(database) { $0.keep = Keep("1h") ?? Keep() }
        fixture.clock.advance(seconds: 4_000)
        for _ in 0..<3 { await upkeep.round() }
        #expect(upkeep.status.failures == 1 && upkeep.status.lastError?.contains("diary") == true)
        fixture.clock.advance(seconds: 300)
        await upkeep.round()
        #expect(upkeep.status.failures == 2)
        #expect(try count() == 1)
    }

    @Test func `an archive that begins with no backup gets one`() async throws {
        let first = try fixture.open(isArchived: false)
        try await fixture.backUp(first)
        first.close()
        let database = try fixture.open()
        defer { database.close() }
        let upkeep = self.upkeep(database) { $0.every = .seconds(86_400) }
        // Another hour, or the first one would be thinned out.
        fixture.clock.advance(seconds: 3_600)
        await upkeep.round()
        let newest = try #require(try fixture.backups.backups().last)
        #expect(newest.manifest.position?.generation == database.archiveStatistics?.generation)
        #expect(try count() == 2)
    }

    @Test func `of two archives within an hour, the first backups of both stay`() async throws {
        for _ in 0..<2 {
            let database = try fixture.open()
            let upkeep = self.upkeep(database) { $0.keep = Keep("1h") ?? Keep() }
            for _ in 0..<2 {
                fixture.clock.advance(seconds: 5)
                await upkeep.round()
                // Without a commit, nothing leads on from it.
                try await fixture.write(["one"], to: database)
                try await database.snapshot().close()
            }
            database.close()
            // As if somebody else had written to the file: the next one cannot carry it on.
            try DiskFile.remove(fixture.backups.archiveFolder + "/current")
        }
        #expect(try count() == 2)
    }

    @Test func `an archive that cannot be written is in the log once, and so is its end`() async throws {
        let log = Log()
        let database = try fixture.open()
        defer { database.close() }
        let upkeep = self.upkeep(database, log: log)
        await upkeep.round()
        #expect(log.messages.isEmpty)
        // A file where the folder should be, which stops even root.
        let (folder, aside) = (fixture.backups.archiveFolder, fixture.folder.file("aside"))
        try DiskFile.move(folder, to: aside)
        try fixture.folder.write("".utf8, to: "backups/archive")
        try await fixture.write(["one"], to: database)
        for _ in 0..<2 {
            // A snapshot has everything archived first.
            try await database.snapshot().close()
            await upkeep.round()
        }
        #expect(log.messages == ["commits cannot be archived"])
        try DiskFile.remove(folder)
        try DiskFile.move(aside, to: folder)
        try await database.snapshot().close()
        await upkeep.round()
        #expect(log.messages == ["commits cannot be archived", "commits are archived again"])
    }

    @Test func `one that is asked for is copied, too`() async throws {
        let database = try fixture.open(isArchived: false)
        defer { database.close() }
        let offsite = fixture.folder.file("offsite")
        try DiskFile.makeFolder(offsite)
        let upkeep = self.upkeep(database) { $0.target = .folder(offsite) }
        let backup = try await upkeep.makeNow()
        await upkeep.copyIfDue()
        #expect(try BackupFolder(offsite).backups().map(\.manifest) == [backup.manifest])
        #expect(upkeep.status.lastCopied == fixture.clock.now)
    }

    @Test func `one that is asked for waits for the one that is due`() async throws {
        let database = try fixture.open(isArchived: false)
        defer { database.close() }
        let upkeep = self.upkeep(database)
        for _ in 0..<5 {
            async let round: Void = upkeep.round()
            _ = try await upkeep.makeNow()
            await round
            fixture.clock.advance(seconds: 3_600)
        }
        #expect(upkeep.status.failures == 0)
    }

    @Test func `a second place that is missing is counted and tried again`() async throws {
        let database = try fixture.open(isArchived: false)
        defer { database.close() }
        let offsite = fixture.folder.file("offsite")
        let upkeep = self.upkeep(database) { $0.target = .folder(offsite) }
        _ = try await upkeep.makeNow()
        for _ in 0..<3 { await upkeep.copyIfDue() }
        #expect(upkeep.status.copyFailures == 1)
        try DiskFile.makeFolder(offsite)
        fixture.clock.advance(seconds: 300)
        await upkeep.copyIfDue()
        #expect(try BackupFolder(offsite).backups().count == 1)
    }

    @Test(.timeLimit(.minutes(1))) func `a second place that hangs holds up neither backups nor the end`() async throws {
        let database = try fixture.open(isArchived: false)
        defer { database.close() }
        let first = try await fixture.backUp(database)
        let offsite = fixture.folder.file("offsite")
        try DiskFile.makeFolder(offsite)
        // Whoever opens it for writing waits for a reader.
        try #require(mkfifo("\(offsite)/\(BackupFolder.partialPrefix)\(first.manifest.file)", 0o600) == 0)
        let upkeep = self.upkeep(database) { policy in
            policy.every = .seconds(1)
            policy.target = .folder(offsite)
        }
        let running = Task { try await upkeep.run() }
        for number in 2...4 {
            fixture.clock.advance(seconds: 3_600)
            while try count() < number { await Task.yield() }
        }
        running.cancel()
        try await running.value
        #expect(upkeep.status.lastCopied == nil)
    }

    /// As if that had been the wall clock when the file was written.
    private func stamp(_ backup: Backup, _ time: Timestamp) throws {
        let times = [timespec](repeating: timespec(tv_sec: Int(time.seconds), tv_nsec: 0), count: 2)
        try #require(utimensat(AT_FDCWD, backup.path, times, 0) == 0)
    }

    @Test func `after a clock that was ahead is put right, backups are made, stay, and are told of`() async throws {
        let database = try fixture.open(isArchived: false)
        defer { database.close() }
        let start = fixture.clock.now
        fixture.clock.advance(seconds: 86_400)
        for _ in 0..<3 {
            fixture.clock.advance(seconds: 3_600)
            let backup = try await fixture.backUp(database)
            try stamp(backup, backup.manifest.takenAt)
        }
        fixture.clock.now = start
        let upkeep = self.upkeep(database) { $0.keep = Keep("3h") ?? Keep() }
        for _ in 0..<3 {
            await upkeep.round()
            fixture.clock.advance(seconds: 300)
        }
        #expect(try count() == 4)
        #expect(upkeep.status.lastSuccess == start)
        #expect(try BackupStatus(fixture.backups, now: start).lastSuccess == fixture.backups.backups().first?.manifest.takenAt)
    }

    @Test func `an archive whose clock is ahead gets backups at their times, which are thinned by when they were made`() async throws {
        // Later than any test is run, so that no file is from the future.
        let start = Timestamp(seconds: 2_100_000_000)
        fixture.clock.now = start.adding(seconds: 86_400 * 365)
        let database = try fixture.open()
        defer { database.close() }
        try await fixture.write(["ahead"], to: database)
        fixture.clock.now = start
        let upkeep = self.upkeep(database) { $0.keep = Keep("2h") ?? Keep() }
        var made: Set<String> = []
        for hour in 0..<5 {
            try await fixture.write(["\(hour)"], to: database)
            for _ in 0..<12 {
                await upkeep.round()
                for backup in try fixture.backups.backups() where made.insert(backup.path).inserted { try stamp(backup, fixture.clock.now) }
                fixture.clock.advance(seconds: 300)
            }
        }
        #expect(made.count == 5)
        // The first of the archive, those of the two hours before, and the last.
        #expect(try count() == 4)
        let status = BackupStatus(fixture.backups, now: fixture.clock.now)
        #expect(status.lastSuccess.map { $0 >= start && $0 < fixture.clock.now } == true)
    }

    @Test func `drills are made with a backup only, and their failures are counted`() async throws {
        let database = try fixture.open(isArchived: false)
        defer { database.close() }
        let drills = Counter()
        struct Failure: Error {}
        let upkeep = self.upkeep(database) { policy in
            policy.drillEvery = .seconds(86_400)
            policy.every = .seconds(86_400 * 31)
        } drill: {
            drills.add(1)
            throw Failure()
        }
        fixture.clock.advance(seconds: 300)
        for _ in 0..<3 { await upkeep.round() }
        #expect(upkeep.status.drillFailures == 1)
        fixture.clock.advance(seconds: 86_400)
        await upkeep.round()
        #expect(drills.value == 2)
    }

    @Test func `by itself it drills and remembers when that went well`() async throws {
        let database = try fixture.open(isArchived: false)
        defer { database.close() }
        let upkeep = self.upkeep(database) { $0.drillEvery = .seconds(86_400) }
        fixture.clock.advance(seconds: 300)
        await upkeep.round()
        #expect(upkeep.status.lastDrill == fixture.clock.now)
        #expect(BackupStatus(fixture.backups).lastDrill == fixture.clock.now)
    }
}
