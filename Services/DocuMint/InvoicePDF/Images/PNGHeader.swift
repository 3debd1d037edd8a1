/// The `IHDR` chunk of a PNG file (§11.2.1).
struct PNGHeader {
    /// The color types of §6.1.
    enum Color: UInt8 {
        case grey = 0
        case rgb = 2
        case palette = 3
        case greyAlpha = 4
        case rgba = 6

        /// Samples a pixel, as they are stored.
        var channels: Int {
            switch self {
            case .grey, .palette: 1
            case .greyAlpha: 2
            case .rgb: 3
            case .rgba: 4
            }
        }

        /// The depths that the format has for it.
        var depths: [Int] {
            switch self {
            case .grey: [1, 2, 4, 8, 16]
            case .palette: [1, 2, 4, 8]
            case .rgb, .greyAlpha, .rgba: [8, 16]
            }
        }
    }

    /// The pixels that one pass stores (§8.2); a picture that is not interlaced has one pass of all.
    struct Pass {
        let x: Int
        let y: Int
        let stepX: Int
        let stepY: Int
    }

    let width: Int
    let height: Int
    /// Bits a sample.
    let depth: Int
    let color: Color
    let isInterlaced: Bool

    init(parsing content: ArraySlice<UInt8>) throws(ImageError) {
        let bytes = Array(content)
        guard bytes.count == 13, let width = content.bigEndian(at: 0), let height = content.bigEndian(at: 4),
            let color = Color(rawValue: bytes[9]), color.depths.contains(Int(bytes[8])), bytes[10] == 0, bytes[11] == 0, bytes[12] <= 1
        else { throw .damagedPNG }
        try InvoiceImage.check(width: width, height: height)
        self.width = width
        self.height = height
        self.color = color
        depth = Int(bytes[8])
        isInterlaced = bytes[12] == 1
    }

    /// In the order in which they are stored.
    var passes: [Pass] {
        guard isInterlaced else { return [Pass(x: 0, y: 0, stepX: 1, stepY: 1)] }
        return [
            Pass(x: 0, y: 0, stepX: 8, stepY: 8), Pass(x: 4, y: 0, stepX: 8, stepY: 8), Pass(x: 0, y: 4, stepX: 4, stepY: 8),
            Pass(x: 2, y: 0, stepX: 4, stepY: 4), Pass(x: 0, y: 2, stepX: 2, stepY: 4), Pass(x: 1, y: 0, stepX: 2, stepY: 2),
            Pass(x: 0, y: 1, stepX: 1, stepY: 2),
        ]
    }
}
