import Database
import Timekeeping

/// The backups of a folder and the archive beside them: which moments they lead to.
public struct BackupHistory: Sendable {
    /// Those with a readable manifest, oldest first.
    public let backups: [Backup]
    let archive: ArchiveReader
    let segments: [ArchiveSegment]
    /// The generation that is written to, or was last; `nil` if that is not known.
    let current: String?

    /// Reads the manifests, and the heads of the archive's segments.
    ///
    /// - Parameter scratch: what the paths of unpacked segments begin with, for whoever may not write to the folder. Default: in the folder.
    /// - Throws: if the folder or the archive cannot be read. A folder that does not exist is an empty one.
    public init(_ folder: BackupFolder, scratch: String? = nil) throws {
        let archive = folder.archive(scratch: scratch)
        backups = try folder.backups()
        self.archive = archive
        segments = try archive.segments()
        current = try archive.currentGeneration()
    }

    /// The stretches of time in which any moment can be restored, oldest first. Reads the whole archive.
    public func ranges() -> [RestorableRange] {
        var ranges: [RestorableRange] = []
        var reached: ArchivePosition?
        for backup in backups {
            guard let position = backup.manifest.position else { continue }
            let taken = backup.manifest.takenAt
            // Taken in the middle of a stretch that an earlier backup begins.
            if let reached, let last = ranges.last, reached.generation == position.generation, position.sequence <= reached.sequence {
                ranges[ranges.count - 1] = RestorableRange(from: last.from, to: max(last.to, taken))
                continue
            }
            // What cannot be read ends the stretch where it begins.
            let coverage = try? archive.coverage(from: position)
            ranges.append(RestorableRange(from: taken, to: max(taken, coverage?.lastTime ?? taken)))
            reached = ArchivePosition(generation: position.generation, sequence: coverage?.lastSequence ?? position.sequence)
        }
        return ranges
    }

    /// The backups from which the archive leads to a moment, the nearest first.
    ///
    /// - Throws: ``RestoreError/notCovered(_:reason:available:)`` if there are none, or if commits in between are in no archive that begins
    ///   with one of them.
    func bases(for moment: Timestamp, now: Timestamp) throws(RestoreError) -> [Backup] {
        // The archive may be ahead of a clock that was put back: its times never go back.
        let newest = max(now, max(backups.last?.manifest.takenAt ?? now, segments.compactMap(\.lastTime).max() ?? now))
        guard moment <= newest else { throw notCovered(moment, "it is in the future") }
        let bases = backups.filter { $0.manifest.takenAt <= moment && $0.manifest.position != nil }
        guard let base = bases.last, let position = base.manifest.position else {
            throw notCovered(moment, "there is no backup with an archive that was taken before")
        }
        if let strange = stranger(to: position.generation, after: base.manifest.takenAt, until: moment) {
            throw notCovered(
                moment,
                """
                commits from \(strange.rfc3339) on, which came before it, are not in the archive that begins with the backup of \
                \(base.manifest.takenAt.rfc3339): the file was exchanged, or a service wrote to it without the archive
                """
            )
        }
        let end = end(of: position.generation, from: base.manifest.takenAt)
        guard moment <= end || !isFollowed(position.generation, after: end) else {
            throw notCovered(
                moment,
                """
                the archive that begins with the backup of \(base.manifest.takenAt.rfc3339) ends at \(end.rfc3339), and another one follows: \
                the file was exchanged in between, and nobody can tell when
                """
            )
        }
        return bases.filter { $0.manifest.position?.generation == position.generation }.reversed()
    }

    /// Whether nothing in the archive says what came before a moment, after the last commit there is.
    func isBeyondArchive(_ moment: Timestamp, of base: RestoreBase) -> Bool {
        guard let manifest = base.manifest, let position = manifest.position else { return false }
        return end(of: position.generation, from: manifest.takenAt) < moment
    }

    /// The last commit that is archived of a generation; the start if there is none after it.
    private func end(of generation: String, from start: Timestamp) -> Timestamp {
        max(start, segments.filter { $0.generation == generation }.compactMap(\.lastTime).max() ?? start)
    }

    /// Whether the file began another archive after the end of this one.
    private func isFollowed(_ generation: String, after end: Timestamp) -> Bool {
        if let current, current != generation { return true }
        let segments = segments.contains { $0.generation != generation && $0.firstTime.map { $0 > end } ?? false }
        return segments
            || backups.contains { backup in
                backup.manifest.takenAt > end && backup.manifest.position.map { $0.generation != generation } ?? false
            }
    }

    /// What a backup and everything in its archive leave out: when the first commit was made, after the backup, that the archive has only
    /// in another generation.
    func firstCommitBeyond(_ base: Backup) -> Timestamp? {
        guard let position = base.manifest.position else { return segments.compactMap(\.lastTime).first { $0 > base.manifest.takenAt } }
        return segments.filter { $0.generation != position.generation }.compactMap(\.firstTime).filter { $0 > base.manifest.takenAt }.min()
    }

    /// The first sign of commits that are in no archive of this generation.
    private func stranger(to generation: String, after start: Timestamp, until moment: Timestamp) -> Timestamp? {
        let archived = end(of: generation, from: start)
        let elsewhere = segments.filter { $0.generation != generation }.compactMap(\.firstTime).filter { $0 > start }
        // One that was made without an archive, after this one ended.
        let without = backups.filter { $0.manifest.position == nil }.map(\.manifest.takenAt).filter { $0 > archived }
        return (elsewhere + without).filter { $0 <= moment }.min()
    }

    private func notCovered(_ moment: Timestamp, _ reason: String) -> RestoreError {
        .notCovered(moment, reason: reason, available: ranges())
    }
}
