import Glibc
import Timekeeping

extension ArchiveReader {
    /// All segments: generation after generation, the one with the earliest commit first, and each in order. Empty where there is no archive.
    ///
    /// - Throws: ``ArchiveError`` if the folder cannot be read. Of a segment that cannot be read the times are `nil`.
    public func segments() throws -> [ArchiveSegment] {
        let current = try folder.current()
        let generations = try folder.generations().map { try segments(of: $0, isCurrent: $0 == current) }
        return generations.filter { !$0.isEmpty }.sorted { start(of: $0) < start(of: $1) }.flatMap { $0 }
    }

    private func start(of segments: [ArchiveSegment]) -> Timestamp {
        segments.lazy.compactMap(\.firstTime).first ?? Timestamp(milliseconds: .max)
    }

    private func segments(of generation: Generation, isCurrent: Bool) throws -> [ArchiveSegment] {
        let entries = try folder.segments(of: generation)
        let index = (try? SegmentIndex.read(at: folder.indexPath(of: generation))) ?? [:]
        return entries.map { entry in
            // Only of closed ones is there an entry that holds for all of the segment.
            let isClosed = !isCurrent || entry != entries.last
            let times = (isClosed ? index[entry.firstSequence] : nil) ?? (try? times(of: entry))
            return ArchiveSegment(
                path: entry.path,
                generation: generation.text,
                firstSequence: entry.firstSequence,
                firstTime: times?.firstTime,
                lastTime: times?.lastTime,
                bytes: FileIdentity(of: entry.path)?.size ?? 0,
                isCompressed: entry.isCompressed,
                isClosed: isClosed
            )
        }
    }

    /// From the headers of its blocks.
    private func times(of entry: ArchiveFolder.Entry) throws -> SegmentIndex.Entry? {
        try withPlainFile(of: entry) { path in
            let segment = try SegmentFile(path)
            var times: SegmentIndex.Entry?
            var offset: Int64 = 0
            while case .block(let header) = try segment.step(at: offset) {
                times = SegmentIndex.Entry(firstTime: times?.firstTime ?? header.firstTime, lastTime: header.lastTime)
                offset += Int64(header.blockBytes)
            }
            return times
        }
    }
}
