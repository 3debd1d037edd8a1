import Cryptography
import Timekeeping

/// The beginning of a block of the archive, which tells what is in it.
///
/// A block is this header, frames (the number of a page and the page), commits (``ArchivedCommit``) and the SHA-256 of all of it. It names
/// the digest of the block before it, so that one that is missing or exchanged shows. A commit that is large spans several blocks and is
/// listed in the last of them.
struct BlockHeader: Sendable, Equatable {
    static let byteCount = 144
    private static let signedByteCount = byteCount - Digest.byteCount
    private static let magic: UInt64 = 0x5355_4954_4557_414C
    private static let version: UInt32 = 1
    /// The digest before the first block of a generation.
    static let noDigest = [UInt8](repeating: 0, count: Digest.byteCount)

    var pageSize: Int
    var generation: Generation
    /// The first frame of the WAL that is in it.
    var firstFrame: Int
    /// After its last frame.
    var mark: WALMark
    /// The number of the first commit that was not complete before it.
    var firstSequence: Int64
    /// Of the first commit that it completes; without one, no earlier than all before.
    var firstTime: Timestamp
    /// Of the last commit that it completes; without one, as ``firstTime``.
    var lastTime: Timestamp
    var commits: Int
    var frames: Int
    /// The digest of the block before.
    var previous: [UInt8]

    var framesOffset: Int { Self.byteCount }
    var frameBytes: Int { 4 + pageSize }
    var commitsOffset: Int { framesOffset + frames * frameBytes }
    var digestOffset: Int { commitsOffset + commits * ArchivedCommit.byteCount }
    /// Bytes of the whole block.
    var blockBytes: Int { digestOffset + Digest.byteCount }

    /// The number of the next commit after it.
    var nextSequence: Int64 { firstSequence + Int64(commits) }

    var encoded: [UInt8] {
        var writer = ByteWriter()
        writer.append(Self.magic)
        writer.append(Self.version)
        writer.append(UInt32(pageSize))
        writer.append(generation.bits)
        writer.append(mark.salts.first)
        writer.append(mark.salts.second)
        writer.append(UInt32(firstFrame))
        writer.append(UInt32(mark.frame))
        writer.append(mark.checksum.first)
        writer.append(mark.checksum.second)
        writer.append(firstSequence)
        writer.append(firstTime.milliseconds)
        writer.append(lastTime.milliseconds)
        writer.append(UInt32(commits))
        writer.append(UInt32(frames))
        writer.append(previous)
        writer.append(SHA256.digest(of: writer.bytes).bytes)
        return writer.bytes
    }

    /// `nil` if these bytes are not what was written.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount,
            let digest = Digest(bytes: bytes[Self.signedByteCount...]),
            SHA256.digest(of: bytes[..<Self.signedByteCount]) == digest
        else { return nil }
        var reader = ByteReader(bytes)
        guard reader.next(UInt64.self) == Self.magic, reader.next(UInt32.self) == Self.version else { return nil }
        pageSize = Int(reader.next(UInt32.self))
        generation = Generation(bits: reader.next())
        let salts = WALSalts(first: reader.next(), second: reader.next())
        firstFrame = Int(reader.next(UInt32.self))
        let lastFrame = Int(reader.next(UInt32.self))
        mark = WALMark(salts: salts, frame: lastFrame, checksum: WALChecksum(first: reader.next(), second: reader.next()))
        firstSequence = reader.next()
        firstTime = Timestamp(milliseconds: reader.next())
        lastTime = Timestamp(milliseconds: reader.next())
        commits = Int(reader.next(UInt32.self))
        frames = Int(reader.next(UInt32.self))
        previous = reader.next(Digest.byteCount)
    }

    init(
        pageSize: Int,
        generation: Generation,
        firstFrame: Int,
        mark: WALMark,
        firstSequence: Int64,
        firstTime: Timestamp,
        lastTime: Timestamp,
        commits: Int,
        frames: Int,
        previous: [UInt8]
    ) {
        self.pageSize = pageSize
        self.generation = generation
        self.firstFrame = firstFrame
        self.mark = mark
        self.firstSequence = firstSequence
        self.firstTime = firstTime
        self.lastTime = lastTime
        self.commits = commits
        self.frames = frames
        self.previous = previous
    }

    /// Whether it follows without a gap on another one.
    func follows(_ other: BlockHeader) -> Bool {
        guard generation == other.generation, pageSize == other.pageSize, firstSequence == other.nextSequence else { return false }
        // Frames carry on, or begin with the first one of another WAL.
        return mark.salts == other.mark.salts && firstFrame == other.mark.frame + 1 || mark.salts != other.mark.salts && firstFrame == 1
    }
}

/// A commit as its block lists it.
struct ArchivedCommit: Sendable, Equatable {
    static let byteCount = 16

    /// Its last frame in the WAL.
    let frame: Int
    /// The size of the database in pages after it.
    let databasePages: Int
    let time: Timestamp
}
