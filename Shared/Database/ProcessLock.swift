import Glibc
import POSIX

/// The exclusive lock beside the file, `<path>.lock`, held as long as this value lives.
///
/// One process per file, because SQLite 3.7.0–3.51.2 can corrupt a WAL file when two connections checkpoint or commit at the same
/// instant (<https://www.sqlite.org/wal.html#walresetbug>). `flock` is let go by the kernel however the process ends, so a killed
/// process leaves no stale lock. The holder writes its process id into the file for the message that a second starter gets.
final class ProcessLock: Sendable {
    private let descriptor: Int32

    /// - Parameter path: the file's real path (``RealPath``): under another name it would be another lock.
    init(besideFileAt path: String) throws {
        let lockPath = path + ".lock"
        let descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else {
            throw DatabaseError.unusable(path: path, reason: "the lock file \(lockPath) cannot be opened: \(SystemError.text(errno))")
        }
        guard FileLock.take(descriptor) else {
            let holder = Self.process(in: descriptor)
            Glibc.close(descriptor)
            throw DatabaseError.inUse(path: path, process: holder)
        }
        self.descriptor = descriptor
        let note = Array("\(getpid())\n".utf8)
        // Only a note for people: a full disk must not keep the service from starting and answering reads.
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, note, note.count, 0) }
    }

    // The file stays: removing it would let two starters lock two different files of the same name.
    deinit { FileLock.release(descriptor) }

    private static func process(in descriptor: Int32) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return count > 0 ? Int32(String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self)) : nil
    }
}
