import Database
import Glibc
import Timekeeping
import POSIX

/// Keeps the archive small: compresses what is closed, removes what nobody needs.
struct ArchiveUpkeep: Sendable {
    let folder: BackupFolder

    /// What the archive keeps in the folder of a generation beside its segments: when their commits were made.
    static let index = "index"

    /// Compresses the segments to which nothing will be added.
    ///
    /// - Returns: how many.
    @discardableResult
    func compress(isCancelled: () -> Bool) throws -> Int {
        let plain = try folder.archive().segments().filter { $0.isClosed && !$0.isCompressed }
        for segment in plain {
            if isCancelled() { throw CancellationError() }
            try SegmentCompression.compress(segment.path, isCancelled: isCancelled)
        }
        return plain.count
    }

    /// Removes the segments that no moment since the horizon needs, and folders of generations that are empty then.
    ///
    /// - Returns: how many.
    @discardableResult
    func thin(_ backups: [Backup], horizon: Timestamp) throws -> Int {
        let bases = backups.compactMap { ArchiveThinning.Base($0) }
        let pieces = try folder.archive().segments().map { ArchivePiece($0) }
        let superfluous = ArchiveThinning.superfluous(pieces, bases: bases, horizon: horizon)
        for piece in superfluous { try SegmentCompression.remove(piece.path) }
        let left = Set(pieces.map(\.path)).subtracting(superfluous.map(\.path))
        let inUse = Set(pieces.filter { left.contains($0.path) }.map(\.generation))
        for piece in superfluous where !inUse.contains(piece.generation) {
            let place = FilePath.folder(of: piece.path)
            try DiskFile.remove("\(place)/\(Self.index)")
            // Fails as long as there is something in it.
            rmdir(place)
        }
        return superfluous.count
    }
}
