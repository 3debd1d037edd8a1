import CSQLite
import Glibc
import POSIX

extension Connection {
    /// Copies what a read transaction sees into a new file that stands alone, and returns when it is on the disk.
    ///
    /// - Parameter check: called after each megabyte; throws to end it.
    func copy(to path: String, check: () throws -> Void) throws {
        let file = try Self.emptyFile(at: path)
        defer { Glibc.close(file) }
        let target = try Connection(path: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
        do {
            // It is thrown away if anything goes wrong, and synced below.
            try target.executeGenerated("PRAGMA journal_mode = OFF")
            try target.executeGenerated("PRAGMA synchronous = OFF")
            try target.executeGenerated("PRAGMA cache_size = -2000")
            var megabytes = 0
            try copyPages(to: target) {
                megabytes += 1
                // Little by little, because nobody can break off a sync of all of it at the end.
                if megabytes.isMultiple(of: 32) { fdatasync(file) }
                try check()
            }
        } catch {
            target.close()
            throw error
        }
        target.close()
        // It came with the mark of a file that has a WAL (https://www.sqlite.org/fileformat2.html, offsets 18 and 19). This one has none.
        guard pwrite(file, [1, 1] as [UInt8], 2, 18) == 2, fsync(file) == 0 else {
            throw DatabaseError.unusable(path: path, reason: "the copy cannot be written: \(SystemError.text(errno))")
        }
    }

    private func copyPages(to target: Connection, check: () throws -> Void) throws {
        guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
            throw DatabaseError.last(of: target.handle, code: sqlite3_errcode(target.handle), sql: nil)
        }
        var code = SQLITE_OK
        var interruption: (any Error)?
        let pages = Int32(max(1, (1 << 20) / (try integer("PRAGMA page_size") ?? 4_096)))
        while code == SQLITE_OK, interruption == nil {
            code = sqlite3_backup_step(backup, pages)
            do { try check() } catch { interruption = error }
        }
        let end = sqlite3_backup_finish(backup)
        if let interruption { throw interruption }
        guard code == SQLITE_DONE, end == SQLITE_OK else {
            throw DatabaseError.last(of: target.handle, code: code == SQLITE_DONE ? end : code, sql: nil)
        }
    }

    /// Readable by the group, where SQLite would make one that everybody may read.
    private static func emptyFile(at path: String) throws -> Int32 {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else {
            throw DatabaseError.unusable(path: path, reason: "the copy cannot be made: \(SystemError.text(errno))")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size == 0 else {
            Glibc.close(descriptor)
            throw DatabaseError.unusable(path: path, reason: "there is something already where the copy should be")
        }
        return descriptor
    }
}
