extension PNGFile {
    /// The picture, with samples of 8 bits; of those with 16, the upper half.
    func image() throws(ImageError) -> InvoiceImage {
        let inflater = Inflater(data)
        let content =
            if header.depth == 8, !header.isInterlaced, transparency.isEmpty, header.color == .grey || header.color == .rgb {
                try deflated(checkedBy: inflater)
            } else {
                try samples(from: inflater)
            }
        return InvoiceImage(width: header.width, height: header.height, content: content)
    }

    /// The data as it is: the samples need no change, and PDF knows the filters of PNG.
    private func deflated(checkedBy inflater: Inflater) throws(ImageError) -> InvoiceImage.Content {
        var row = [UInt8](repeating: 0, count: 1 + header.width * header.color.channels)
        for _ in 0..<header.height {
            guard row.withUnsafeMutableBufferPointer({ inflater.fill($0) }), PNGFilter(rawValue: row[0]) != nil else { throw .damagedPNG }
        }
        guard let length = inflater.end() else { throw .damagedPNG }
        return .deflated(length == data.count ? data : Array(data.prefix(length)), components: header.color.channels)
    }

    /// Row by row, so that no more memory is needed than the result takes.
    private func samples(from inflater: Inflater) throws(ImageError) -> InvoiceImage.Content {
        var canvas = PNGCanvas(self)
        for pass in header.passes {
            // A pass without pixels has no rows, not even their filters.
            let columns = (header.width - pass.x + pass.stepX - 1) / pass.stepX
            guard columns > 0 else { continue }
            var rows = PNGRows(columns: columns, bitsPerPixel: header.depth * header.color.channels)
            for y in stride(from: pass.y, to: header.height, by: pass.stepY) {
                try canvas.draw(rows.next(from: inflater), y: y, x: pass.x, step: pass.stepX, columns: columns)
            }
        }
        guard inflater.end() != nil else { throw .damagedPNG }
        return canvas.content
    }
}

/// The rows of one pass, with their filters undone (§9).
private struct PNGRows {
    /// The filter and the bytes of the row.
    private var row: [UInt8]
    private var previous: [UInt8]
    private let bytesPerPixel: Int

    init(columns: Int, bitsPerPixel: Int) {
        bytesPerPixel = max(1, bitsPerPixel / 8)
        row = [UInt8](repeating: 0, count: 1 + (columns * bitsPerPixel + 7) / 8)
        previous = row
    }

    mutating func next(from inflater: Inflater) throws(ImageError) -> ArraySlice<UInt8> {
        swap(&row, &previous)
        guard row.withUnsafeMutableBufferPointer({ inflater.fill($0) }), let filter = PNGFilter(rawValue: row[0]) else { throw .damagedPNG }
        filter.undo(in: &row, after: previous, bytesPerPixel: bytesPerPixel)
        return row.dropFirst()
    }
}
