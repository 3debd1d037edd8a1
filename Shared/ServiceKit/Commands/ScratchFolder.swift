import Glibc
import POSIX

/// A folder for what an export needs for a while, on the disk of the data: it may be large. One process at a time; what a killed one left
/// there is removed by the next, and by the service when it starts.
final class ScratchFolder {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let path: String
    private let descriptor: Int32

    /// - Parameter database: the file that it is beside, whatever symbolic links lead to it.
    init(besideFileAt database: String) throws {
        let path = Self.path(besideFileAt: database)
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw Failure(description: "\(path) cannot be made: \(SystemError.text(errno))")
        }
        guard let descriptor = try Self.lock(path) else {
            throw Failure(description: "another export is running here (it uses \(path)). Wait until it is done.")
        }
        self.path = path
        self.descriptor = descriptor
        empty()
    }

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    /// Removes what a killed export left beside a file: a copy of all data. One that is in use stays.
    static func removeLeftover(besideFileAt database: String) {
        let path = path(besideFileAt: database)
        // Mostly there is none.
        guard let descriptor = try? lock(path) else { return }
        ScratchFolder(path: path, descriptor: descriptor).remove()
    }

    private static func path(besideFileAt database: String) -> String {
        FilePath.folder(of: FileSystem.resolved(database)) + "/.export"
    }

    /// `nil` if another process has it.
    private static func lock(_ path: String) throws -> Int32? {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(description: "\(path) cannot be opened: \(SystemError.text(errno))") }
        var held = stat()
        var named = stat()
        // Whoever had it before may have removed it between the two calls.
        guard FileLock.take(descriptor), fstat(descriptor, &held) == 0, lstat(path, &named) == 0,
            held.st_ino == named.st_ino
        else {
            FileLock.release(descriptor)
            return nil
        }
        return descriptor
    }

    /// The path of a file in it.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Removes it with all that is in it.
    func remove() {
        empty()
        rmdir(path)
    }

    private func empty() {
        for name in (try? FolderListing.names(in: path)) ?? [] { unlink(file(name)) }
    }

    deinit { FileLock.release(descriptor) }
}
