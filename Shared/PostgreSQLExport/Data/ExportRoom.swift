import Database
import Glibc

/// Keeps an export from filling the disk of the data: the service could not write any more.
public enum ExportRoom {
    /// Bytes that stay free for the service.
    static let reserve: Int64 = 256 << 20

    /// Looks at the room on the disk of a folder.
    ///
    /// - Parameter bytes: what is about to be written there.
    /// - Throws: ``PostgreSQLExportError/file(path:reason:)`` if less than 256 MiB would stay free.
    public static func check(_ folder: String, for bytes: Int64 = 0) throws {
        guard let room = Disk.room(for: folder), room - reserve < bytes else { return }
        throw PostgreSQLExportError.file(
            path: folder,
            reason: """
                the disk has \(room >> 20) MiB free, and \((bytes + reserve) >> 20) MiB are needed, 256 of which stay free for the service. \
                Make room, or export to another disk (--output).
                """
        )
    }

    /// Whether two files or folders are on the same disk; not if one of them does not exist.
    public static func isShared(_ path: String, _ other: String) -> Bool {
        var one = stat()
        var two = stat()
        return stat(path, &one) == 0 && stat(other, &two) == 0 && one.st_dev == two.st_dev
    }

    /// Whether what is written to a descriptor takes room on the disk of a file.
    static func isShared(_ descriptor: Int32, _ path: String) -> Bool {
        var one = stat()
        var two = stat()
        return fstat(descriptor, &one) == 0 && one.st_mode & S_IFMT == S_IFREG && stat(path, &two) == 0 && one.st_dev == two.st_dev
    }
}
