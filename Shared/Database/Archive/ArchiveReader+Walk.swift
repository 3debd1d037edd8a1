import Glibc
import Timekeeping

extension ArchiveReader {
    /// Where a block is, for messages.
    struct Place {
        let path: String
        let offset: Int64
    }

    /// Visits the blocks of a generation from the segment on in which the commit after a position is, each proved to follow on the one
    /// before.
    ///
    /// - Parameter body: returns whether to go on.
    func walk(after position: ArchivePosition, _ body: (Block, Place) throws -> Bool) throws {
        guard let generation = Generation(position.generation) else {
            throw ArchiveError.missing(
                path: folder.path,
                reason: "\"\(position.generation)\" is not a generation, which has 16 hexadecimal digits"
            )
        }
        guard folder.exists(generation) else {
            // A copy of the archive gets a generation with its first closed segment.
            if try folder.current() == nil { return }
            throw ArchiveError.missing(path: folder.path, reason: "there is no generation \(generation.text)")
        }
        let segments = try folder.segments(of: generation)
        guard let first = segments.first else { return }
        guard let start = segments.lastIndex(where: { $0.firstSequence <= position.sequence + 1 }) else {
            throw ArchiveError.missing(
                path: folder.path(of: generation),
                reason: "commit \(position.sequence + 1) is wanted, and the first one that is there is \(first.firstSequence)"
            )
        }
        var last: Block?
        for entry in segments[start...] {
            guard try walk(entry, &last, body) else { return }
        }
    }

    private func walk(_ entry: ArchiveFolder.Entry, _ last: inout Block?, _ body: (Block, Place) throws -> Bool) throws -> Bool {
        try withPlainFile(of: entry) { path in
            let segment = try SegmentFile(path)
            var offset: Int64 = 0
            var isFirst = true
            while true {
                switch try segment.step(at: offset) {
                case .end:
                    // A segment gets its name when its first block is on the disk.
                    guard !isFirst else { throw ArchiveError.damaged(path: entry.path, offset: 0, reason: "there is no whole block in it") }
                    return true
                case .damaged(let reason):
                    throw ArchiveError.damaged(path: entry.path, offset: offset, reason: reason)
                case .block(let header):
                    guard let block = try segment.block(header, at: offset) else {
                        throw ArchiveError.damaged(path: entry.path, offset: offset, reason: "the digest of the block is wrong")
                    }
                    try check(block, isFirst ? entry : nil, after: last, at: Place(path: entry.path, offset: offset))
                    last = block
                    isFirst = false
                    guard try body(block, Place(path: entry.path, offset: offset)) else { return false }
                    offset += Int64(header.blockBytes)
                }
            }
        }
    }

    private func check(_ block: Block, _ entry: ArchiveFolder.Entry?, after last: Block?, at place: Place) throws {
        let header = block.header
        if let entry, header.generation != entry.generation || header.firstSequence != entry.firstSequence {
            throw ArchiveError.damaged(path: place.path, offset: place.offset, reason: "another segment has this name")
        }
        if header.firstSequence == 1, last == nil, header.previous != BlockHeader.noDigest {
            throw ArchiveError.missing(path: place.path, reason: "the beginning of the generation is missing")
        }
        guard let last else { return }
        guard header.previous == last.digest, header.follows(last.header) else {
            throw ArchiveError.missing(path: place.path, reason: "what was written before byte \(place.offset) is not what is there")
        }
    }

    /// Gives `body` the path of a plain file, which is removed if it was made for that.
    func withPlainFile<T>(of entry: ArchiveFolder.Entry, _ body: (String) throws -> T) throws -> T {
        guard entry.isCompressed else { return try body(entry.path) }
        let plain: String
        do {
            plain = try decompress(entry.path)
        } catch {
            throw ArchiveError.failed(what: "unpack", path: entry.path, reason: "\(error)")
        }
        defer { unlink(plain) }
        return try body(plain)
    }
}
