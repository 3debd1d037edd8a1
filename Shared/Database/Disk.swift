import Glibc

/// The disk that a file is on.
public enum Disk {
    /// The bytes that this user may still write there; `nil` if the file cannot be looked at.
    public static func room(for path: String) -> Int64? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        return Int64(status.f_bavail) * Int64(status.f_frsize)
    }
}
