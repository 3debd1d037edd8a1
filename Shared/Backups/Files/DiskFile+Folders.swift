import Glibc
import Timekeeping
import POSIX

extension DiskFile {
    /// The names in a folder, in no order, without the two that every folder has; none if there is no such folder.
    static func names(in folder: String) throws(RestoreError) -> [String] {
        do throws(SystemError) {
            return try FolderListing.names(in: folder)
        } catch {
            guard error.number == ENOENT else { throw .failed(what: "read the folder", path: folder, reason: "\(error)") }
            return []
        }
    }

    /// Whether there is a folder of that name.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Makes a folder and those that it is in, as far as they are missing.
    static func makeFolder(_ path: String) throws(RestoreError) {
        guard !isFolder(path) else { return }
        let parent = FilePath.folder(of: path)
        if parent != "." && parent != "/" { try makeFolder(parent) }
        guard mkdir(path, 0o750) == 0 || errno == EEXIST else { throw .failed(what: "make the folder", path: path, reason: reason()) }
    }

    /// Gives a file another name, in place of a file that has it.
    static func move(_ path: String, to name: String) throws(RestoreError) {
        guard rename(path, name) == 0 else { throw .failed(what: "rename", path: path, reason: reason()) }
    }

    /// When a file was last written to; `nil` if there is no such file.
    static func modified(_ path: String) -> Timestamp? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Timestamp(milliseconds: Int64(status.st_mtim.tv_sec) * 1_000 + Int64(status.st_mtim.tv_nsec) / 1_000_000)
    }

    /// Whether two paths lead to the same file or folder.
    static func isSame(_ path: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        return stat(path, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }
}
