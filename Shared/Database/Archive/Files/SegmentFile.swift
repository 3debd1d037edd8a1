import Glibc

/// A file of blocks, one behind the other.
struct SegmentFile {
    /// What is at a place in it.
    enum Step {
        case block(BlockHeader)
        /// Nothing, or the beginning of a block whose writer did not get to its end.
        case end(isTorn: Bool)
        /// Bytes that nobody wrote so.
        case damaged(reason: String)
    }

    /// No block is larger: more is a fault, not something to make room for in memory.
    private static let blockLimit = 256 << 20

    let file: RawFile
    let size: Int64

    init(_ path: String) throws(ArchiveError) {
        file = try RawFile(path, O_RDONLY)
        size = try file.size
    }

    func step(at offset: Int64) throws(ArchiveError) -> Step {
        let rest = size - offset
        if rest <= 0 { return .end(isTorn: false) }
        let bytes = try file.bytes(at: offset, count: Int(min(rest, Int64(BlockHeader.byteCount))))
        guard bytes.count == BlockHeader.byteCount else { return .end(isTorn: true) }
        guard let header = BlockHeader(bytes) else {
            // After a power failure, a file may have got its length and not yet its content.
            if bytes.allSatisfy({ $0 == 0 }), try isZero(from: offset) { return .end(isTorn: true) }
            return .damaged(reason: "its header is not what was written")
        }
        guard header.blockBytes <= Self.blockLimit else { return .damaged(reason: "it would be larger than any block is") }
        return Int64(header.blockBytes) > rest ? .end(isTorn: true) : .block(header)
    }

    /// `nil` if its digest is wrong.
    func block(_ header: BlockHeader, at offset: Int64) throws(ArchiveError) -> Block? {
        Block(header: header, bytes: try file.bytes(at: offset, count: header.blockBytes))
    }

    /// Only the digest, which is the last thing in a block.
    func digest(of header: BlockHeader, at offset: Int64) throws(ArchiveError) -> [UInt8] {
        try file.bytes(at: offset + Int64(header.digestOffset), count: header.blockBytes - header.digestOffset)
    }

    private func isZero(from start: Int64) throws(ArchiveError) -> Bool {
        var offset = start
        while true {
            let bytes = try file.bytes(at: offset, count: 1 << 20)
            if bytes.isEmpty { return true }
            guard bytes.allSatisfy({ $0 == 0 }) else { return false }
            offset += Int64(bytes.count)
        }
    }
}
