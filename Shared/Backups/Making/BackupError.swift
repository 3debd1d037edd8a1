/// Why no backup was made, or why it is in no second place. Whatever it is, older backups are as they were.
public enum BackupError: Error, Sendable, Equatable {
    /// One is being made already.
    case inProgress
    /// The disk has not enough room, in bytes.
    case noRoom(folder: String, needed: Int64, free: Int64)
    /// The copy is no sound database, which means that the live file is not either, or the disk. What SQLite found, in its words.
    case damaged([String])
    /// The copy has another number of rows than the live file had at the same moment; `nil` for no such table.
    case rowsDiffer(table: String, wanted: Int64?, found: Int64?)
    /// Unpacked again, the compressed copy is another one; why, as a part of a sentence.
    case notCompressed(reason: String)
    /// The folder holds backups of another product.
    case foreignFolder(folder: String, product: String)
    /// The second place cannot be written to; `reason` is a sentence.
    case target(String, reason: String)
    /// The system refused something.
    case failed(what: String, path: String, reason: String)
}

extension BackupError: CustomStringConvertible {
    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .inProgress: "A backup is being made already. Wait until it is done."
        case .noRoom(let folder, let needed, let free):
            """
            The disk of \(folder) has \(free) bytes free, and \(needed) are needed for a backup. Make room there, keep fewer backups \
            (BACKUP_KEEP), or set BACKUP_DIR to a folder on another disk.
            """
        case .damaged(let lines):
            """
            The backup would be damaged, and so is the live file or its disk: \(lines.prefix(3).joined(separator: "; ")). Older backups \
            stay. Stop the service and run doctor.
            """
        case .rowsDiffer(let table, let wanted, let found):
            """
            The backup has \(found.map { "\($0)" } ?? "no") rows of table "\(table)", the live file \(wanted.map { "\($0)" } ?? "no"). \
            Older backups stay. Stop the service and run doctor.
            """
        case .notCompressed(let reason):
            "The compressed backup does not hold what was compressed: \(reason). The disk or the memory may be failing."
        case .foreignFolder(let folder, let product):
            "\(folder) holds backups of \(product). Set BACKUP_DIR to a folder of this product's own."
        case .target(let target, let reason): "The backup could not be copied to \(target): \(reason)"
        case .failed(let what, let path, let reason): "cannot \(what) \(path): \(reason)"
        }
    }
}

extension BackupError {
    /// What happens with files is the same here and where they are restored.
    init(_ error: RestoreError) {
        switch error {
        case .noRoom(let folder, let needed, let free): self = .noRoom(folder: folder, needed: needed, free: free)
        case .failed(let what, let path, let reason): self = .failed(what: what, path: path, reason: reason)
        default: self = .failed(what: "use", path: "the folder of backups", reason: "\(error)")
        }
    }
}
