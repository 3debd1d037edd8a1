import Glibc
import POSIX

/// A file that appears under its name when it is complete and on the disk, and not before.
///
/// Until then it is `<name>.partial`, locked, so that two exports do not write into one. What a killed process left of it is overwritten.
final class ExportFile {
    static let draftSuffix = ".partial"

    let path: String
    let descriptor: Int32
    private let beginning: String
    private var isFinished = false

    private var draft: String { path + Self.draftSuffix }

    /// - Parameters:
    ///   - path: without symbolic links (``ExportPlace/resolve(_:)``).
    ///   - beginning: how such files begin. Nothing else is replaced.
    /// - Throws: ``PostgreSQLExportError/file(path:reason:)``
    init(_ path: String, beginning: String) throws {
        self.path = path
        self.beginning = beginning
        try ExportPlace.check(path, beginning: beginning)
        descriptor = try Self.claim(path + Self.draftSuffix, beginning: beginning)
    }

    /// Has the disk hold all that was written.
    func sync() throws {
        guard fsync(descriptor) == 0 else { throw FileFault.make(draft, "cannot be written") }
    }

    /// Puts it in the place of the one that may be there. After ``sync()``.
    func finish() throws {
        // Again: the export may have taken hours.
        try ExportPlace.check(path, beginning: beginning)
        guard rename(draft, path) == 0 else { throw FileFault.make(path, "cannot be replaced") }
        isFinished = true
        try Self.syncFolder(of: path)
    }

    deinit {
        if !isFinished { unlink(draft) }
        FileLock.release(descriptor)
    }

    /// An empty draft that nobody else writes or reads.
    private static func claim(_ draft: String, beginning: String) throws -> Int32 {
        while true {
            // For its owner only: an export holds everything that the service knows. A link would lead to another file.
            let descriptor = open(draft, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw FileFault.make(draft, "cannot be made") }
            do {
                if try take(descriptor, draft, beginning: beginning) { return descriptor }
                FileLock.release(descriptor)
            } catch {
                FileLock.release(descriptor)
                throw error
            }
        }
    }

    /// - Returns: whether it is still the draft: whoever had it before may have finished between the two calls.
    private static func take(_ descriptor: Int32, _ draft: String, beginning: String) throws -> Bool {
        guard FileLock.take(descriptor) else {
            guard errno == EWOULDBLOCK else { throw FileFault.make(draft, "cannot be locked") }
            throw PostgreSQLExportError.file(path: draft, reason: "another export is writing it")
        }
        var held = stat()
        var named = stat()
        guard fstat(descriptor, &held) == 0, lstat(draft, &named) == 0, held.st_ino == named.st_ino, held.st_dev == named.st_dev else {
            return false
        }
        try ExportPlace.check(descriptor, draft, beginning: beginning)
        guard held.st_uid == geteuid(), held.st_nlink == 1 else {
            throw PostgreSQLExportError.file(path: draft, reason: "this belongs to another user or has a second name. Delete it.")
        }
        // It may be an older one, with other permissions.
        guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, 0) == 0 else { throw FileFault.make(draft, "cannot be emptied") }
        return true
    }

    private static func syncFolder(of path: String) throws {
        let folder = FilePath.folder(of: path)
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault.make(folder, "cannot be opened") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileFault.make(folder, "cannot be written") }
    }
}
