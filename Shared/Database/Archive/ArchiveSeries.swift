import Glibc
import Timekeeping

/// An unbroken series of commits that is being archived: how far it has got, and the segment that is written to.
struct ArchiveSeries {
    /// A segment that may get more blocks.
    struct Segment {
        let file: RawFile
        let path: String
        let firstSequence: Int64
        let begun: Timestamp
        var firstTime: Timestamp
        var lastTime: Timestamp
        /// Whole blocks, in bytes.
        var size: Int64
    }

    let generation: Generation
    /// Up to where the WAL is archived.
    var mark: WALMark
    /// The last block.
    var digest = BlockHeader.noDigest
    /// The number of the commit that is archived next.
    var nextSequence: Int64 = 1
    /// Whether the last block ends in the middle of a commit.
    var isInCommit = false
    /// When the last commit was made that is archived.
    var lastTime = Timestamp(milliseconds: .min)
    var segment: Segment?

    /// One that goes on after its last block, or that has none yet and begins with a state of the file.
    init(generation: Generation, mark: WALMark, after tail: ArchiveTail? = nil) {
        self.generation = generation
        self.mark = mark
        guard let tail else { return }
        digest = tail.digest
        nextSequence = tail.header.nextSequence
        isInCommit = tail.isInCommit
        lastTime = tail.header.lastTime
    }

    /// Writes a block to the end of the segment, or to a new one, and returns when it is on the disk.
    ///
    /// - Parameters:
    ///   - floor: when the commit was made that the last frame belongs to.
    ///   - now: for the age of segments.
    /// - Returns: how many bytes it has.
    mutating func append(
        _ builder: BlockBuilder,
        to folder: ArchiveFolder,
        _ options: ArchiveOptions,
        floor: Timestamp,
        now: Timestamp
    ) throws(ArchiveError) -> Int {
        try segment?.trim()
        if let segment, !isInCommit, segment.isFull(options, now: now) {
            // Only saves time to those who read it.
            try? segment.note(in: folder.indexPath(of: generation))
            self.segment = nil
        }
        let (header, bytes, digest) = builder.finished(
            generation: generation,
            firstSequence: nextSequence,
            floor: max(floor, lastTime),
            previous: self.digest
        )
        if var segment {
            try segment.append(header, bytes)
            self.segment = segment
        } else {
            segment = try Self.begin(folder, header, bytes, now: now)
        }
        self.digest = digest
        mark = header.mark
        nextSequence = header.nextSequence
        isInCommit = builder.isInCommit
        lastTime = header.lastTime
        return bytes.count
    }

    /// Makes a segment of one block. It gets its name when the block is on the disk: a segment always has one.
    private static func begin(
        _ folder: ArchiveFolder,
        _ header: BlockHeader,
        _ bytes: [UInt8],
        now: Timestamp
    ) throws(ArchiveError) -> Segment {
        let path = folder.segmentPath(of: header.generation, firstSequence: header.firstSequence)
        let file = try RawFile(path + ".new", O_RDWR | O_CREAT | O_TRUNC)
        do throws(ArchiveError) {
            try file.write(bytes, at: 0)
            try file.sync()
            // Never over another one: that would be commits that somebody has archived already.
            guard access(path, F_OK) != 0 else { throw ArchiveError.damaged(path: path, offset: 0, reason: "it should not exist yet") }
            guard rename(file.path, path) == 0 else { throw ArchiveError.last("rename", file.path) }
        } catch {
            unlink(file.path)
            throw error
        }
        do throws(ArchiveError) {
            try ArchiveFolder.sync(folder.path(of: header.generation))
        } catch {
            // The next attempt makes it anew.
            unlink(path)
            throw error
        }
        return Segment(
            file: file,
            path: path,
            firstSequence: header.firstSequence,
            begun: now,
            firstTime: header.firstTime,
            lastTime: header.lastTime,
            size: Int64(bytes.count)
        )
    }
}

extension ArchiveSeries.Segment {
    /// One that a process left in the middle of a commit.
    init(reopening tail: ArchiveTail, now: Timestamp) throws(ArchiveError) {
        file = try RawFile(tail.entry.path, O_RDWR)
        path = tail.entry.path
        firstSequence = tail.entry.firstSequence
        begun = now
        firstTime = tail.firstTime
        lastTime = tail.header.lastTime
        size = tail.end
    }

    fileprivate func isFull(_ options: ArchiveOptions, now: Timestamp) -> Bool {
        // Also when the wall clock was put back.
        size >= options.segmentBytes || now.milliseconds - begun.milliseconds >= options.segmentAge || now < begun
    }

    fileprivate mutating func append(_ header: BlockHeader, _ bytes: [UInt8]) throws(ArchiveError) {
        do throws(ArchiveError) {
            try file.write(bytes, at: size)
            try file.sync()
        } catch {
            try? file.truncate(to: size)
            throw error
        }
        size += Int64(bytes.count)
        lastTime = header.lastTime
    }

    /// Cuts off what a failed attempt may have left behind the last block.
    fileprivate func trim() throws(ArchiveError) {
        if try file.size > size { try file.truncate(to: size) }
    }

    /// Notes what is in it, for those who list segments.
    func note(in index: String) throws(ArchiveError) {
        try SegmentIndex.append(SegmentIndex.Entry(firstTime: firstTime, lastTime: lastTime), firstSequence: firstSequence, to: index)
    }
}
