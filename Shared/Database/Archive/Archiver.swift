import CSQLite
import Glibc
import Synchronization
import Timekeeping

/// Copies the commits of a file from its WAL to its archive, before a checkpoint lets SQLite overwrite them.
///
/// It never stands in the way of the file for long: what cannot be archived is tried again, and when too much waits for it, the archive is
/// given up and a new generation begun as soon as that works.
// Unchecked because of the state: after the initializer, only the writer's thread touches it. `statistics` has a lock of its own.
final class Archiver: @unchecked Sendable {
    let options: ArchiveOptions
    /// Of the database file.
    let path: String
    let folder: ArchiveFolder
    /// For everybody.
    let statistics = Mutex(ArchiveStatistics())
    private let clock: @Sendable () -> Timestamp

    /// Held while this process writes to the archive.
    var lock: RawFile?
    /// What is being archived; `nil` while the folder cannot be written to, or after the archive was given up.
    var series: ArchiveSeries?
    /// What SQLite has committed; `nil` as long as nobody knows.
    var committed: (salts: WALSalts, frame: Int)?
    var times: CommitTimes?
    /// No commit and no snapshot may be given an earlier time.
    var floor = Timestamp(milliseconds: .min)
    private var wal: WALFile?

    /// Carries on the archive where a process before this one left it, if that is proved to be without a gap, and archives what that left
    /// behind; or begins a new generation. Before anything is written to the file.
    ///
    /// Throws only when another process writes to the archive. All else is tried again later.
    init(path: String, options: ArchiveOptions, now: @escaping @Sendable () -> Timestamp) throws {
        self.path = path
        self.options = options
        clock = now
        folder = ArchiveFolder(path: options.folder)
        do {
            let scan = try WALScan(of: path)
            committed = (scan.end.salts, scan.end.frame)
            try prepare()
            if try resume(after: scan) { try archiveCommitted() } else { try begin() }
        } catch let error as DatabaseError {
            throw error
        } catch {
            fail(error)
        }
        report()
    }

    /// For ``DatabaseFile/catchUpArchive(path:options:)``: only carries on, and only where there is an archive.
    init(catchingUp path: String, options: ArchiveOptions) throws {
        self.path = path
        self.options = options
        clock = { .now }
        folder = ArchiveFolder(path: options.folder)
        guard try folder.current() != nil else { return }
        let scan = try WALScan(of: path)
        committed = (scan.end.salts, scan.end.frame)
        try prepare()
        if try resume(after: scan) { try archiveCommitted() }
    }

    /// The wall clock, which here never goes back.
    func tick() -> Timestamp {
        floor = max(floor, clock())
        return floor
    }

    /// The WAL of the file; there is none before the first commit.
    private func openWAL() throws -> WALFile {
        if let wal { return wal }
        guard let opened = try WALFile.existing(at: path + "-wal") else {
            throw ArchiveError.missing(path: path + "-wal", reason: "the write-ahead log is not there")
        }
        wal = opened
        return opened
    }

    // MARK: Commits

    /// Has SQLite tell of every commit.
    func watch(_ connection: Connection) {
        sqlite3_wal_hook(
            connection.handle,
            { archiver, _, name, frames in
                guard let archiver, let name, strcmp(name, "main") == 0 else { return SQLITE_OK }
                Unmanaged<Archiver>.fromOpaque(archiver).takeUnretainedValue().hasCommitted(frames: Int(frames))
                return SQLITE_OK
            },
            Unmanaged.passUnretained(self).toOpaque()
        )
    }

    /// A commit is in the WAL, and nobody has heard of it yet.
    private func hasCommitted(frames: Int) {
        statistics.withLock { $0.unarchivedCommits += 1 }
        do {
            guard let header = try openWAL().header() else {
                throw ArchiveError.damaged(path: path + "-wal", offset: 0, reason: "it has no header")
            }
            if let mark = series?.mark, mark.salts != header.salts || mark.frame == 0 {
                // Only after a checkpoint does a WAL begin anew, and before that everything was archived.
                guard mark.salts == header.salts || isUpToDate else {
                    throw ArchiveError.missing(path: folder.path, reason: "the write-ahead log was overwritten before it was archived")
                }
                series?.mark = header.mark
            }
            committed = (header.salts, frames)
            if series != nil { times?.append(tick(), frame: frames, salts: header.salts) }
        } catch {
            committed = nil
            series = nil
            fail(error)
        }
    }

    /// Frames in the WAL.
    var frames: Int { committed?.frame ?? 0 }

    /// Whether everything that is committed is archived.
    var isUpToDate: Bool {
        guard let series, let committed else { return false }
        return series.mark.salts == committed.salts && series.mark.frame == committed.frame
    }

    /// Whether a checkpoint takes nothing from the archive: everything is in it, or it is given up.
    var mayCheckpoint: Bool { series == nil || isUpToDate }

    // MARK: Archiving

    /// Archives what is committed; returns whether everything is archived now.
    func archive() -> Bool {
        do {
            if series == nil {
                try prepare()
                try begin()
            } else if !isUpToDate {
                try archiveCommitted()
            }
            statistics.withLock { $0.lastFailure = nil }
            report()
            return true
        } catch {
            fail(error)
            report()
            return false
        }
    }

    /// Throws also when the archive is not where it was any more: then there is no series either.
    func archiveCommitted() throws {
        guard let start = series, let committed, !isUpToDate else { return }
        let place = start.segment?.path ?? folder.path(of: start.generation)
        guard start.segment.map({ $0.file.isThere(at: place) }) ?? folder.exists(start.generation) else {
            series = nil
            throw ArchiveError.missing(path: place, reason: "somebody has removed it while it was written to")
        }
        let wal = try openWAL()
        guard let header = try wal.header(), header.salts == committed.salts else {
            throw ArchiveError.damaged(path: path + "-wal", offset: 0, reason: "it is not the one that was committed to")
        }
        let limit = options.blockBytes
        let waiting = (committed.frame - start.mark.frame) * header.frameBytes
        var block = BlockBuilder(pageSize: header.pageSize, start: start.mark, capacity: min(limit + header.frameBytes, waiting))
        let end = try wal.read(header, from: start.mark, to: committed.frame) { mark, frame, page in
            block.add(frame, page: page, mark: mark)
            if frame.databasePages > 0 {
                block.endCommit(databasePages: frame.databasePages, time: max(time(of: mark.frame, wal), lastTime(in: block)))
            }
            guard block.size >= limit, mark.frame < committed.frame else { return }
            try append(block, wal)
            block = BlockBuilder(pageSize: header.pageSize, start: mark, capacity: min(limit + header.frameBytes, waiting))
        }
        guard end.frame == committed.frame else {
            throw ArchiveError.damaged(
                path: path + "-wal",
                offset: Int64(WALFile.Header.byteCount + end.frame * header.frameBytes),
                reason: "frame \(end.frame + 1) of \(committed.frame) is not what was committed"
            )
        }
        try append(block, wal)
        times?.removeAll()
        statistics.withLock { $0.unarchivedCommits = 0 }
    }

    private func append(_ block: BlockBuilder, _ wal: WALFile) throws {
        guard var series else { return }
        let now = tick()
        let bytes = try series.append(block, to: folder, options, floor: time(of: block.mark.frame, wal), now: now)
        self.series = series
        statistics.withLock { statistics in
            statistics.blocks += 1
            statistics.bytes += bytes
            statistics.lastArchived = now
        }
    }

    private func lastTime(in block: BlockBuilder) -> Timestamp {
        max(block.commits.last?.time ?? Timestamp(milliseconds: .min), series?.lastTime ?? Timestamp(milliseconds: .min))
    }

    private func time(of frame: Int, _ wal: WALFile) -> Timestamp {
        times?.time(of: frame, fallback: fallbackTime(wal)) ?? fallbackTime(wal)
    }

    /// When a commit was made that nobody has noted: no later than the WAL was written to, and no later than now.
    private func fallbackTime(_ wal: WALFile) -> Timestamp {
        let now = clock()
        return wal.modified().map { min(Timestamp(milliseconds: $0), now) } ?? now
    }

    /// How many commits there are that are not archived yet, found out from the WAL itself.
    func countUnarchived() throws -> Int64 {
        guard let series, let committed, !isUpToDate else { return 0 }
        let wal = try openWAL()
        var commits: Int64 = 0
        if let header = try wal.header(), header.salts == committed.salts {
            let end = try wal.read(header, from: series.mark, to: committed.frame) { _, frame, _ in
                if frame.databasePages > 0 { commits += 1 }
            }
            if end.frame == committed.frame { return commits }
        }
        throw ArchiveError.damaged(path: path + "-wal", offset: 0, reason: "it is not the one that was committed to")
    }

    /// Begins a generation with the state that is committed.
    private func begin() throws {
        guard let committed else {
            throw ArchiveError.missing(path: folder.path, reason: "the state of the write-ahead log is not known yet")
        }
        let mark = try self.mark(of: committed)
        let generation = try Generation.random()
        try folder.create(generation)
        try folder.setCurrent(generation)
        times = try CommitTimes(path: folder.timesPath, salts: committed.salts)
        times?.removeAll()
        series = ArchiveSeries(generation: generation, mark: mark)
        statistics.withLock { statistics in
            statistics.generations += 1
            statistics.unarchivedCommits = 0
        }
        // Nothing is in the WAL: so the file is as it was after a checkpoint.
        if committed.frame == 0 { noteCheckpoint() }
    }

    private func mark(of committed: (salts: WALSalts, frame: Int)) throws -> WALMark {
        guard committed.frame > 0 else { return WALMark(salts: committed.salts, frame: 0, checksum: WALChecksum()) }
        let wal = try openWAL()
        guard let header = try wal.header(), header.salts == committed.salts else {
            throw ArchiveError.damaged(path: path + "-wal", offset: 0, reason: "it is not the one that was committed to")
        }
        return try wal.mark(after: committed.frame, header)
    }

    // MARK: Failure

    /// Leaves a gap, so that a checkpoint may make room.
    func giveUp() { series = nil }

    private func fail(_ error: any Error) {
        statistics.withLock { statistics in
            statistics.failures += 1
            statistics.lastFailure = "\(error)"
        }
        guard let series, let committed else { return }
        let frames = Int64(committed.frame - series.mark.frame)
        // As if of the usual size: a limit of patience need not be exact.
        guard frames * 4_096 > options.patienceBytes else { return }
        self.series = nil
    }

    private func report() {
        let (generation, sequence) = (series?.generation.text ?? "", (series?.nextSequence ?? 1) - 1)
        statistics.withLock { statistics in
            statistics.generation = generation
            statistics.sequence = sequence
        }
    }

    /// Lets go of the archive. Not before the file is closed or will not be written to.
    func close() {
        series = nil
        times = nil
        lock = nil
        wal = nil
    }
}
