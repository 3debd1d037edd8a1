import CSQLite
import Glibc
import POSIX

extension DatabaseFile {
    /// Takes the lock and opens the writer's connection, with a sentence for the reader of the log wherever that fails.
    ///
    /// - Returns: beside them the file's real path, which everything that opens it later has to go by.
    static func open(path: String, isArchived: Bool) throws -> (path: String, lock: ProcessLock, connection: Connection) {
        let (realPath, lock) = try takeLock(path)
        let connection = try connect(to: path) { try Connection.writer(path: realPath, isArchived: isArchived) }
        return (realPath, lock, connection)
    }

    /// Makes the folder, finds out where the file really is, and takes its lock.
    static func takeLock(_ path: String) throws -> (path: String, lock: ProcessLock) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw DatabaseError.unusable(path: path, reason: "this is not a path. Set DATABASE_PATH to a file such as ./data/app.db.")
        }
        try createFolder(of: path)
        let realPath = try RealPath.resolve(path)
        try checkKind(ofFileAt: realPath, path)
        return (realPath, try ProcessLock(besideFileAt: realPath))
    }

    /// Opens a connection and reads through it: only the first query finds out whether this is a database at all.
    static func connect(to path: String, opening open: () throws -> Connection) throws -> Connection {
        do {
            let connection = try open()
            do {
                _ = try connection.integer("SELECT count(*) FROM sqlite_master")
            } catch {
                connection.close()
                throw error
            }
            return connection
        } catch DatabaseError.sqlite(let code, let message, _) {
            throw DatabaseError.unusable(path: path, reason: explanation(of: code, message: message))
        }
    }

    private static func checkKind(ofFileAt realPath: String, _ path: String) throws {
        var status = stat()
        guard stat(realPath, &status) == 0 else { return }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return
        case S_IFDIR:
            throw DatabaseError.unusable(path: path, reason: "this is a folder. Set DATABASE_PATH to a file in it, such as \(path)/app.db.")
        default:
            throw DatabaseError.unusable(path: path, reason: "this is not a regular file. Set DATABASE_PATH to one.")
        }
    }

    private static func createFolder(of path: String) throws {
        var folder = ""
        for component in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
            folder += component + "/"
            if mkdir(folder, 0o750) == 0 || errno == EEXIST { continue }
            // Parents that exist but may not be written to (or looked into) are no fault by themselves.
            let failure = errno
            var status = stat()
            if stat(folder, &status) == 0 { continue }
            throw DatabaseError.unusable(path: path, reason: "the folder \(folder) cannot be created: \(SystemError.text(failure))")
        }
    }

    private static func explanation(of code: ResultCode, message: String) -> String {
        switch code {
        case .notADatabase:
            "this is not an SQLite database (or an encrypted one). Nothing was changed. Set DATABASE_PATH to another file, or restore a backup."
        case .corrupt:
            "the file is damaged (\(message)). Nothing was changed. Restore a backup."
        case .readOnly, .cannotOpen:
            "the file cannot be opened for writing (\(message)). Check the owner and the permissions of the file and its folder."
        case .full:
            "the disk is full. Nothing was changed. Free some space and start again."
        case .busy:
            "another program holds a lock on the file. Close it (a database shell, a backup tool) and start again."
        default:
            "the file cannot be opened: \(message) (SQLite error \(code.rawValue))"
        }
    }
}
