/// Undoes what was done to rows of data so that they pack better (ISO 32000-1 §7.4.4.4).
struct Predictor {
    private let kind: Int
    private let colors: Int
    private let bitsPerComponent: Int
    private let columns: Int

    /// - Parameter parameters: the decode parameters of a stream.
    init(_ parameters: [String: PDFValue], in file: PDFFile) {
        func parameter(_ name: String, _ fallback: Int) -> Int { file.resolved(parameters[name]).integer ?? fallback }
        kind = parameter("Predictor", 1)
        colors = parameter("Colors", 1)
        bitsPerComponent = parameter("BitsPerComponent", 8)
        columns = parameter("Columns", 1)
    }

    /// The data as it was, or `nil` for parameters that make no sense.
    func undone(_ data: [UInt8]) -> [UInt8]? {
        guard kind > 1 else { return data }
        guard (1...32).contains(colors), [1, 2, 4, 8, 16].contains(bitsPerComponent), (1...1_000_000).contains(columns) else { return nil }
        let rowLength = (colors * bitsPerComponent * columns + 7) / 8
        guard rowLength <= 1 << 20 else { return nil }
        let pixelLength = max(1, colors * bitsPerComponent / 8)
        if kind == 2 { return bitsPerComponent == 8 ? tiff(data, rowLength: rowLength) : nil }
        return kind >= 10 ? png(data, rowLength: rowLength, pixelLength: pixelLength) : nil
    }

    private func tiff(_ data: [UInt8], rowLength: Int) -> [UInt8] {
        var result = data
        for start in stride(from: 0, to: data.count, by: rowLength) {
            let end = min(start + rowLength, data.count)
            guard start + colors < end else { continue }
            for index in (start + colors)..<end { result[index] &+= result[index - colors] }
        }
        return result
    }

    /// Each row begins with a byte that names its filter (PNG specification §9).
    private func png(_ data: [UInt8], rowLength: Int, pixelLength: Int) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(data.count)
        var above = [UInt8](repeating: 0, count: rowLength)
        var start = 0
        while start < data.count {
            let filter = data[start]
            var row = Array(data[(start + 1)..<min(start + 1 + rowLength, data.count)])
            for index in row.indices {
                let left = index >= pixelLength ? row[index - pixelLength] : 0
                let aboveLeft = index >= pixelLength ? above[index - pixelLength] : 0
                switch filter {
                case 0: break
                case 1: row[index] &+= left
                case 2: row[index] &+= above[index]
                case 3: row[index] &+= UInt8((Int(left) + Int(above[index])) / 2)
                case 4: row[index] &+= Self.paeth(left, above[index], aboveLeft)
                default: return nil
                }
            }
            result += row
            above.replaceSubrange(0..<row.count, with: row)
            start += rowLength + 1
        }
        return result
    }

    private static func paeth(_ left: UInt8, _ above: UInt8, _ aboveLeft: UInt8) -> UInt8 {
        let estimate = Int(left) + Int(above) - Int(aboveLeft)
        let distances = (abs(estimate - Int(left)), abs(estimate - Int(above)), abs(estimate - Int(aboveLeft)))
        if distances.0 <= distances.1, distances.0 <= distances.2 { return left }
        return distances.1 <= distances.2 ? above : aboveLeft
    }
}
