import Database
import Timekeeping

/// Which segments of the archive go.
enum ArchiveThinning {
    /// A backup from which the archive leads on.
    struct Base: Sendable, Equatable {
        let time: Timestamp
        let position: ArchivePosition

        init(time: Timestamp, position: ArchivePosition) {
            self.time = time
            self.position = position
        }

        /// `nil` if it was made without an archive.
        init?(_ backup: Backup) {
            guard let position = backup.manifest.position else { return nil }
            self.init(time: backup.manifest.takenAt, position: position)
        }
    }

    /// The backups that moments since the horizon are restored from, by the generation of the archive: of each the first one that counts.
    ///
    /// A moment is restored from a backup before it, so the newest one at or before the horizon counts and all after it; if there is none so
    /// old, all count.
    static func anchors(_ bases: [Base], horizon: Timestamp) -> [String: Base] {
        let start = bases.filter { $0.time <= horizon }.map(\.time).max() ?? Timestamp(milliseconds: .min)
        let needed = bases.filter { $0.time >= start }.map { ($0.position.generation, $0) }
        return Dictionary(needed) { $0.position.sequence <= $1.position.sequence ? $0 : $1 }
    }

    /// The closed segments that no moment since the horizon needs: those before the anchor of their generation.
    ///
    /// - Parameters:
    ///   - pieces: the segments that are there, in any order.
    ///   - bases: the backups that stay.
    ///   - horizon: how far back any moment is to be restored.
    static func superfluous(_ pieces: [ArchivePiece], bases: [Base], horizon: Timestamp) -> [ArchivePiece] {
        let anchors = anchors(bases, horizon: horizon)
        return Dictionary(grouping: pieces, by: \.generation).sorted { $0.key < $1.key }.flatMap { generation, pieces -> [ArchivePiece] in
            let first = anchors[generation]?.position.sequence
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
