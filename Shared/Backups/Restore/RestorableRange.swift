public import Timekeeping

/// A stretch of time in which any moment can be restored: a backup and the archive of all commits since.
public struct RestorableRange: Sendable, Equatable, CustomStringConvertible {
    /// When the backup was taken.
    public let from: Timestamp
    /// When the last archived commit was made; the same as ``from`` if there is none since.
    public let to: Timestamp

    /// A stretch.
    public init(from: Timestamp, to: Timestamp) {
        self.from = from
        self.to = to
    }

    /// `from … to …`
    public var description: String { "from \(from.rfc3339) to \(to.rfc3339)" }
}
