import CSQLite
import Glibc

extension DatabaseFile {
    /// Takes the lock and opens the writer's connection, with a sentence for the reader of the log wherever that fails.
    static func open(path: String) throws -> (ProcessLock, Connection) {
        try checkPlace(path)
        let lock = try ProcessLock(besideFileAt: path)
        do {
            let connection = try Connection.writer(path: path)
            do {
                // Opening reads nothing: the first query finds out whether this is a database at all.
                _ = try connection.integer("SELECT count(*) FROM sqlite_master")
            } catch {
                connection.close()
                throw error
            }
            return (lock, connection)
        } catch DatabaseError.sqlite(let code, let message, _) {
            throw DatabaseError.unusable(path: path, reason: explanation(of: code, message: message))
        }
    }

    private static func checkPlace(_ path: String) throws {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw DatabaseError.unusable(path: path, reason: "this is not a path. Set DATABASE_PATH to a file such as ./data/app.db.")
        }
        try createFolder(of: path)
        var status = stat()
        guard stat(path, &status) == 0 else { return }
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
