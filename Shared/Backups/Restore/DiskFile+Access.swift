import Glibc

extension DiskFile {
    /// Whether there is a file of that name, which is not a folder.
    ///
    /// - Throws: ``RestoreError/failed(what:path:reason:)`` where whoever asks may not know, or may not read it. A command that root gives goes
    ///   on as the user of the live file, which is easily forgotten.
    static func isThere(_ path: String) throws(RestoreError) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == EACCES || errno == EPERM else { return false }
            throw .failed(what: "read", path: path, reason: "\(reason()) for user \(geteuid()), to whom the live file belongs")
        }
        close(descriptor)
        return size(of: path) != nil
    }
}
