import CSQLite
import Synchronization
import Timekeeping

/// Tells somebody who waits for a purge how it went: `nil` when nothing that was deleted is left, else why that is not so.
typealias PurgeWaiter = @Sendable (DatabaseError?) -> Void

extension Writer {
    /// How long the writer waits for readers of an older state, in milliseconds: before the work only to find out whether it would be in
    /// vain, afterwards so that it is not.
    private static let patience: (before: Int64, after: Int64) = (200, 1_000)
    /// After so many steps of its program SQLite asks whether to go on. Few, because one of them may move a row of many megabytes.
    private static let stepsBetweenLooks: Int32 = 10
    /// So much of the disk a purge leaves to everybody else while it runs, in bytes. As much as a service needs to say that it is ready.
    private static let reserve: Int64 = 64 * 1_024 * 1_024

    /// Asks for a purge. When it is not accepted, the waiter is never called.
    func submit(purge waiter: @escaping PurgeWaiter) throws(DatabaseError) {
        try settle(state.withLock { $0.admit(purge: waiter) })
    }

    func purge(for waiters: [PurgeWaiter]) {
        let start = MonotonicClock.nanoseconds
        let failure = purge()
        let nanoseconds = MonotonicClock.nanoseconds - start
        counters.withLock { $0.countPurge(nanoseconds: nanoseconds) }
        let walBytes = walBytes
        state.withLock { $0.purged(walBytes: walBytes, at: MonotonicClock.milliseconds) }
        reportUnarchived()
        for waiter in waiters { waiter(failure) }
    }

    /// Refuses the purges that wait, the one that is about to begin and all later ones, and has the one that runs end soon. Blocks nobody.
    func abandonPurges() {
        // First, for the one that the writer's thread has taken and not begun yet.
        arePurgesAbandoned.store(true, ordering: .releasing)
        for waiter in state.withLock({ $0.abandonPurges() }) { waiter(.closed) }
    }

    private var isAbandoned: Bool { arePurgesAbandoned.load(ordering: .acquiring) }

    private func purge() -> DatabaseError? {
        if isAbandoned { return .closed }
        do {
            try checkRoom()
            try connection.deleteSamples()
            // Changes one page, so that whoever reads an older state shows before the work and not after it.
            try connection.executeGenerated("PRAGMA user_version = 0")
            try emptyWAL(patience: Self.patience.before)
            let rebuilding = Result { try rebuild() }
            // After a failure, too: it gives a full disk back what the new pages took of it.
            let emptying = Result { try emptyWAL(patience: isAbandoned ? 0 : Self.patience.after) }
            try rebuilding.get()
            try emptying.get()
            return nil
        } catch DatabaseError.sqlite(.interrupted, _, _) {
            return .closed
        } catch {
            return error as? DatabaseError ?? .transactionLost
        }
    }

    /// Throws SQLITE_FULL when a purge would not fit on the disk: better before the work than in its middle, where it would take from the
    /// writes what room there is.
    private func checkRoom() throws {
        let pages = try connection.integer("PRAGMA page_count") ?? 0
        let freePages = try connection.integer("PRAGMA freelist_count") ?? 0
        let pageSize = try connection.integer("PRAGMA page_size") ?? 0
        // The copy, and once more in the WAL, from which it is moved into the file. Free pages are not copied.
        let needed = 2 * (pages - freePages) * pageSize + Self.reserve
        // Where the system does not say, SQLite finds out.
        guard let free = room(path), free < needed else { return }
        throw DatabaseError.sqlite(
            code: .full,
            message: "a purge needs \(needed) bytes free on the disk of the file, and there are \(free)",
            sql: nil
        )
    }

    /// Builds the file anew from what is in it. Overwriting what is deleted is not enough: freed pages keep what they held, and a page that
    /// was split keeps copies of the rows that moved out of it. See `docs/decisions/0010-erase-by-vacuum.md`.
    private func rebuild() throws {
        // SQLite makes a copy first, which would be in memory as a whole, and with a cache as large as this connection's.
        try connection.with("temp_store", 1) {
            try connection.with("cache_size", -2_000) {
                try abandonably { try connection.executeGenerated("VACUUM") }
            }
        }
    }

    /// Runs `body`, which fails with SQLITE_INTERRUPT when purges are abandoned meanwhile or were before.
    ///
    /// SQLite asks, since `sqlite3_interrupt` would have no effect on a statement that is about to begin.
    private func abandonably(_ body: () throws -> Void) throws {
        let look: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { writer in
            guard let writer else { return 0 }
            return Unmanaged<Writer>.fromOpaque(writer).takeUnretainedValue().isAbandoned ? 1 : 0
        }
        sqlite3_progress_handler(connection.handle, Self.stepsBetweenLooks, look, Unmanaged.passUnretained(self).toOpaque())
        defer { sqlite3_progress_handler(connection.handle, 0, nil, nil) }
        try body()
    }
}

extension Writer {
    /// Moves all of the WAL into the file and cuts it to nothing.
    ///
    /// - Parameter patience: how long readers are waited for, in milliseconds. Throws SQLITE_BUSY when one takes longer.
    private func emptyWAL(patience: Int64) throws {
        guard archive() else {
            let message = "the archive cannot be written, and what is not in it cannot be purged"
            throw DatabaseError.sqlite(code: .busy, message: message, sql: nil)
        }
        try connection.with("busy_timeout", patience) {
            let code = moveWAL(.truncate)
            switch ResultCode(rawValue: code) {
            case .done: return
            case .busy: throw DatabaseError.sqlite(code: .busy, message: "a long read needs an older state of the file", sql: nil)
            default: throw DatabaseError.last(of: connection.handle, code: code, sql: nil)
            }
        }
    }
}

extension Connection {
    /// Deletes the planner's samples of keys, which may be of rows that are gone. The next `PRAGMA optimize` takes others.
    ///
    /// Only an SQLite with `SQLITE_ENABLE_STAT4` makes that table; `sqlite_stat1`, which all make, holds numbers only.
    fileprivate func deleteSamples() throws {
        let isThere = try integer("SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_stat4'") == 1
        if isThere { try executeGenerated("DELETE FROM sqlite_stat4") }
    }

    /// Runs `body` with another value of a setting, and puts back the one from before, whatever comes of it.
    fileprivate func with<T>(_ setting: String, _ value: Int64, _ body: () throws -> T) throws -> T {
        guard let before = try integer("PRAGMA \(setting)") else {
            throw DatabaseError.sqlite(code: .misuse, message: "no such setting", sql: setting)
        }
        try executeGenerated("PRAGMA \(setting) = \(value)")
        // Only a lack of memory could keep SQLite from it: the setting takes effect when the statement is prepared.
        defer { try? executeGenerated("PRAGMA \(setting) = \(before)") }
        return try body()
    }
}

extension ResultCode {
    /// SQLITE_OK
    fileprivate static let done = ResultCode(rawValue: SQLITE_OK)
    /// SQLITE_INTERRUPT
    fileprivate static let interrupted = ResultCode(rawValue: SQLITE_INTERRUPT)
}
