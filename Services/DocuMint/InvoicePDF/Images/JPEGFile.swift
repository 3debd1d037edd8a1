/// A JPEG file (ISO/IEC 10918-1) whose segments were walked from `SOI` to `EOI`; the compressed samples themselves are not decoded.
///
/// Accepted: baseline, extended and progressive files with Huffman coding, 8 bits a sample, grey or colour. What follows `EOI` is cut off.
struct JPEGFile {
    private let bytes: [UInt8]
    private var position = 2
    private var frame: JPEGFrame?
    private var hasQuantization = false
    private var hasHuffmanTable = false
    /// The identifiers of the components that scans have brought.
    private var scanned: Set<UInt8> = []
    /// Whether an Adobe or JFIF segment says how colours are stored.
    private var namesColorSpace = false

    /// - Parameter bytes: a file that begins with `SOI`.
    init(parsing bytes: [UInt8]) throws(ImageError) {
        self.bytes = bytes
        while let marker = try nextMarker() { try read(marker) }
    }

    func image() throws(ImageError) -> InvoiceImage {
        guard let frame, scanned == Set(frame.components) else { throw .damagedJPEG }
        // Some readers take components with these names for RGB and others for YCbCr; without a segment that says so, they would differ.
        guard namesColorSpace || frame.components != Array("RGB".utf8) else { throw .unsupportedJPEG }
        let content = position == bytes.count ? bytes : Array(bytes.prefix(position))
        return InvoiceImage(width: frame.width, height: frame.height, content: .jpeg(content, components: frame.components.count))
    }

    /// The next marker that is not `EOI`; any number of 0xFF may stand before it (§B.1.1.2).
    private mutating func nextMarker() throws(ImageError) -> UInt8? {
        guard position < bytes.count, bytes[position] == 0xFF else { throw .damagedJPEG }
        while position < bytes.count, bytes[position] == 0xFF { position += 1 }
        guard position < bytes.count else { throw .damagedJPEG }
        position += 1
        return bytes[position - 1] == 0xD9 ? nil : bytes[position - 1]
    }

    private mutating func read(_ marker: UInt8) throws(ImageError) {
        let content = try segment()
        switch marker {
        case 0xC4: hasHuffmanTable = true
        case 0xDB: hasQuantization = true
        case 0xC0, 0xC1, 0xC2:
            guard frame == nil else { throw .damagedJPEG }
            frame = try JPEGFrame(parsing: content)
        // Lossless, hierarchical, arithmetic coding: SOF3 … SOF15, DAC, DHP, EXP.
        case 0xC3, 0xC5...0xCF, 0xDE, 0xDF: throw .unsupportedJPEG
        case 0xDA: try readScan(content)
        case 0xE0: namesColorSpace = namesColorSpace || content.starts(with: "JFIF\0".utf8)
        case 0xEE: namesColorSpace = namesColorSpace || content.starts(with: "Adobe".utf8)
        // DRI, the other applications' segments and comments. DNL, which would bring the height late, is among what is left.
        case 0xDD, 0xE1...0xEF, 0xFE: break
        default: throw .damagedJPEG
        }
    }

    /// What follows a marker: its length, which counts itself, and its content.
    private mutating func segment() throws(ImageError) -> ArraySlice<UInt8> {
        guard position + 2 <= bytes.count else { throw .damagedJPEG }
        let length = Int(bytes[position]) << 8 | Int(bytes[position + 1])
        guard length >= 2, position + length <= bytes.count else { throw .damagedJPEG }
        defer { position += length }
        return bytes[(position + 2)..<(position + length)]
    }

    /// The header of a scan (§B.2.3) and its compressed samples, which end at a marker other than a restart.
    private mutating func readScan(_ content: ArraySlice<UInt8>) throws(ImageError) {
        let header = Array(content)
        guard let frame, hasQuantization, hasHuffmanTable, let count = header.first, (1...4).contains(count),
            header.count == 4 + 2 * Int(count)
        else { throw .damagedJPEG }
        let components = (0..<Int(count)).map { header[1 + 2 * $0] }
        guard Set(components).count == components.count, Set(components).isSubset(of: frame.components) else { throw .damagedJPEG }
        let start = position
        while !isAtMarker {
            guard position < bytes.count else { throw .damagedJPEG }
            position += 1
        }
        guard position > start else { throw .damagedJPEG }
        scanned.formUnion(components)
    }

    /// Among samples, 0xFF is followed by 0 and restart markers stand in between (§B.1.1.5).
    private var isAtMarker: Bool {
        guard position + 1 < bytes.count, bytes[position] == 0xFF else { return false }
        return bytes[position + 1] != 0 && bytes[position + 1] != 0xFF && !(0xD0...0xD7).contains(bytes[position + 1])
    }
}

/// The header of a frame (§B.2.2).
struct JPEGFrame {
    let width: Int
    let height: Int
    /// Their identifiers: one for grey, three for colour.
    let components: [UInt8]

    init(parsing content: ArraySlice<UInt8>) throws(ImageError) {
        let bytes = Array(content)
        guard bytes.count >= 6, bytes.count == 6 + 3 * Int(bytes[5]) else { throw .damagedJPEG }
        guard bytes[0] == 8 else { throw .unsupportedJPEG }
        guard bytes[5] != 4 else { throw .fourColorJPEG }
        guard bytes[5] == 1 || bytes[5] == 3 else { throw .unsupportedJPEG }
        height = Int(bytes[1]) << 8 | Int(bytes[2])
        width = Int(bytes[3]) << 8 | Int(bytes[4])
        components = (0..<Int(bytes[5])).map { bytes[6 + 3 * $0] }
        let areSamplingsAndTablesInRange = (0..<components.count).allSatisfy { index in
            let sampling = bytes[7 + 3 * index]
            return (1...4).contains(sampling >> 4) && (1...4).contains(sampling & 15) && bytes[8 + 3 * index] <= 3
        }
        guard areSamplingsAndTablesInRange, Set(components).count == components.count else { throw .damagedJPEG }
        try InvoiceImage.check(width: width, height: height)
    }
}
