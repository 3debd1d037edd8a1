import Database
import Timekeeping

/// Which segments of the archive go.
enum ArchiveThinning {
    /// A backup from which the archive leads on.
    struct Base: Sendable, Equatable {
        let time: Timestamp
        let position: ArchivePosition
    }

    /// The closed segments that no moment since the horizon needs.
    ///
    /// A moment is restored from the last backup before it. So the archive is needed from the newest backup at or before the horizon on; if
    /// there is none, from the oldest one.
    ///
    /// - Parameters:
    ///   - pieces: the segments that are there, in any order.
    ///   - bases: the backups that stay.
    ///   - horizon: how far back any moment is to be restored.
    static func superfluous(_ pieces: [ArchivePiece], bases: [Base], horizon: Timestamp) -> [ArchivePiece] {
        let bases = bases.sorted { ($0.time, $0.position.sequence) < ($1.time, $1.position.sequence) }
        let start = bases.last { $0.time <= horizon } ?? bases.first
        let needed = bases.filter { base in start.map { base.time >= $0.time } ?? false }
        return Dictionary(grouping: pieces, by: \.generation).sorted { $0.key < $1.key }.flatMap { generation, pieces -> [ArchivePiece] in
            let first = needed.filter { $0.position.generation == generation }.map(\.position.sequence).min()
            return superfluous(inGeneration: pieces.sorted { $0.firstSequence < $1.firstSequence }, from: first, horizon)
        }
    }

    /// - Parameter sequence: the commits after this one are needed; `nil` if no backup leads to any of them.
    private static func superfluous(
        inGeneration pieces: [ArchivePiece],
        from sequence: Int64?,
        _ horizon: Timestamp
    ) -> [ArchivePiece] {
        pieces.indices.compactMap { index -> ArchivePiece? in
            let piece = pieces[index]
            guard piece.isClosed else { return nil }
            // A backup may come that leads to them, or somebody may look for what happened.
            guard let sequence else { return piece.lastTime < horizon ? piece : nil }
            // The last commit is the one before the next segment's first; of the last segment nobody knows.
            let next = pieces[index...].first { $0.firstSequence > piece.firstSequence }
            return next.map { $0.firstSequence <= sequence + 1 } ?? false ? piece : nil
        }
    }
}
