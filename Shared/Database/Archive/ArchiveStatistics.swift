public import Timekeeping

/// What an archive has done since the file was opened.
public struct ArchiveStatistics: Sendable, Equatable {
    /// The series of commits that is being archived; empty while none could be begun.
    public internal(set) var generation = ""
    /// The last commit of it that is archived.
    public internal(set) var sequence: Int64 = 0
    /// Commits that are not archived yet, or never will be because the archive was given up.
    public internal(set) var unarchivedCommits = 0
    /// Blocks written.
    public internal(set) var blocks = 0
    /// Bytes written.
    public internal(set) var bytes = 0
    /// Attempts that failed.
    public internal(set) var failures = 0
    /// How often a generation was begun because the commits before it are not in the archive, or not all of them.
    public internal(set) var generations = 0
    /// Why the last attempt failed; `nil` when it did not.
    public internal(set) var lastFailure: String?
    /// When something was archived last.
    public internal(set) var lastArchived: Timestamp?

    /// Of an archive that has done nothing yet.
    public init() {}
}
