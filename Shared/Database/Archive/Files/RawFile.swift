import Glibc
import POSIX

/// An open file, read and written at given places. Closed when the last reference goes.
///
/// Never one that SQLite has locks on: closing it would give up those of the whole process (<https://www.sqlite.org/howtocorrupt.html> §2.2).
/// That is the database file itself; a WAL has none.
final class RawFile: Sendable {
    let path: String
    private let descriptor: Int32

    /// - Parameter flags: of open(2). A new file can be read by the group.
    init(_ path: String, _ flags: Int32) throws(ArchiveError) {
        descriptor = Glibc.open(path, flags | O_CLOEXEC, 0o640)
        self.path = path
        guard descriptor >= 0 else { throw .last(flags & O_CREAT == 0 ? "open" : "make", path) }
    }

    /// For reading; `nil` if there is no such file.
    static func existing(_ path: String) throws(ArchiveError) -> RawFile? {
        guard access(path, F_OK) == 0 || errno != ENOENT else { return nil }
        return try RawFile(path, O_RDONLY)
    }

    deinit { FileLock.release(descriptor) }

    /// Reads as much as there is, up to the size of the buffer, and says how much that was.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArchiveError) -> Int {
        var done = 0
        while done < buffer.count {
            let count = pread(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, Int(offset) + done)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .last("read", path) }
            if count == 0 { break }
            done += count
        }
        return done
    }

    /// The bytes there are at a place, at most as many as asked for.
    func bytes(at offset: Int64, count: Int) throws(ArchiveError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let found: Result<Int, ArchiveError> = bytes.withUnsafeMutableBytes { buffer in
            do throws(ArchiveError) {
                return .success(try read(into: buffer, at: offset))
            } catch {
                return .failure(error)
            }
        }
        bytes.removeLast(count - (try found.get()))
        return bytes
    }

    func write(_ buffer: UnsafeRawBufferPointer, at offset: Int64) throws(ArchiveError) {
        var done = 0
        while done < buffer.count {
            let count = pwrite(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, Int(offset) + done)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .last("write to", path) }
            done += count
        }
    }

    func write(_ bytes: [UInt8], at offset: Int64) throws(ArchiveError) {
        let outcome: Result<Void, ArchiveError> = bytes.withUnsafeBytes { buffer in
            do throws(ArchiveError) {
                return .success(try write(buffer, at: offset))
            } catch {
                return .failure(error)
            }
        }
        try outcome.get()
    }

    func truncate(to size: Int64) throws(ArchiveError) {
        guard ftruncate(descriptor, Int(size)) == 0 else { throw .last("cut", path) }
    }

    /// Returns when the content is on the disk.
    func sync() throws(ArchiveError) {
        guard fsync(descriptor) == 0 else { throw .last("sync", path) }
    }

    var size: Int64 {
        get throws(ArchiveError) {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw .last("look at", path) }
            return Int64(status.st_size)
        }
    }

    /// Whether the path still leads to this file, which somebody may have deleted or moved.
    func isThere(at path: String) -> Bool {
        var own = stat()
        var there = stat()
        return fstat(descriptor, &own) == 0 && stat(path, &there) == 0 && own.st_ino == there.st_ino && own.st_dev == there.st_dev
    }

    /// Takes the exclusive lock of flock(2), held until the file is closed; returns whether nobody else has it.
    func lock() -> Bool { FileLock.take(descriptor) }
}

extension ArchiveError {
    /// For the call that failed just now.
    static func last(_ what: String, _ path: String) -> ArchiveError {
        .failed(what: what, path: path, reason: SystemError.text(errno))
    }
}
