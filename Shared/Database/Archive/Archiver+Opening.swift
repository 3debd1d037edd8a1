import Glibc
import Timekeeping

extension Archiver {
    /// Makes the folder and takes its lock.
    ///
    /// Throws ``DatabaseError/unusable(path:reason:)`` when another process writes to it.
    func prepare() throws {
        if let lock, lock.isThere(at: folder.lockPath) { return }
        try folder.create()
        let file = try RawFile(folder.lockPath, O_RDWR | O_CREAT)
        guard file.lock() else {
            throw DatabaseError.unusable(
                path: folder.path,
                reason: "another process keeps its archive in this folder. Each service needs a folder of its own: set BACKUP_DIR to one."
            )
        }
        lock = file
    }

    /// Goes on with the current generation, if everything that was committed since its last block is still in the WAL. That is so when:
    ///
    /// - the WAL still holds the last frame that was archived, with everything before it, which its checksum proves; or
    /// - the database file has not been touched since a checkpoint at which it and the archive were the same (``CheckpointNote``): then
    ///   the WAL, if there is one, holds nothing but what came after.
    ///
    /// In all other cases somebody else may have written to the file, or exchanged it.
    func resume(after scan: WALScan) throws -> Bool {
        guard let generation = try folder.current(), folder.exists(generation) else { return false }
        let tail = try ArchiveTail.find(in: folder, of: generation)
        // Also for a new generation: which of them holds a moment is told by its time.
        if let tail { floor = max(floor, tail.header.lastTime) }
        if tail == nil, try !folder.segments(of: generation).isEmpty { return false }
        let note = try CheckpointNote.read(at: folder.checkpointPath).flatMap { $0.generation == generation ? $0 : nil }
        if let note, note.file != FileIdentity(of: path) { return false }
        guard let mark = mark(in: scan, tail, note) else { return false }
        try folder.removeDrafts(of: generation)
        var series = ArchiveSeries(generation: generation, mark: mark, after: tail)
        if let tail {
            let segment = try ArchiveSeries.Segment(reopening: tail, now: tick())
            if try segment.file.size > tail.end { try segment.file.truncate(to: tail.end) }
            // A commit is in one segment as a whole. Apart from that, a start begins a new one.
            if tail.isInCommit { series.segment = segment } else { try? segment.note(in: folder.indexPath(of: generation)) }
        }
        times = try CommitTimes(path: folder.timesPath, salts: scan.end.salts)
        floor = max(floor, times?.last ?? floor)
        self.series = series
        return true
    }

    /// From where on the WAL is to be archived; `nil` if that is not known.
    private func mark(in scan: WALScan, _ tail: ArchiveTail?, _ note: CheckpointNote?) -> WALMark? {
        // A note of an earlier block says no more than that the file has not been touched since.
        let note = note?.digest == (tail?.digest ?? BlockHeader.noDigest) ? note : nil
        for mark in [tail?.header.mark, note?.mark].compactMap({ $0 }) where scan.holds(mark) { return mark }
        guard let note, scan.end.salts != note.mark.salts || scan.end.frame == 0 else { return nil }
        return scan.start
    }

    // MARK: Snapshots

    /// Of everything that is committed; `nil` while nothing can be archived.
    func position() throws -> ArchivePosition? {
        guard let series else { return nil }
        return ArchivePosition(generation: series.generation.text, sequence: series.nextSequence - 1 + (try countUnarchived()))
    }

    /// A moment that no commit has: later than all so far, or as late, and earlier than all to come.
    func tickBetweenCommits() -> Timestamp {
        let time = tick()
        floor = Timestamp(milliseconds: time.milliseconds + 1)
        return time
    }

    // MARK: Checkpoints

    /// Has to be called before anything may be moved into the file.
    func willCheckpoint() { unlink(folder.checkpointPath) }

    /// - Parameter isComplete: whether everything in the WAL is in the file now.
    func didCheckpoint(isComplete: Bool) {
        if isComplete { noteCheckpoint() }
    }

    /// The WAL is empty, and everything that was in it is in the file.
    func didEmptyWAL() {
        committed = (.none, 0)
        series?.mark = .none
    }

    func noteCheckpoint() {
        guard let series, isUpToDate, let file = FileIdentity(of: path) else { return }
        let note = CheckpointNote(generation: series.generation, digest: series.digest, mark: series.mark, file: file)
        // Without it, the next start may have to begin a new generation. No more.
        try? note.write(to: folder.checkpointPath)
    }
}

extension DatabaseFile {
    /// Moves commits that a killed process left in the write-ahead log into the archive, under the lock of the file. Never changes the file,
    /// and does nothing when it is not proved that these commits follow on those in the archive.
    ///
    /// Throws ``DatabaseError/inUse(path:process:)`` while a service has the file, and ``ArchiveError`` when the archive cannot be written.
    public static func catchUpArchive(path: String, options: ArchiveOptions) throws {
        guard access(path, F_OK) == 0 else { return }
        let (realPath, lock) = try takeLock(path)
        try withExtendedLifetime(lock) { try Archiver(catchingUp: realPath, options: options).close() }
    }
}
