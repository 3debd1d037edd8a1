internal import CZlib

/// The chunks of a PNG file (ISO/IEC 15948, W3C PNG third edition) that make up its picture; of an animation, its first.
///
/// Checked: signature, the order and checksum of chunks, the header, that nothing critical is unknown. What follows `IEND` is ignored.
struct PNGFile {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    let header: PNGHeader
    /// Red, green and blue of each entry; empty without `PLTE`.
    private(set) var palette: [UInt8] = []
    /// The content of `tRNS`; empty without it.
    private(set) var transparency: [UInt8] = []
    /// The content of all `IDAT` chunks: one zlib stream.
    private(set) var data: [UInt8] = []

    init(parsing bytes: [UInt8]) throws(ImageError) {
        var chunks = PNGChunks(bytes)
        let first = try chunks.next()
        guard first.type == "IHDR" else { throw .damagedPNG }
        header = try PNGHeader(parsing: first.content)
        while true {
            let chunk = try chunks.next()
            guard chunk.type != "IEND" else { break }
            try add(chunk)
        }
        guard header.color != .palette || !palette.isEmpty else { throw .damagedPNG }
    }

    private mutating func add(_ chunk: PNGChunks.Chunk) throws(ImageError) {
        switch chunk.type {
        case "PLTE":
            let count = chunk.content.count
            guard palette.isEmpty, data.isEmpty, count.isMultiple(of: 3), (3...768).contains(count) else { throw .damagedPNG }
            palette = Array(chunk.content)
        case "tRNS":
            guard transparency.isEmpty, data.isEmpty, isTransparency(chunk.content.count) else { throw .damagedPNG }
            transparency = Array(chunk.content)
        case "IDAT":
            data += chunk.content
        default:
            // A capital first letter makes a chunk critical (§5.4).
            guard !chunk.type.isCritical else { throw .damagedPNG }
        }
    }

    private func isTransparency(_ count: Int) -> Bool {
        switch header.color {
        case .grey: count == 2
        case .rgb: count == 6
        case .palette: count >= 1 && count <= palette.count / 3
        case .greyAlpha, .rgba: false
        }
    }
}

/// The chunks of a PNG file, one after another (§5.3).
struct PNGChunks {
    struct Chunk {
        let type: ChunkType
        let content: ArraySlice<UInt8>
    }

    /// Four letters.
    struct ChunkType: Equatable, ExpressibleByStringLiteral {
        private let bytes: [UInt8]

        init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }
        init(stringLiteral value: String) { bytes = Array(value.utf8) }

        var isCritical: Bool { bytes[0] & 0x20 == 0 }
    }

    private var rest: ArraySlice<UInt8>

    /// - Parameter bytes: a file that begins with ``PNGFile/signature``.
    init(_ bytes: [UInt8]) { rest = bytes.dropFirst(PNGFile.signature.count) }

    mutating func next() throws(ImageError) -> Chunk {
        guard let length = rest.bigEndian(at: 0), length <= rest.count - 12 else { throw .damagedPNG }
        let checked = rest.dropFirst(4).prefix(4 + length)
        let checksum = checked.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
        guard rest.bigEndian(at: 8 + length) == Int(checksum) else { throw .damagedPNG }
        rest = rest.dropFirst(12 + length)
        return Chunk(type: ChunkType(checked.prefix(4)), content: checked.dropFirst(4))
    }
}

extension ArraySlice<UInt8> {
    /// The number in the four bytes from there on; `nil` beyond the end.
    func bigEndian(at offset: Int) -> Int? {
        guard count >= offset + 4 else { return nil }
        return self[(startIndex + offset)...].prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
}
