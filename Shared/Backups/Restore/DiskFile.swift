import Cryptography
import Database
import Glibc
import Timekeeping
import POSIX

/// What restoring does with files, each failure with what it was and why.
enum DiskFile {
    /// What must be left on a disk, so that the service can start beside the restored file.
    static let reserve: Int64 = 64 << 20

    /// In bytes; `nil` if there is no such file.
    static func size(of path: String) -> Int64? {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR ? Int64(status.st_size) : nil
    }

    /// What a file is called in its folder.
    static func name(of path: String) -> String { path.split(separator: "/").last.map { String($0) } ?? path }

    /// The first bytes of a file, fewer if it has not so many.
    static func start(of path: String, count: Int) throws(RestoreError) -> [UInt8] {
        let descriptor = try open(path, O_RDONLY)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: count)
        let found = pread(descriptor, &bytes, count, 0)
        guard found >= 0 else { throw failure("read", path) }
        return Array(bytes[..<found])
    }

    /// A small file as text.
    static func text(of path: String) throws(RestoreError) -> String {
        // No manifest is larger; whatever else is there need not be held in memory to be refused.
        String(decoding: try start(of: path, count: Int(min(size(of: path) ?? 0, 16 << 20))), as: UTF8.self)
    }

    /// Copies a file to another one, which is replaced if it exists.
    ///
    /// - Parameter isCancelled: asked between two pieces; when it says so, a `CancellationError` is thrown.
    static func copy(_ path: String, to target: String, isCancelled: () -> Bool = { false }) throws {
        let sink = try FileStream(writing: target)
        try FileStream(reading: path).forEachChunk { chunk in
            if isCancelled() { throw CancellationError() }
            try sink.write(chunk)
        }
    }

    /// Copies a file to where others may look for it at any moment: it gets its name when it is whole and on the disk.
    static func copyWhole(_ path: String, to target: String, isCancelled: () -> Bool = { false }) throws {
        let draft = "\(FilePath.folder(of: target))/\(BackupFolder.partialPrefix)\(name(of: target))"
        do {
            try copy(path, to: draft, isCancelled: isCancelled)
            try sync(draft)
            try move(draft, to: target)
            try syncFolder(of: target)
        } catch {
            try? remove(draft)
            throw error
        }
    }

    /// Writes a small file, whole or not at all, in the place of one that may be there.
    static func replace(_ path: String, with text: String) throws(RestoreError) {
        let draft = path + ".new"
        let descriptor = try open(draft, O_WRONLY | O_CREAT | O_TRUNC)
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else { throw failure("write", draft) }
        guard rename(draft, path) == 0 else { throw failure("replace", path) }
        try syncFolder(of: path)
    }

    /// Returns when the content is on the disk.
    static func sync(_ path: String) throws(RestoreError) {
        let descriptor = try open(path, O_RDONLY)
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("sync", path) }
    }

    /// Returns when the names in the folder of a file are on the disk.
    static func syncFolder(of path: String) throws(RestoreError) { try sync(FilePath.folder(of: path)) }

    /// Gives a file a second name; where the file system knows no such thing, copies it.
    static func link(_ path: String, to name: String) throws {
        if Glibc.link(path, name) == 0 { return }
        guard [EPERM, EOPNOTSUPP, EMLINK, ENOSYS].contains(errno) else { throw failure("give a second name to", path) }
        try copy(path, to: name)
        try sync(name)
    }

    /// Removes a file, if it is there.
    static func remove(_ path: String) throws(RestoreError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
    }

    /// Removes files by the beginning of their names, as far as that is possible: what a killed process left behind.
    ///
    /// - Parameter seconds: for so long nobody has written to them. Default: any time.
    static func removeLeftovers(in folder: String, prefix: String, olderThan seconds: Int64? = nil) {
        let limit = seconds.map { Timestamp.now.adding(seconds: -$0) }
        for path in ((try? names(in: folder)) ?? []).filter({ $0.hasPrefix(prefix) }).map({ "\(folder)/\($0)" }) {
            if let limit, let time = modified(path), time > limit { continue }
            unlink(path)
        }
    }

    /// - Throws: ``RestoreError/noRoom(folder:needed:free:)``
    static func checkRoom(in folder: String, for bytes: Int64) throws(RestoreError) {
        guard let free = Disk.room(for: folder), free < bytes + reserve else { return }
        throw .noRoom(folder: folder, needed: bytes + reserve, free: free)
    }

    /// The system's words for the call that failed just now.
    static func reason() -> String { SystemError.text(errno) }

    private static func open(_ path: String, _ flags: Int32) throws(RestoreError) -> Int32 {
        let descriptor = Glibc.open(path, flags | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw failure(flags & O_CREAT == 0 ? "open" : "make", path) }
        return descriptor
    }

    private static func failure(_ what: String, _ path: String) -> RestoreError {
        .failed(what: what, path: path, reason: reason())
    }
}
