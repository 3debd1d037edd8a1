import Database
import POSIX

// What can be known without opening the file.
extension Finding {
    /// The SQLite library, and why its bug does no harm here.
    static var library: Finding {
        let version = "SQLite \(SQLiteLibrary.version)"
        guard SQLiteLibrary.hasWALResetBug else { return Finding(topic: "sqlite", verdict: .sound, text: version) }
        return Finding(
            topic: "sqlite",
            verdict: .sound,
            text: """
                \(version) has the WAL-reset bug of 3.7.0 to 3.51.2: two connections that commit or checkpoint at the same instant can damage \
                the file. Here only one connection ever does, in one process, which a lock beside the file sees to. Never open the file with \
                another program while the service runs.
                """
        )
    }

    /// Room on the disk.
    static func room(for path: String) -> Finding {
        guard let room = FileSystem.room(for: path) else {
            return Finding(
                topic: "disk",
                verdict: .problem,
                text: "the folder \(FilePath.folder(of: path)) does not exist or cannot be looked at"
            )
        }
        let isEnough = room >= DiskRoom.least
        return Finding(
            topic: "disk",
            verdict: isEnough ? .sound : .problem,
            text: "\(ByteCount.text(room)) free" + (isEnough ? "" : "; at least \(ByteCount.text(DiskRoom.least)) are needed")
        )
    }

    /// The file and its write-ahead log, as far as they exist.
    static func sizes(of path: String) -> [Finding] {
        guard let size = FileSystem.size(of: path) else { return [] }
        let log = FileSystem.size(of: path + "-wal") ?? 0
        return [Finding(topic: "size", verdict: .sound, text: "file \(ByteCount.text(size)), write-ahead log \(ByteCount.text(log))")]
    }

    /// The service runs.
    static func inUse(by process: Int32?) -> Finding {
        Finding(
            topic: "file",
            verdict: .notice,
            text: """
                in use by \(process.map { "the process with id \($0)" } ?? "another process"), so nobody else may open it. \
                Ask the service itself: healthcheck, or /metrics on its admin port. To examine the file, stop the service first.
                """
        )
    }
}
