import Cryptography
import Timekeeping

/// A block whose digest is right.
struct Block {
    let header: BlockHeader
    let digest: [UInt8]
    let commits: [ArchivedCommit]
    private let bytes: [UInt8]

    /// `nil` if these bytes are not what was written.
    init?(header: BlockHeader, bytes: [UInt8]) {
        guard bytes.count == header.blockBytes, let digest = Digest(bytes: bytes[header.digestOffset...]),
            SHA256.digest(of: bytes[..<header.digestOffset]) == digest
        else { return nil }
        self.header = header
        self.bytes = bytes
        self.digest = digest.bytes
        var reader = ByteReader(bytes[header.commitsOffset..<header.digestOffset])
        commits = (0..<header.commits).map { _ in
            ArchivedCommit(
                frame: Int(reader.next(UInt32.self)),
                databasePages: Int(reader.next(UInt32.self)),
                time: Timestamp(milliseconds: reader.next())
            )
        }
        // Written by somebody with a fault, maybe. Whoever reads it counts on these.
        guard header.frames > 0, header.mark.frame - header.firstFrame == header.frames - 1 else { return nil }
        let ends = [header.firstFrame - 1] + commits.map(\.frame) + [header.mark.frame + 1]
        guard zip(ends, ends.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
    }

    /// Visits some of its pages in order: the number of the page, and the page.
    ///
    /// - Parameter frames: as numbered in the WAL; all of them in this block.
    func eachPage(of frames: ClosedRange<Int>, _ body: (UInt32, UnsafeRawBufferPointer) throws -> Void) rethrows {
        try bytes.withUnsafeBytes { bytes in
            for frame in frames {
                let start = header.framesOffset + (frame - header.firstFrame) * header.frameBytes
                try body(bytes.bigEndian(at: start), UnsafeRawBufferPointer(rebasing: bytes[start + 4..<start + header.frameBytes]))
            }
        }
    }
}
