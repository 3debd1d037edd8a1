public import Timekeeping

/// What is to be restored.
public enum RestoreSource: Sendable, Equatable {
    /// This backup, and nothing of the archive. Without a manifest only when that is not asked for.
    case file(String, needsManifest: Bool)
    /// The newest backup and all of the archive after it.
    case latest
    /// All commits that were made at or before this moment, and none of those after it.
    case moment(Timestamp)
}
