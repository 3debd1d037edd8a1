import Glibc
import Synchronization
import Timekeeping
import POSIX

/// The right to make or remove backups in a folder, held until it is let go of. The kernel does that however the process ends.
final class FolderLock: Sendable {
    /// `nil` once it is let go of.
    private let descriptor: Mutex<Int32?>

    /// - Parameter attempt: noted in the lock's file as the time of the last attempt to make a backup; `nil` for who makes none.
    /// - Throws: ``BackupError/inProgress`` if another one has it, in this process or another.
    init(_ folder: BackupFolder, attempt: Timestamp? = nil) throws(BackupError) {
        let path = Self.path(in: folder)
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw .failed(what: "open the lock", path: path, reason: DiskFile.reason()) }
        guard FileLock.take(descriptor) else {
            let isHeld = errno == EWOULDBLOCK
            let reason = DiskFile.reason()
            close(descriptor)
            throw isHeld ? BackupError.inProgress : BackupError.failed(what: "lock", path: path, reason: reason)
        }
        self.descriptor = Mutex(descriptor)
        guard let attempt else { return }
        let note = Array((attempt.rfc3339 + "\n").utf8)
        // Only for pacing: a full disk must not hide behind it.
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, note, note.count, 0) }
    }

    deinit { release() }

    /// Lets go of it. Calling it twice is harmless. The file stays: removing it would let two lock two different files of the same name.
    func release() {
        descriptor.withLock { descriptor in
            if let descriptor { FileLock.release(descriptor) }
            descriptor = nil
        }
    }

    /// When somebody last began to make a backup, whatever came of it; `nil` if that is not known.
    static func lastAttempt(in folder: BackupFolder) -> Timestamp? {
        guard let text = try? DiskFile.text(of: path(in: folder)) else { return nil }
        return Timestamp(rfc3339: String(text.prefix { $0 != "\n" }))
    }

    private static func path(in folder: BackupFolder) -> String { folder.path + "/.lock" }
}
