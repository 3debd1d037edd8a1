import Glibc

/// A write-ahead log as it is on the disk. Source: <https://www.sqlite.org/fileformat2.html#walformat>
struct WALFile {
    /// The first 32 bytes.
    struct Header: Equatable {
        static let byteCount = 32

        let pageSize: Int
        let salts: WALSalts
        let checksum: WALChecksum
        let isBigEndian: Bool

        /// `nil` where SQLite, too, would see an empty WAL.
        init?(_ bytes: [UInt8]) {
            guard bytes.count == Self.byteCount else { return nil }
            let header: Header? = bytes.withUnsafeBytes { bytes in
                let magic: UInt32 = bytes.bigEndian(at: 0)
                let pageSize = Int(bytes.bigEndian(UInt32.self, at: 8))
                guard magic | 1 == 0x377F_0683, bytes.bigEndian(UInt32.self, at: 4) == 3_007_000 else { return nil }
                guard (512...65_536).contains(pageSize), pageSize & (pageSize - 1) == 0 else { return nil }
                var checksum = WALChecksum()
                checksum.add(UnsafeRawBufferPointer(rebasing: bytes[..<24]), isBigEndian: magic & 1 == 1)
                guard checksum == WALChecksum(first: bytes.bigEndian(at: 24), second: bytes.bigEndian(at: 28)) else { return nil }
                return Header(
                    pageSize: pageSize,
                    salts: WALSalts(first: bytes.bigEndian(at: 16), second: bytes.bigEndian(at: 20)),
                    checksum: checksum,
                    isBigEndian: magic & 1 == 1
                )
            }
            guard let header else { return nil }
            self = header
        }

        private init(pageSize: Int, salts: WALSalts, checksum: WALChecksum, isBigEndian: Bool) {
            self.pageSize = pageSize
            self.salts = salts
            self.checksum = checksum
            self.isBigEndian = isBigEndian
        }

        /// Before the first frame.
        var mark: WALMark { WALMark(salts: salts, frame: 0, checksum: checksum) }
        /// Bytes of a frame.
        var frameBytes: Int { Frame.headerBytes + pageSize }
    }

    /// A page as a commit left it.
    struct Frame {
        static let headerBytes = 24

        let page: UInt32
        /// The size of the database in pages, in the last frame of a commit; else 0.
        let databasePages: UInt32
    }

    private let file: RawFile

    init(_ file: RawFile) { self.file = file }

    /// - Returns: `nil` if there is none.
    static func existing(at path: String) throws(ArchiveError) -> WALFile? { try RawFile.existing(path).map { WALFile($0) } }

    /// Read anew each time: SQLite writes another one when it begins from the start. `nil` for an empty WAL.
    func header() throws(ArchiveError) -> Header? { Header(try file.bytes(at: 0, count: Header.byteCount)) }

    /// When it was last written to, in milliseconds since the epoch.
    func modified() -> Int64? { FileIdentity(of: file.path).map { $0.modified / 1_000_000 } }

    /// After a frame that SQLite has committed.
    func mark(after frame: Int, _ header: Header) throws(ArchiveError) -> WALMark {
        let offset = Int64(Header.byteCount) + Int64(frame - 1) * Int64(header.frameBytes)
        var reader = ByteReader(try file.bytes(at: offset + 8, count: 16))
        let salts = WALSalts(first: reader.next(), second: reader.next())
        let checksum = WALChecksum(first: reader.next(), second: reader.next())
        guard frame > 0, salts == header.salts else {
            throw .damaged(path: file.path, offset: offset, reason: "this frame is not of this write-ahead log")
        }
        return WALMark(salts: salts, frame: frame, checksum: checksum)
    }

    /// Visits frames that carry on from a place without a fault, as SQLite does when it recovers; the first fault is the end.
    ///
    /// - Parameters:
    ///   - limit: the last frame to visit.
    ///   - body: gets the mark after the frame, and the frame's page.
    /// - Returns: the mark after the last one visited.
    func read(
        _ header: Header,
        from start: WALMark,
        to limit: Int = .max,
        _ body: (WALMark, Frame, UnsafeRawBufferPointer) throws -> Void
    ) throws -> WALMark {
        var mark = start
        let chunk = max(1, (1 << 20) / header.frameBytes)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk * header.frameBytes, alignment: 16)
        defer { buffer.deallocate() }
        while mark.frame < limit {
            let wanted = min(chunk, limit - mark.frame) * header.frameBytes
            let offset = Int64(Header.byteCount) + Int64(mark.frame) * Int64(header.frameBytes)
            let found = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]), at: offset) / header.frameBytes
            if found == 0 { break }
            for index in 0..<found {
                let place = index * header.frameBytes
                let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[place..<place + header.frameBytes])
                guard let next = mark.advanced(over: bytes, header) else { return mark }
                mark = next
                let frame = Frame(page: bytes.bigEndian(at: 0), databasePages: bytes.bigEndian(at: 4))
                try body(mark, frame, UnsafeRawBufferPointer(rebasing: bytes[Frame.headerBytes...]))
            }
        }
        return mark
    }
}

extension WALMark {
    /// After a frame; `nil` if it is none that belongs here.
    fileprivate func advanced(over frame: UnsafeRawBufferPointer, _ header: WALFile.Header) -> WALMark? {
        let salts = WALSalts(first: frame.bigEndian(at: 8), second: frame.bigEndian(at: 12))
        guard salts == header.salts, frame.bigEndian(UInt32.self, at: 0) != 0 else { return nil }
        var checksum = checksum
        checksum.add(UnsafeRawBufferPointer(rebasing: frame[..<8]), isBigEndian: header.isBigEndian)
        checksum.add(UnsafeRawBufferPointer(rebasing: frame[WALFile.Frame.headerBytes...]), isBigEndian: header.isBigEndian)
        guard checksum == WALChecksum(first: frame.bigEndian(at: 16), second: frame.bigEndian(at: 20)) else { return nil }
        return WALMark(salts: salts, frame: self.frame + 1, checksum: checksum)
    }
}
