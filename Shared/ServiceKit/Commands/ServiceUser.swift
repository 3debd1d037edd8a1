import Glibc
import POSIX

/// Whose files a command makes.
enum ServiceUser {
    /// Becomes the user to whom the file belongs, or else its folder, when root runs a command: what it makes would otherwise be files that
    /// the service cannot open. For nobody else anything changes.
    static func assume(forFileAt path: String) {
        guard geteuid() == 0 else { return }
        var status = stat()
        guard stat(path, &status) == 0 || stat(FilePath.folder(of: path), &status) == 0, status.st_uid != 0 else { return }
        // The group first: afterwards there is no right to. Failing is harmless: then it is root that goes on, as it began.
        _ = setegid(status.st_gid)
        _ = seteuid(status.st_uid)
    }

    /// Becomes root again after ``assume(forFileAt:)``, for what is root's own.
    static func resume() {
        guard getuid() == 0 else { return }
        _ = seteuid(0)
        _ = setegid(getgid())
    }
}
