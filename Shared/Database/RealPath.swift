import Glibc
import POSIX

/// The one name of a file, whatever symbolic links lead to it: what the lock, the connections and the WAL go by. Two names would be two
/// locks, and so two processes on one file (``ProcessLock``).
enum RealPath {
    /// As many links as Linux itself follows (path_resolution(7)).
    private static let linkLimit = 40

    /// The absolute path without symbolic links.
    ///
    /// The file need not exist, but its folder must. A link to a file that does not exist yet leads to where SQLite would make it; a folder
    /// that such a link names is not created, because a disk that is not mounted looks the same.
    static func resolve(_ path: String) throws(DatabaseError) -> String {
        var name = path
        for _ in 0..<linkLimit {
            if let real = try existing(name, of: path) { return real }
            guard let target = target(ofLink: name) else { return try inRealFolder(name, of: path) }
            name = target.utf8.first == UInt8(ascii: "/") ? target : parts(of: name).folder + target
        }
        throw .unusable(path: path, reason: "too many symbolic links lead to it")
    }

    /// `nil` if there is no such file or folder.
    private static func existing(_ name: String, of path: String) throws(DatabaseError) -> String? {
        guard let real = realpath(name, nil) else {
            let failure = errno
            guard failure == ENOENT else {
                throw .unusable(path: path, reason: "it cannot be looked at: \(SystemError.text(failure))")
            }
            return nil
        }
        defer { free(real) }
        guard let text = String(validatingCString: real) else {
            throw .unusable(path: path, reason: "a folder that it is in has a name that is not UTF-8. Rename it, or set DATABASE_PATH.")
        }
        return text
    }

    private static func target(ofLink name: String) -> String? {
        // PATH_MAX of Linux: no link holds more.
        var bytes = [CChar](repeating: 0, count: 4_096)
        let count = readlink(name, &bytes, bytes.count)
        // EINVAL: it is no link. ENOENT: there is nothing at all.
        guard count > 0 else { return nil }
        return String(decoding: bytes[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func inRealFolder(_ name: String, of path: String) throws(DatabaseError) -> String {
        let (folder, file) = parts(of: name)
        guard let real = try existing(folder, of: path) else {
            throw .unusable(path: path, reason: "it is a link to \(name), whose folder does not exist. Is a disk not mounted?")
        }
        return real == "/" ? "/\(file)" : "\(real)/\(file)"
    }

    private static func parts(of name: String) -> (folder: String, file: String) {
        guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("./", name) }
        return (String(name[...slash]), String(name[name.utf8.index(after: slash)...]))
    }
}
