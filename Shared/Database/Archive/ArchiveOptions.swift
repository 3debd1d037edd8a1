/// Where and how a ``DatabaseFile`` keeps an archive of its commits, from which ``ArchiveReader`` rebuilds the file as of any of them.
public struct ArchiveOptions: Sendable {
    /// The folder, of this file alone. Made when it is missing.
    public let folder: String
    /// At most so long after a commit it is in the archive, in milliseconds; 1 or more. What is younger is lost with the disk of the file.
    public var interval: Int64 = 1_000
    /// A segment that has become as large, in bytes, is closed and another one begun.
    public var segmentBytes: Int64 = 16 * 1_024 * 1_024
    /// A segment that has become as old, in milliseconds, is closed when there is something to write.
    public var segmentAge: Int64 = 3_600_000
    /// Commits that wait for an archive that cannot be written hold up checkpoints until they take so many bytes. Then the archive is given
    /// up, and begun anew when that works again. For tests.
    var patienceBytes: Int64 = 256 * 1_024 * 1_024
    /// Frames of this many bytes are written as one block. For tests.
    var blockBytes = 4 * 1_024 * 1_024

    /// - Parameter folder: absolute, or relative to the current directory.
    public init(folder: String) { self.folder = folder }
}
