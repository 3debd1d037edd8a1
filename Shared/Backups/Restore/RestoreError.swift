public import Timekeeping

/// Why nothing was restored. Whatever it is, the live file is as it was.
public enum RestoreError: Error, Sendable, Equatable {
    /// The folder holds no backup that could be taken.
    case noBackup(folder: String)
    /// There is no such file.
    case noFile(path: String)
    /// There is no manifest beside a file that may be restored only with one.
    case noManifest(path: String)
    /// The manifest says that the backup is one of another product.
    case wrongProduct(path: String, found: String, wanted: String)
    /// The backup is not what its manifest says, or is no sound database. `reason` is a part of a sentence.
    case damaged(path: String, reason: String)
    /// Backups and archive do not lead to this moment; `available` are the stretches of time in which any moment can be restored.
    case notCovered(Timestamp, reason: String, available: [RestorableRange])
    /// The disk has not enough room for the restored file beside the old one, in bytes.
    case noRoom(folder: String, needed: Int64, free: Int64)
    /// The live file has changes in its write-ahead log that cannot be moved into it, though it is not damaged: it cannot be kept whole.
    case notKept(path: String, reason: String)
    /// The system refused something.
    case failed(what: String, path: String, reason: String)
    /// Another process is at it.
    case busy(folder: String)
}

extension RestoreError: CustomStringConvertible {
    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .noBackup(let folder):
            "\(folder) holds no backup. Set BACKUP_DIR to the folder that does, or name the file of a backup."
        case .noFile(let path): "\(path): no such file, neither here nor in BACKUP_DIR"
        case .noManifest(let path):
            """
            \(path): there is no manifest \(path).json beside it, so nobody can tell whether it is what was backed up. Copy the manifest \
            there, too, or give --no-manifest to go by the check of the database alone.
            """
        case .wrongProduct(let path, let found, let wanted): "\(path) is a backup of \(found), not of \(wanted)"
        case .damaged(let path, let reason): "\(path) is refused: \(reason)\(reason.last == "." ? "" : ".") Take another backup."
        case .notCovered(let moment, let reason, let available):
            "\(moment.rfc3339) cannot be restored: \(reason). " + Self.text(available)
        case .noRoom(let folder, let needed, let free): "the disk of \(folder) has \(free) bytes free, and \(needed) are needed"
        case .notKept(let path, let reason):
            """
            \(path) has changes in \(path)-wal that cannot be moved into it (\(reason)), so it could not be kept whole. Mend that, or move \
            both files away together, then try again.
            """
        case .failed(let what, let path, let reason): "cannot \(what) \(path): \(reason)"
        case .busy(let folder): "another process is drilling with \(folder)"
        }
    }

    private static func text(_ ranges: [RestorableRange]) -> String {
        guard !ranges.isEmpty else { return "No backup has an archive, so there is no moment to choose; name the file of a backup." }
        return "Any moment can be restored " + ranges.map(\.description).joined(separator: ", and ") + "."
    }
}
