import Cryptography
import Timekeeping

/// Collects the frames of a block.
struct BlockBuilder {
    private let pageSize: Int
    /// Where the block begins.
    private let start: WALMark
    private var bytes: [UInt8]
    private(set) var frames = 0
    private(set) var commits: [ArchivedCommit] = []
    /// After the last frame.
    private(set) var mark: WALMark

    /// - Parameter capacity: how many bytes of frames there are going to be, at most.
    init(pageSize: Int, start: WALMark, capacity: Int) {
        self.pageSize = pageSize
        self.start = start
        mark = start
        bytes = [UInt8](repeating: 0, count: BlockHeader.byteCount)
        bytes.reserveCapacity(bytes.count + capacity + 64 * ArchivedCommit.byteCount + Digest.byteCount)
    }

    /// How much has been collected, in bytes.
    var size: Int { bytes.count }
    /// Whether the last frame is not the last one of its commit.
    var isInCommit: Bool { commits.last?.frame != mark.frame }

    mutating func add(_ frame: WALFile.Frame, page: UnsafeRawBufferPointer, mark: WALMark) {
        withUnsafeBytes(of: frame.page.bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: page)
        frames += 1
        self.mark = mark
    }

    /// The frame that was added last completes a commit.
    mutating func endCommit(databasePages: UInt32, time: Timestamp) {
        commits.append(ArchivedCommit(frame: mark.frame, databasePages: Int(databasePages), time: time))
    }

    /// The block, and the digest that the next one names.
    ///
    /// - Parameter floor: the time of the last commit before it.
    func finished(
        generation: Generation,
        firstSequence: Int64,
        floor: Timestamp,
        previous: [UInt8]
    ) -> (header: BlockHeader, bytes: [UInt8], digest: [UInt8]) {
        let header = BlockHeader(
            pageSize: pageSize,
            generation: generation,
            firstFrame: start.frame + 1,
            mark: mark,
            firstSequence: firstSequence,
            firstTime: commits.first?.time ?? floor,
            lastTime: commits.last?.time ?? floor,
            commits: commits.count,
            frames: frames,
            previous: previous
        )
        var block = bytes
        var list = ByteWriter()
        for commit in commits {
            list.append(UInt32(commit.frame))
            list.append(UInt32(commit.databasePages))
            list.append(commit.time.milliseconds)
        }
        block.append(contentsOf: list.bytes)
        block.replaceSubrange(..<BlockHeader.byteCount, with: header.encoded)
        let digest = SHA256.digest(of: block).bytes
        block.append(contentsOf: digest)
        return (header, block, digest)
    }
}
