import Cryptography
import Glibc

/// What the database file looked like when a checkpoint had moved everything into it, and the archive held everything, too.
///
/// Removed before the file is changed again. So where it is there and the file still looks the same, the file is the state that the archive
/// had reached, and whatever is in another WAL by now was committed after it.
struct CheckpointNote: Sendable, Equatable {
    private static let magic: UInt64 = 0x5355_4954_4543_4B50
    private static let byteCount = 8 + 8 + 32 + 24 + 24 + Digest.byteCount

    let generation: Generation
    /// The last block of the archive; ``BlockHeader/noDigest`` before the first.
    let digest: [UInt8]
    /// How far the archive had got in the WAL.
    let mark: WALMark
    let file: FileIdentity

    /// - Returns: `nil` if there is none, or only a part of one.
    static func read(at path: String) throws(ArchiveError) -> CheckpointNote? {
        guard let file = try RawFile.existing(path) else { return nil }
        return CheckpointNote(try file.bytes(at: 0, count: byteCount))
    }

    func write(to path: String) throws(ArchiveError) {
        var writer = ByteWriter()
        writer.append(Self.magic)
        writer.append(generation.bits)
        writer.append(digest)
        writer.append(mark.salts.first)
        writer.append(mark.salts.second)
        writer.append(Int64(mark.frame))
        writer.append(mark.checksum.first)
        writer.append(mark.checksum.second)
        writer.append(file.inode)
        writer.append(file.size)
        writer.append(file.modified)
        writer.append(SHA256.digest(of: writer.bytes).bytes)
        try ArchiveFolder.replace(path, with: writer.bytes)
    }

    private init?(_ bytes: [UInt8]) {
        let signed = Self.byteCount - Digest.byteCount
        guard bytes.count == Self.byteCount, Digest(bytes: bytes[signed...]) == SHA256.digest(of: bytes[..<signed]) else { return nil }
        var reader = ByteReader(bytes)
        guard reader.next(UInt64.self) == Self.magic else { return nil }
        generation = Generation(bits: reader.next())
        digest = reader.next(Digest.byteCount)
        let salts = WALSalts(first: reader.next(), second: reader.next())
        let frame = Int(reader.next(Int64.self))
        mark = WALMark(salts: salts, frame: frame, checksum: WALChecksum(first: reader.next(), second: reader.next()))
        file = FileIdentity(inode: reader.next(), size: reader.next(), modified: reader.next())
    }

    init(generation: Generation, digest: [UInt8], mark: WALMark, file: FileIdentity) {
        self.generation = generation
        self.digest = digest
        self.mark = mark
        self.file = file
    }
}
