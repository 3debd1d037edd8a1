import CSQLite

extension Connection {
    /// The one connection that writes and checkpoints.
    ///
    /// - Parameter isArchived: whether commits have to be archived before a checkpoint, so that only the writer itself may begin one.
    static func writer(path: String, isArchived: Bool = false) throws -> Connection {
        let connection = try Connection(path: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
        do {
            if isArchived {
                // First: the settings themselves make a commit, and what fails closes the connection. Both would checkpoint.
                sqlite3_wal_autocheckpoint(connection.handle, 0)
                connection.checkpointsOnClose(false)
            }
            try connection.applyWriterSettings(path: path, isArchived: isArchived)
        } catch {
            connection.close()
            throw error
        }
        return connection
    }

    /// A read-only connection.
    static func reader(path: String) throws -> Connection {
        // Not opened as read-only: SQLite would then take and give up locks of its own on the file, which are the process's.
        let connection = try Connection(path: path, flags: SQLITE_OPEN_READWRITE)
        do {
            try connection.applySharedSettings()
            try connection.executeGenerated("PRAGMA cache_size = -8000")
            try connection.executeGenerated("PRAGMA query_only = ON")
            // The last connection to close would checkpoint. That is the writer's alone: see the WAL bug in DatabaseFile.
            connection.checkpointsOnClose(false)
        } catch {
            connection.close()
            throw error
        }
        return connection
    }

    /// Whether the connection moves the WAL into the file and removes it when it is the last one to close. SQLite's default.
    func checkpointsOnClose(_ doesSo: Bool) {
        csqlite_set_option(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, doesSo ? 0 : 1)
    }

    private func applyWriterSettings(path: String, isArchived: Bool) throws {
        // First, so that the statements below wait for a lock instead of failing. Only a backup tool or a shell could hold one.
        try applySharedSettings()
        guard sqlite3_db_readonly(handle, "main") == 0 else {
            throw DatabaseError.unusable(path: path, reason: "the file is read-only for this user. Make it writable, or set DATABASE_PATH.")
        }
        // Before the first table, else it has no effect: lets free pages be given back without a full
        // VACUUM. What erased accounts leave is purged, see DatabaseFile.purge().
        try executeGenerated("PRAGMA auto_vacuum = INCREMENTAL")
        // Readers never wait for the writer, and a commit is one append.
        guard try text("PRAGMA journal_mode = WAL") == "wal" else {
            throw DatabaseError.unusable(path: path, reason: "this file system cannot hold a WAL file (is it a network share?)")
        }
        // A commit is on the disk before the caller hears of it. NORMAL would lose the last commits on power loss.
        try executeGenerated("PRAGMA synchronous = FULL")
        try executeGenerated("PRAGMA foreign_keys = ON")
        try executeGenerated("PRAGMA cache_size = -32000")
        // After a checkpoint the WAL is cut to 64 MB instead of keeping the size of its worst moment.
        try executeGenerated("PRAGMA journal_size_limit = 67108864")
        if !isArchived { try executeGenerated("PRAGMA wal_autocheckpoint = 1000") }
        // Erased content is overwritten where that costs no extra write. Debian compiles ON: five times slower deletes.
        try executeGenerated("PRAGMA secure_delete = FAST")
        try executeGenerated("PRAGMA analysis_limit = 400")
    }

    private func applySharedSettings() throws {
        try executeGenerated("PRAGMA busy_timeout = 5000")
        try executeGenerated("PRAGMA temp_store = MEMORY")
        // Off: with a mapped file, an I/O error is a signal that kills the process instead of an error code.
        try executeGenerated("PRAGMA mmap_size = 0")
        // A schema from outside must not call functions with side effects, and a damaged page is found when read.
        try executeGenerated("PRAGMA trusted_schema = OFF")
        try executeGenerated("PRAGMA cell_size_check = ON")
    }
}
