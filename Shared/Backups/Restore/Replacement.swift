import Database
import Glibc
import Timekeeping
import POSIX

/// Puts a finished file into the place of the live one, which is kept under another name.
///
/// Whoever ends the process in between, the place holds one of the two files, whole: the old one gets a second name first, and then the
/// new one takes its first name, which is one step for the file system.
struct Replacement {
    /// The live file's real path.
    let place: String
    let time: Timestamp

    /// What SQLite keeps beside a file, and would apply to another one that takes its place.
    private static let companions = ["-wal", "-journal"]

    /// - Parameters:
    ///   - scratch: the finished file, synced, on the same disk.
    ///   - fold: moves what is beside the live file into it.
    /// - Returns: where the old file is; `nil` if there was none.
    /// - Throws: ``RestoreError``; then the live file is as it was.
    func carryOut(with scratch: String, fold: () throws -> Void) throws -> String? {
        let exists = DiskFile.size(of: place) != nil
        if exists { try foldIfSound(fold) }
        adoptOwner(for: scratch)
        let kept = try name()
        if exists { try DiskFile.link(place, to: kept) }
        let left = Self.companions.filter { DiskFile.size(of: place + $0) != nil }
        let full = left.filter { (DiskFile.size(of: place + $0) ?? 0) > 0 }
        for companion in full { try DiskFile.link(place + companion, to: kept + companion) }
        // The second names are on the disk before the first ones go.
        try DiskFile.syncFolder(of: place)
        for companion in left { try DiskFile.remove(place + companion) }
        guard rename(scratch, place) == 0 else {
            throw RestoreError.failed(what: "put the restored file into the place of", path: place, reason: DiskFile.reason())
        }
        try DiskFile.syncFolder(of: place)
        return exists ? kept : nil
    }

    /// A damaged file need not be made whole: it is kept as it is, with what is beside it.
    private func foldIfSound(_ fold: () throws -> Void) throws {
        let failure: any Error
        do {
            return try fold()
        } catch {
            failure = error
        }
        let hasMore = Self.companions.contains { (DiskFile.size(of: place + $0) ?? 0) > 0 }
        guard hasMore, let check = try? FileCheck(path: place, isFull: false), check.damage.isEmpty else { return }
        throw RestoreError.notKept(path: place, reason: "\(failure)")
    }

    /// The service may run as another user than whoever restores: the new file is for the same users as the old one, or else as the folder.
    private func adoptOwner(for scratch: String) {
        var status = stat()
        if stat(place, &status) == 0 {
            // May fail for who is not root, and then both users are the same.
            _ = chown(scratch, status.st_uid, status.st_gid)
            _ = chmod(scratch, status.st_mode & 0o777)
        } else if stat(FilePath.folder(of: place), &status) == 0 {
            _ = chown(scratch, status.st_uid, status.st_gid)
        }
    }

    /// A name that nothing has yet.
    private func name() throws(RestoreError) -> String {
        let stem = "\(place).replaced-" + time.rfc3339.filter { $0 != "-" && $0 != ":" }
        for number in 1...1_000 {
            let name = number == 1 ? stem : "\(stem)-\(number)"
            if ([""] + Self.companions).allSatisfy({ DiskFile.size(of: name + $0) == nil }) { return name }
        }
        throw .failed(what: "find a name like", path: stem, reason: "all are taken")
    }
}
