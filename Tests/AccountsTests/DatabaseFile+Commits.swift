import Database
import FoundationEssentials

extension DatabaseFile {
    /// How many transactions that changed something are in the WAL. Their difference counts what came in between, as long as no checkpoint
    /// makes the WAL begin anew: that takes a thousand pages, or a minute.
    ///
    /// Source: <https://www.sqlite.org/fileformat2.html#the_write_ahead_log>
    func commits() throws -> Int {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path + "-wal")))
        let (header, frameHeader) = (32, 24)
        guard bytes.count > header else { return 0 }
        func number(at index: Int) -> Int { bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) } }
        let frame = frameHeader + number(at: 8)
        return stride(from: header, through: bytes.count - frame, by: frame).count { start in
            // Frames with other salts are from before the WAL began anew; the last one of a transaction has the size of the file.
            bytes[start + 8..<start + 16] == bytes[16..<24] && number(at: start + 4) > 0
        }
    }
}
