/// Where the rows of a PNG become samples of 8 bits.
struct PNGCanvas {
    private let width: Int
    private let depth: Int
    private let color: PNGHeader.Color
    private let components: Int
    private var samples: [UInt8]
    private var alpha: [UInt8]
    private var isOpaque = true
    /// Red, green, blue and alpha of each value that a sample of a palette can have; black where the palette is too short for it.
    private let palette: [UInt8]
    /// The pixel that is transparent, as it is stored (§11.3.1.1); `nil` without one.
    private let transparent: [UInt16]?
    /// The samples of the row at hand, as they are stored.
    private var row: [UInt16]

    init(_ file: PNGFile) {
        let header = file.header
        width = header.width
        depth = header.depth
        color = header.color
        components = color == .grey || color == .greyAlpha ? 1 : 3
        samples = [UInt8](repeating: 0, count: width * header.height * components)
        let hasAlpha = color == .greyAlpha || color == .rgba || !file.transparency.isEmpty
        alpha = [UInt8](repeating: 255, count: hasAlpha ? width * header.height : 0)
        row = [UInt16](repeating: 0, count: width * color.channels)
        palette = color == .palette ? Self.palette(of: file) : []
        transparent = color == .palette || file.transparency.isEmpty ? nil : Self.transparentPixel(of: file)
    }

    var content: InvoiceImage.Content { .samples(samples, components: components, alpha: isOpaque ? nil : alpha) }

    /// Draws `columns` pixels of a row at `x`, `x + step` …
    mutating func draw(_ bytes: ArraySlice<UInt8>, y: Int, x: Int, step: Int, columns: Int) {
        unpack(bytes, count: columns * color.channels)
        let pixels = stride(from: y * width + x, to: (y + 1) * width, by: step)
        if color == .palette {
            drawPaletteEntries(at: pixels)
        } else {
            drawSamples(at: pixels)
            if !alpha.isEmpty { drawAlpha(at: pixels) }
        }
    }

    private mutating func drawPaletteEntries(at pixels: StrideTo<Int>) {
        for (column, pixel) in pixels.enumerated() {
            let entry = Int(row[column]) * 4
            for component in 0..<3 { samples[pixel * 3 + component] = palette[entry + component] }
            if !alpha.isEmpty { setAlpha(palette[entry + 3], at: pixel) }
        }
    }

    private mutating func drawSamples(at pixels: StrideTo<Int>) {
        let (scale, channels, components) = (SampleScale(depth: depth), color.channels, components)
        row.withUnsafeBufferPointer { row in
            samples.withUnsafeMutableBufferPointer { samples in
                var source = 0
                for pixel in pixels {
                    for component in 0..<components { samples[pixel * components + component] = scale.eightBits(row[source + component]) }
                    source += channels
                }
            }
        }
    }

    private mutating func drawAlpha(at pixels: StrideTo<Int>) {
        let scale = SampleScale(depth: depth)
        for (column, pixel) in pixels.enumerated() {
            let start = column * color.channels
            if let transparent {
                let isTransparent = (0..<components).allSatisfy { row[start + $0] == transparent[$0] }
                setAlpha(isTransparent ? 0 : 255, at: pixel)
            } else {
                setAlpha(scale.eightBits(row[start + components]), at: pixel)
            }
        }
    }

    private mutating func setAlpha(_ value: UInt8, at pixel: Int) {
        alpha[pixel] = value
        if value != 255 { isOpaque = false }
    }

    private mutating func unpack(_ bytes: ArraySlice<UInt8>, count: Int) {
        let start = bytes.startIndex
        switch depth {
        case 16: for index in 0..<count { row[index] = UInt16(bytes[start + 2 * index]) << 8 | UInt16(bytes[start + 2 * index + 1]) }
        case 8: for index in 0..<count { row[index] = UInt16(bytes[start + index]) }
        default:
            // Several samples in a byte, the first in its upper bits (§7.2).
            for index in 0..<count {
                let bit = index * depth
                row[index] = UInt16(bytes[start + bit / 8] >> UInt8(8 - depth - bit % 8)) & (1 << UInt16(depth) - 1)
            }
        }
    }

    private static func palette(of file: PNGFile) -> [UInt8] {
        var palette = [UInt8](repeating: 0, count: 256 * 4)
        for entry in 0..<256 {
            let color = file.palette.dropFirst(entry * 3).prefix(3)
            for (component, value) in color.enumerated() { palette[entry * 4 + component] = value }
            palette[entry * 4 + 3] = entry < file.transparency.count ? file.transparency[entry] : 255
        }
        return palette
    }

    private static func transparentPixel(of file: PNGFile) -> [UInt16] {
        let bytes = file.transparency
        return stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    }
}

/// Makes 8 bits of samples of any depth, so that white is 255 (§13.12).
private struct SampleScale {
    private let shift: UInt16
    private let factor: UInt16

    init(depth: Int) {
        shift = depth == 16 ? 8 : 0
        factor = depth < 8 ? 255 / (1 << UInt16(depth) - 1) : 1
    }

    func eightBits(_ sample: UInt16) -> UInt8 { UInt8(truncatingIfNeeded: sample >> shift &* factor) }
}
