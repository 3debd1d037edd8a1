import CSQLite
import Synchronization
import Timekeeping

extension Writer {
    /// Archives what is committed. Has to come before whatever lets SQLite overwrite the WAL.
    ///
    /// - Returns: whether that may happen now: all is archived, or there is no archive, or it was given up.
    func archive() -> Bool {
        guard let archiver else { return true }
        let isDone = archiver.archive()
        state.withLock { $0.archived(isDone: isDone, at: MonotonicClock.milliseconds) }
        return archiver.mayCheckpoint
    }

    /// Runs a checkpoint and returns SQLite's code. After ``archive()`` only.
    @discardableResult
    func moveWAL(_ mode: CheckpointMode) -> Int32 {
        let (code, isComplete) = step(.passive)
        guard mode == .truncate else {
            // It never says that it is busy: it moves what it can.
            counters.withLock { $0.countMove(isHeldUp: code == SQLITE_OK && !isComplete, hasWaited: false) }
            return code
        }
        // In two steps, because the first one leaves a note of what the file looks like, and the second one then does not touch it any more.
        let final = isComplete ? cut() : step(.truncate).code
        if final == SQLITE_OK { archiver?.didEmptyWAL() }
        counters.withLock { $0.countMove(isHeldUp: final & 0xFF == SQLITE_BUSY, hasWaited: true) }
        return final
    }

    private func step(_ mode: CheckpointMode) -> (code: Int32, isComplete: Bool) {
        archiver?.willCheckpoint()
        let (code, isComplete) = run(mode)
        archiver?.didCheckpoint(isComplete: isComplete)
        return (code, isComplete)
    }

    private func cut() -> Int32 { run(.truncate).code }

    private func run(_ mode: CheckpointMode) -> (code: Int32, isComplete: Bool) {
        var frames: Int32 = -1
        var moved: Int32 = -1
        let code = sqlite3_wal_checkpoint_v2(
            connection.handle,
            "main",
            mode == .passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE,
            &frames,
            &moved
        )
        return (code, (code == SQLITE_OK || code & 0xFF == SQLITE_BUSY) && frames >= 0 && frames == moved)
    }

    /// When a transaction failed just now because the disk is full: has a checkpoint come soon, after which the WAL takes no more room, even
    /// if that tears a hole into the archive.
    func makeRoomIfFull() {
        guard let archiver, sqlite3_errcode(connection.handle) & 0xFF == SQLITE_FULL else { return }
        if !archiver.archive() { archiver.giveUp() }
        state.withLock { $0.ranOutOfRoom() }
    }

    /// Where the archive will be after everything that is committed, and the moment that this is the state of: every commit at or before it
    /// is in that state, and none after it. On the writer's thread only.
    func snapshotPosition() -> (position: ArchivePosition?, time: Timestamp) {
        guard let archiver else { return (nil, now()) }
        _ = archiver.archive()
        // Without a position the copy is as good, only nothing leads on from it.
        return ((try? archiver.position()) ?? nil, archiver.tickBetweenCommits())
    }
}
