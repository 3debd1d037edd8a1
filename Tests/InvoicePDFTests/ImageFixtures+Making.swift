@testable import InvoicePDF

extension ImageFixtures {
    /// A PNG of 8 bits a sample with these rows, filters included.
    static func makePNG(color: UInt8, rows: [UInt8], width: Int, height: Int, more: [UInt8] = []) -> [UInt8] {
        let header = bigEndian(width) + bigEndian(height) + [8, color, 0, 0, 0]
        return PNGFile.signature + chunk("IHDR", header) + more + chunk("IDAT", Deflater().compressed(rows)) + chunk("IEND", [])
    }

    static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let checked = Array(type.utf8) + content
        return bigEndian(content.count) + checked + bigEndian(Int(checksum(checked)))
    }

    private static func bigEndian(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { (shift: Int) in UInt8(truncatingIfNeeded: number >> shift) }
    }

    /// CRC-32 (ISO/IEC 15948 annex D), bit by bit.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
        }
        return ~sum
    }
}

extension InvoiceImage {
    /// Red, green, blue and alpha of each pixel.
    var pixels: [UInt8]? {
        switch content {
        case .jpeg: nil
        case .samples(let samples, let components, let alpha): Self.pixels(samples, components: components, alpha: alpha)
        case .deflated(let bytes, let components):
            unfiltered(bytes, components: components).map { Self.pixels($0, components: components, alpha: nil) }
        }
    }

    private static func pixels(_ samples: [UInt8], components: Int, alpha: [UInt8]?) -> [UInt8] {
        (0..<(samples.count / components)).flatMap { pixel -> [UInt8] in
            let color = samples[(pixel * components)..<((pixel + 1) * components)]
            let rgb = components == 1 ? color + color + color : color
            return rgb + [alpha?[pixel] ?? 255]
        }
    }

    private func unfiltered(_ bytes: [UInt8], components: Int) -> [UInt8]? {
        let inflater = Inflater(bytes)
        var row = [UInt8](repeating: 0, count: 1 + width * components)
        var samples: [UInt8] = []
        for _ in 0..<height {
            let previous = row
            guard row.withUnsafeMutableBufferPointer({ inflater.fill($0) }), let filter = PNGFilter(rawValue: row[0]) else { return nil }
            filter.undo(in: &row, after: previous, bytesPerPixel: components)
            samples += row.dropFirst()
        }
        return inflater.end() == bytes.count ? samples : nil
    }
}
