import Glibc

/// A file that appears under its name when it is complete and on the disk, and not before.
///
/// Until then it is `<name>.partial`, locked, so that two exports do not write into one. What a killed process left of it is overwritten.
final class ExportFile {
    let path: String
    let descriptor: Int32
    private var isFinished = false

    private var draft: String { path + ".partial" }

    /// - Throws: ``PostgreSQLExportError/file(path:reason:)``
    init(_ path: String) throws {
        self.path = path
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw PostgreSQLExportError.file(path: path, reason: "this is no regular file; name a file, or - for standard output")
        }
        descriptor = try Self.claim(path + ".partial")
        guard ftruncate(descriptor, 0) == 0 else {
            let fault = FileFault.make(draft, "cannot be emptied")
            close(descriptor)
            throw fault
        }
    }

    /// Puts it in the place of the one that may be there.
    func finish() throws {
        guard fsync(descriptor) == 0 else { throw FileFault.make(draft, "cannot be written") }
        guard rename(draft, path) == 0 else { throw FileFault.make(path, "cannot be replaced") }
        isFinished = true
        try Self.syncFolder(of: path)
    }

    deinit {
        if !isFinished { unlink(draft) }
        close(descriptor)
    }

    /// Removes a file, if it is there.
    static func remove(_ path: String) throws {
        guard unlink(path) == 0 || errno == ENOENT else { throw FileFault.make(path, "cannot be removed") }
    }

    private static func claim(_ draft: String) throws -> Int32 {
        while true {
            // For its owner only: an export holds everything that the service knows.
            let descriptor = open(draft, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw FileFault.make(draft, "cannot be made") }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let isBusy = errno == EWOULDBLOCK
                let fault = FileFault.make(draft, "cannot be locked")
                close(descriptor)
                throw isBusy ? PostgreSQLExportError.file(path: draft, reason: "another export is writing it") : fault
            }
            // Whoever had it before may have finished between the two calls: then this is the finished file.
            var held = stat()
            var named = stat()
            if fstat(descriptor, &held) == 0, stat(draft, &named) == 0, held.st_ino == named.st_ino, held.st_dev == named.st_dev {
                return descriptor
            }
            close(descriptor)
        }
    }

    private static func syncFolder(of path: String) throws {
        let folder =
            switch path.lastIndex(of: "/") {
            case nil: "."
            case path.startIndex?: "/"
            case let slash?: String(path[..<slash])
            }
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault.make(folder, "cannot be opened") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileFault.make(folder, "cannot be written") }
    }
}
