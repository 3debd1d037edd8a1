import CSQLite
import Glibc

/// The sole use of a file that no service has open, as long as this value lives.
public final class FileClaim: Sendable {
    /// Where the file is, or would be: absolute and without symbolic links.
    public let path: String
    private let lock: ProcessLock

    init(path: String, lock: ProcessLock) {
        self.path = path
        self.lock = lock
    }

    /// Moves into the file what a killed service left beside it, so that the one file is all there is. Does nothing when there is no file.
    ///
    /// Throws ``DatabaseError`` when the file is damaged, and when something is left beside it.
    public func foldWAL() throws {
        guard access(path, F_OK) == 0 else { return }
        let connection = try DatabaseFile.connect(to: path) {
            let connection = try Connection(path: path, flags: SQLITE_OPEN_READWRITE)
            sqlite3_busy_timeout(connection.handle, 5_000)
            return connection
        }
        let code = sqlite3_wal_checkpoint_v2(connection.handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        let failure = code == SQLITE_OK ? nil : DatabaseError.last(of: connection.handle, code: code, sql: nil)
        connection.close()
        if let failure { throw failure }
        var status = stat()
        guard stat(path + "-wal", &status) != 0 || status.st_size == 0 else {
            throw DatabaseError.unusable(path: path, reason: "its write-ahead log cannot be moved into it")
        }
    }
}

extension DatabaseFile {
    /// Takes the lock of a file, which need not exist, so that no service opens it.
    ///
    /// Throws ``DatabaseError/inUse(path:process:)`` when one has it open.
    public static func claim(_ path: String) throws -> FileClaim {
        let (realPath, lock) = try takeLock(path)
        return FileClaim(path: realPath, lock: lock)
    }
}
