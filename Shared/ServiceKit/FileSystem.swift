import Database
import Glibc
import POSIX

/// What the file system says about a file.
enum FileSystem {
    /// The path of a file without symbolic links; the path as it is if there is no such file.
    static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// The size of a file in bytes; `nil` if there is none or it cannot be looked at.
    static func size(of path: String) -> Int64? {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : nil
    }

    /// Whether there is something of that name that is no folder.
    static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
    }

    /// The bytes that this user may still write on the disk of a file; `nil` if its folder does not exist.
    static func room(for path: String) -> Int64? {
        Disk.room(for: FilePath.folder(of: path))
    }
}
