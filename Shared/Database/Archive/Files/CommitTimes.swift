import Cryptography
import Glibc
import Timekeeping

/// When the commits were made that are not archived yet.
///
/// Kept in a file, too, that is not synced: what a process has written to it is there after the process is killed, and after a power
/// failure a moment that is off by a second is good enough.
struct CommitTimes {
    private static let recordBytes = 24

    private let file: RawFile
    private var end: Int64 = 0
    private var times: [Int: Timestamp] = [:]

    /// - Parameter salts: of the WAL that is on the disk; what is known of another one is of no use any more.
    init(path: String, salts: WALSalts) throws(ArchiveError) {
        file = try RawFile(path, O_RDWR | O_CREAT)
        let size = try file.size
        // No more than there are frames in the largest WAL that is waited for.
        let bytes = try file.bytes(at: 0, count: Int(min(size, 64 << 20)))
        end = Int64(bytes.count / Self.recordBytes * Self.recordBytes)
        for start in stride(from: 0, to: Int(end), by: Self.recordBytes) {
            let record = Array(bytes[start..<start + Self.recordBytes])
            var reader = ByteReader(record)
            guard WALSalts(first: reader.next(), second: reader.next()) == salts else { continue }
            let frame = Int(reader.next(UInt32.self))
            let time = Timestamp(milliseconds: reader.next())
            guard reader.next(UInt32.self) == CRC32.checksum(of: record.dropLast(4)) else { continue }
            times[frame] = time
        }
    }

    /// The latest of them.
    var last: Timestamp? { times.values.max() }

    /// A commit was made just now. What cannot be written is only known to this process.
    mutating func append(_ time: Timestamp, frame: Int, salts: WALSalts) {
        times[frame] = time
        var record = ByteWriter()
        record.append(salts.first)
        record.append(salts.second)
        record.append(UInt32(frame))
        record.append(time.milliseconds)
        record.append(CRC32.checksum(of: record.bytes))
        guard (try? file.write(record.bytes, at: end)) != nil else { return }
        end += Int64(Self.recordBytes)
    }

    /// When the commit was made that ends with this frame; where that is not known, the next that is, or else `fallback`.
    func time(of frame: Int, fallback: @autoclosure () -> Timestamp) -> Timestamp {
        if let time = times[frame] { return time }
        return times.filter { $0.key > frame }.min { $0.key < $1.key }?.value ?? fallback()
    }

    /// All of them are archived.
    mutating func removeAll() {
        times.removeAll(keepingCapacity: true)
        // What stays is known by its salts and frames to be of no use.
        guard end > 0, (try? file.truncate(to: 0)) != nil else { return }
        end = 0
    }
}
