/// The widths in an embedded font program: TrueType or OpenType (ISO/IEC 14496-22) with a table of them, or bare CFF.
struct FontProgram {
    let glyphCount: Int
    /// Whether glyphs are those of `glyf`, which CIDs lead to through `CIDToGIDMap`.
    let isTrueType: Bool
    private let unitsPerEm: Int
    private let advances: [Int]

    /// Reads a program; `nil` when it is of another format or damaged.
    init?(_ bytes: [UInt8]) {
        func number(_ place: Int, _ count: Int) -> Int? {
            guard place >= 0, place + count <= bytes.count else { return nil }
            return bytes[place..<(place + count)].reduce(0) { $0 << 8 | Int($1) }
        }
        guard let version = number(0, 4), [0x0001_0000, 0x7472_7565, 0x4F54_544F].contains(version), let count = number(4, 2) else {
            return nil
        }
        var tables: [String: Range<Int>] = [:]
        for index in 0..<count {
            let record = 12 + index * 16
            guard let offset = number(record + 8, 4), let length = number(record + 12, 4), offset + length <= bytes.count else {
                return nil
            }
            tables[String(decoding: bytes[record..<(record + 4)], as: UTF8.self)] = offset..<(offset + length)
        }
        guard let head = tables["head"], let maxp = tables["maxp"], let hhea = tables["hhea"], let hmtx = tables["hmtx"],
            let unitsPerEm = number(head.lowerBound + 18, 2), unitsPerEm > 0, let glyphCount = number(maxp.lowerBound + 4, 2),
            let metricCount = number(hhea.lowerBound + 34, 2), metricCount > 0, metricCount * 4 <= hmtx.count
        else { return nil }
        self.glyphCount = glyphCount
        self.unitsPerEm = unitsPerEm
        isTrueType = tables["glyf"] != nil
        advances = (0..<metricCount).map { Int(bytes[hmtx.lowerBound + $0 * 4]) << 8 | Int(bytes[hmtx.lowerBound + $0 * 4 + 1]) }
    }

    /// The advance width of a glyph in thousandths of an em; `nil` when there is no such glyph.
    func width(_ glyph: Int) -> Double? {
        guard (0..<glyphCount).contains(glyph) else { return nil }
        // Glyphs beyond the last metric have its width.
        return Double(advances[min(glyph, advances.count - 1)]) * 1_000 / Double(unitsPerEm)
    }
}
