public import Timekeeping

/// Which commits after a position an archive holds, without a gap.
public struct ArchiveCoverage: Sendable, Equatable {
    /// The last of them; the position's own when there is none.
    public let lastSequence: Int64
    /// When the first of them was made; `nil` when there is none.
    public let firstTime: Timestamp?
    /// When the last of them was made; `nil` when there is none.
    public let lastTime: Timestamp?
}

/// What came of applying an archive to a copy of the file.
public struct Replay: Sendable, Equatable {
    /// The last commit that the file now holds.
    public let lastSequence: Int64
    /// When it was made; `nil` when none was applied.
    public let lastTime: Timestamp?
    /// How many were applied.
    public let commits: Int
}

/// A file of the archive, for whoever compresses and deletes them.
public struct ArchiveSegment: Sendable, Equatable {
    /// Where it is.
    public let path: String
    /// The series of commits that it belongs to.
    public let generation: String
    /// The first commit in it.
    public let firstSequence: Int64
    /// When the first commit in it was made; `nil` when that cannot be read.
    public let firstTime: Timestamp?
    /// When the last commit in it was made; `nil` when that cannot be read.
    public let lastTime: Timestamp?
    /// The size of the file.
    public let bytes: Int64
    /// Whether it is compressed already (`.segment.gz`).
    public let isCompressed: Bool
    /// Whether nothing will be written to it any more: it may be compressed and, when no backup needs it, deleted.
    public let isClosed: Bool
}
