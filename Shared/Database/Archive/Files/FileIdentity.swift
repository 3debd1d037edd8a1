import Glibc

/// What tells that nobody has written to a file since it was looked at.
struct FileIdentity: Sendable, Equatable {
    let inode: UInt64
    let size: Int64
    /// Nanoseconds since the epoch.
    let modified: Int64

    init(inode: UInt64, size: Int64, modified: Int64) {
        self.inode = inode
        self.size = size
        self.modified = modified
    }

    /// `nil` if there is no such file. Does not open it.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    }
}
