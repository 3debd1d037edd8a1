import Cryptography
import Glibc
import Timekeeping

/// When the commits of closed segments were made, so that nobody has to unpack a segment to know. Only a help: what is not in it, or not
/// readable, is read from the segment itself.
enum SegmentIndex {
    struct Entry: Sendable, Equatable {
        let firstTime: Timestamp
        let lastTime: Timestamp
    }

    static func append(_ entry: Entry, firstSequence: Int64, to path: String) throws(ArchiveError) {
        let file = try RawFile(path, O_RDWR | O_CREAT)
        let fields = "\(firstSequence) \(entry.firstTime.milliseconds) \(entry.lastTime.milliseconds)"
        // The line break comes first, too, for a line before it that somebody did not finish.
        try file.write(Array("\n\(fields) \(CRC32.checksum(of: fields))\n".utf8), at: file.size)
    }

    /// By the first commit of the segment. Empty if there is no index.
    static func read(at path: String) throws(ArchiveError) -> [Int64: Entry] {
        guard let file = try RawFile.existing(path) else { return [:] }
        let text = String(decoding: try file.bytes(at: 0, count: Int(min(file.size, 64 << 20))), as: UTF8.self)
        var entries: [Int64: Entry] = [:]
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count == 4, let sequence = Int64(fields[0]), let first = Int64(fields[1]), let last = Int64(fields[2]),
                UInt32(fields[3]) == CRC32.checksum(of: fields[..<3].joined(separator: " "))
            else { continue }
            entries[sequence] = Entry(firstTime: Timestamp(milliseconds: first), lastTime: Timestamp(milliseconds: last))
        }
        return entries
    }
}
