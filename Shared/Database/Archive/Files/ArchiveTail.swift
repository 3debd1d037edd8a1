import Timekeeping

/// Where the last whole block of a generation ends.
struct ArchiveTail {
    let entry: ArchiveFolder.Entry
    let header: BlockHeader
    let digest: [UInt8]
    /// Up to the end of the block, in bytes. What the file has after that is to be cut off.
    let end: Int64
    /// Whether the block ends in the middle of a commit.
    let isInCommit: Bool
    let firstTime: Timestamp

    /// - Returns: `nil` if there is no block, or damage: nobody can say then what is archived.
    static func find(in folder: ArchiveFolder, of generation: Generation) throws(ArchiveError) -> ArchiveTail? {
        guard let entry = try folder.segments(of: generation).last, !entry.isCompressed else { return nil }
        let segment = try SegmentFile(entry.path)
        var headers: [(header: BlockHeader, offset: Int64)] = []
        var offset: Int64 = 0
        walk: while true {
            switch try segment.step(at: offset) {
            case .end: break walk
            case .damaged: return nil
            case .block(let header):
                guard header.generation == generation, headers.last.map({ header.follows($0.header) }) ?? true else { return nil }
                headers.append((header, offset))
                offset += Int64(header.blockBytes)
            }
        }
        guard let firstTime = headers.first?.header.firstTime else { return nil }
        // The last one may not have reached the disk before a power failure. All others had, before the next one was written.
        for (header, offset) in headers.suffix(2).reversed() {
            guard let block = try segment.block(header, at: offset) else { continue }
            return ArchiveTail(
                entry: entry,
                header: header,
                digest: block.digest,
                end: offset + Int64(header.blockBytes),
                isInCommit: block.commits.last?.frame != header.mark.frame,
                firstTime: firstTime
            )
        }
        return nil
    }
}
