import Glibc

/// The copy of a database file that commits are applied to.
struct ReplayTarget {
    private let file: RawFile
    private let pageSize: Int
    private var size: Int64

    init(_ path: String) throws(ArchiveError) {
        file = try RawFile(path, O_RDWR)
        let header = try file.bytes(at: 0, count: 100)
        guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8) else {
            throw .failed(what: "be applied to", path: path, reason: "it is not an SQLite database")
        }
        // As that of a WAL, but 1 stands for 65 536: https://www.sqlite.org/fileformat2.html#page_size
        let stored = Int(header[16]) << 8 | Int(header[17])
        pageSize = stored == 1 ? 65_536 : stored
        for suffix in ["-wal", "-journal"] {
            guard FileIdentity(of: path + suffix).map({ $0.size == 0 }) ?? true else {
                throw .failed(what: "be applied to", path: path, reason: "there is \(path)\(suffix) beside it")
            }
        }
        size = try file.size
    }

    /// - Parameter frames: those of the block that are wanted, as numbered in the WAL.
    mutating func apply(_ block: Block, frames: ClosedRange<Int>) throws {
        guard block.header.pageSize == pageSize else {
            throw ArchiveError.failed(
                what: "be applied to",
                path: file.path,
                reason: "its pages have \(pageSize) bytes, those of the archive \(block.header.pageSize)"
            )
        }
        var end = size
        try block.eachPage(of: frames) { page, bytes in
            let offset = (Int64(page) - 1) * Int64(pageSize)
            guard offset >= 0 else { throw ArchiveError.failed(what: "be applied to", path: file.path, reason: "there is no page 0") }
            try file.write(bytes, at: offset)
            end = max(end, offset + Int64(bytes.count))
        }
        size = end
    }

    /// Gives the file the size that it had after a commit.
    mutating func endCommit(pages: Int, at place: ArchiveReader.Place) throws(ArchiveError) {
        guard pages > 0 else { throw .damaged(path: place.path, offset: place.offset, reason: "a commit leaves no page") }
        let wanted = Int64(pages) * Int64(pageSize)
        if wanted != size { try file.truncate(to: wanted) }
        size = wanted
    }

    /// Makes it a file that stands alone, which pages from a WAL say it is not, and returns when it is on the disk.
    func finish() throws(ArchiveError) {
        try file.write([1, 1], at: 18)
        try file.sync()
    }
}
