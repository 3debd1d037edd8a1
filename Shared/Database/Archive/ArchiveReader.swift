import Glibc
public import Timekeeping

/// Reads an archive, also while a service writes to it. It takes no lock: only whole blocks count, each proved by its digest, and each by
/// the digest that the next one names.
public struct ArchiveReader: Sendable {
    /// Makes a plain copy of a compressed segment and returns its path. Whoever asked for it removes it when done.
    public typealias Decompress = @Sendable (_ path: String) throws -> String

    let folder: ArchiveFolder
    let decompress: Decompress

    /// - Parameters:
    ///   - folder: the archive's.
    ///   - decompress: for segments whose name ends with `.gz`. The copy is removed when it has been read.
    public init(folder: String, decompress: @escaping Decompress) {
        self.folder = ArchiveFolder(path: folder)
        self.decompress = decompress
    }

    /// The series of commits that is written to, or was last; `nil` if that is not known, as in a copy of the segments alone.
    ///
    /// - Throws: ``ArchiveError``.
    public func currentGeneration() throws -> String? { try folder.current()?.text }

    /// Whether the commits from a position on are there without a gap, and until when. Reads and proves them all.
    ///
    /// - Throws: ``ArchiveError``, and what `decompress` throws as ``ArchiveError/failed(what:path:reason:)``.
    public func coverage(from position: ArchivePosition) throws -> ArchiveCoverage {
        let reach = try reach(after: position, until: nil)
        return ArchiveCoverage(lastSequence: reach.lastSequence, firstTime: reach.firstTime, lastTime: reach.lastTime)
    }

    /// Applies the commits after a position to a copy that ``Snapshot/copy(to:isCancelled:)`` made at that position, and returns when they
    /// are on the disk.
    ///
    /// Everything is proved before the first page is written, and once more while it is. A file that it threw on must be thrown away.
    ///
    /// - Parameters:
    ///   - path: of the copy, which nobody has open.
    ///   - position: which state it is.
    ///   - time: commits at this moment are applied, and none after it; `nil` for all there are.
    /// - Throws: ``ArchiveError``.
    public func replay(onto path: String, after position: ArchivePosition, until time: Timestamp?) throws -> Replay {
        let reach = try reach(after: position, until: time)
        let commits = Int(reach.lastSequence - position.sequence)
        guard commits > 0 else { return Replay(lastSequence: position.sequence, lastTime: nil, commits: 0) }
        var target = try ReplayTarget(path)
        var done = position.sequence
        try walk(after: position) { block, place in
            var first = block.header.firstFrame
            for (index, commit) in block.commits.enumerated() {
                let sequence = block.header.firstSequence + Int64(index)
                defer { first = commit.frame + 1 }
                guard sequence > position.sequence else { continue }
                guard sequence <= reach.lastSequence else { return false }
                try target.apply(block, frames: first...commit.frame)
                try target.endCommit(pages: commit.databasePages, at: place)
                done = sequence
            }
            guard done < reach.lastSequence else { return false }
            // What follows the last commit of the block is the beginning of one that a later block completes.
            guard first <= block.header.mark.frame, block.header.nextSequence > position.sequence else { return true }
            try target.apply(block, frames: first...block.header.mark.frame)
            return true
        }
        guard done == reach.lastSequence else {
            throw ArchiveError.missing(path: folder.path, reason: "commits that were there a moment ago are gone")
        }
        try target.finish()
        return Replay(lastSequence: reach.lastSequence, lastTime: reach.lastTime, commits: commits)
    }

    /// The last commit that is wanted, and what there is up to it.
    private struct Reach {
        var lastSequence: Int64
        var firstTime: Timestamp?
        var lastTime: Timestamp?
    }

    private func reach(after position: ArchivePosition, until time: Timestamp?) throws -> Reach {
        var reach = Reach(lastSequence: position.sequence)
        try walk(after: position) { block, _ in
            for (index, commit) in block.commits.enumerated() {
                let sequence = block.header.firstSequence + Int64(index)
                guard sequence > position.sequence else { continue }
                if let time, commit.time > time { return false }
                reach.lastSequence = sequence
                reach.firstTime = reach.firstTime ?? commit.time
                reach.lastTime = commit.time
            }
            return true
        }
        return reach
    }
}
