extension DatabaseFile {
    /// Leaves no byte in the file or its WAL of rows that were deleted before it was called, or of what rows were before they were changed.
    ///
    /// The file is built anew on the writer's thread, after the writes that were asked for before. Other writes wait meanwhile, about five
    /// seconds for a gigabyte; reads go on. It takes room on the disk twice, each time as much as what is left takes: in SQLite's folder for
    /// temporary files (`SQLITE_TMPDIR`, else `TMPDIR`, else `/var/tmp`), and in the WAL. Purges that wait at the same time are one.
    ///
    /// Whatever it throws, the data is as it was and the service goes on, but what was deleted may still be found: try again later.
    /// SQLITE_BUSY (``DatabaseError/sqlite(code:message:sql:)``) is for a scan that needs an older state of the file, SQLITE_FULL for a full
    /// disk and for one on which there is not room enough to begin, and ``DatabaseError/closed`` for purges that are given up
    /// (``abandonPurges()``).
    ///
    /// A caller whose task is cancelled does not wait for it: it gets a `CancellationError`, and the purge is carried out all the same.
    public func purge() async throws {
        let (outcomes, outcome) = AsyncStream<DatabaseError?>.makeStream()
        try writer.submit(purge: { failure in
            outcome.yield(failure)
            outcome.finish()
        })
        for await failure in outcomes {
            if let failure { throw failure }
            return
        }
        throw CancellationError()
    }

    /// Gives purges up, because a service that stops has no time for them: those that wait and later ones end with
    /// ``DatabaseError/closed`` at once, the one that runs ends so shortly, and the writes that wait for it have their turn.
    ///
    /// Returns at once, may be called from any thread, and is part of ``close()``. Only the last part of a purge, in which SQLite moves the
    /// copy into the file, is carried out to its end.
    public func abandonPurges() { writer.abandonPurges() }
}
