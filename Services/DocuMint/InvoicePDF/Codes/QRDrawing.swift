/// The patterns and the data of a QR code, before it is mixed with a mask (ISO/IEC 18004 §6.3, §7.7).
struct QRDrawing {
    private let version: Int
    private var grid: QRGrid
    /// Dark where modules carry data.
    private var dataArea: QRGrid

    private var size: Int { grid.size }

    /// Draws all but data and format.
    init(version: Int) {
        self.version = version
        grid = QRGrid(size: 17 + 4 * version, isDark: false)
        dataArea = QRGrid(size: grid.size, isDark: true)
        drawTimingPatterns()
        drawFinder(column: 3, row: 3)
        drawFinder(column: size - 4, row: 3)
        drawFinder(column: 3, row: size - 4)
        drawAlignmentPatterns()
        drawVersion()
        for module in Self.format(0, size: size) { set(module.column, module.row, to: module.isDark) }
    }

    /// The code with its data mixed with a mask.
    func masked(by number: Int, level: QRCode.Level) -> QRGrid {
        var result = grid
        result.apply(QRMask.all[number], in: dataArea)
        let bits = Self.formatBits(level: level, mask: number)
        for module in Self.format(bits, size: size) { result[module.column, module.row] = module.isDark }
        return result
    }

    /// The mask with the least penalty; of equals, the first.
    func bestMask(for level: QRCode.Level) -> Int {
        let penalties = (0..<8).map { masked(by: $0, level: level).penalty }
        return penalties.indices.min { penalties[$0] < penalties[$1] } ?? 0
    }

    /// Fills pairs of columns from the right, up and down in turn (§7.7.3).
    mutating func draw(_ codewords: [UInt8]) {
        var bit = 0
        for pair in 0..<((size - 1) / 2) {
            let right = size - 1 - 2 * pair
            // The sixth column is the timing pattern's.
            let column = right <= 6 ? right - 1 : right
            for step in 0..<size {
                let row = pair.isMultiple(of: 2) ? size - 1 - step : step
                for column in [column, column - 1] where dataArea[column, row] && bit < codewords.count * 8 {
                    if codewords[bit >> 3] >> UInt8(7 - bit & 7) & 1 == 1 { grid[column, row] = true }
                    bit += 1
                }
            }
        }
    }
}

extension QRDrawing {
    private mutating func set(_ column: Int, _ row: Int, to isDark: Bool) {
        grid[column, row] = isDark
        dataArea[column, row] = false
    }

    private mutating func drawTimingPatterns() {
        for index in 0..<size {
            set(6, index, to: index.isMultiple(of: 2))
            set(index, 6, to: index.isMultiple(of: 2))
        }
    }

    /// With the light modules around it, as far as they are within the code.
    private mutating func drawFinder(column: Int, row: Int) {
        for y in max(0, row - 4)...min(size - 1, row + 4) {
            for x in max(0, column - 4)...min(size - 1, column + 4) {
                let distance = max(abs(x - column), abs(y - row))
                set(x, y, to: distance != 2 && distance != 4)
            }
        }
    }

    private mutating func drawAlignmentPatterns() {
        let centers = Self.alignmentCenters(version: version)
        guard let first = centers.first, let last = centers.last else { return }
        for row in centers {
            for column in centers where ![(first, first), (first, last), (last, first)].contains(where: { $0 == (column, row) }) {
                for y in -2...2 {
                    for x in -2...2 { set(column + x, row + y, to: max(abs(x), abs(y)) != 1) }
                }
            }
        }
    }

    /// Annex E, table E.1.
    private static func alignmentCenters(version: Int) -> [Int] {
        guard version > 1 else { return [] }
        let count = version / 7 + 2
        let last = 10 + 4 * version
        // Evenly spaced from the last, by an even distance; version 32 is the table's own exception.
        let step = version == 32 ? 26 : (last - 6 + 2 * (count - 1) - 1) / (2 * (count - 1)) * 2
        return [6] + (0..<(count - 1)).reversed().map { last - $0 * step }
    }

    /// Both copies (§7.10).
    private mutating func drawVersion() {
        guard version >= 7 else { return }
        let bits = version << 12 | Self.remainder(of: version, generator: 0x1F25, degree: 12)
        for index in 0..<18 {
            let isDark = bits >> index & 1 == 1
            set(size - 11 + index % 3, index / 3, to: isDark)
            set(index / 3, size - 11 + index % 3, to: isDark)
        }
    }

    /// The modules of both copies, and the one that is always dark (§7.9.1).
    private static func format(_ bits: Int, size: Int) -> [(column: Int, row: Int, isDark: Bool)] {
        (0..<15).flatMap { index in
            let isDark = bits >> index & 1 == 1
            let (column, row) =
                switch index {
                case ..<6: (8, index)
                case 6, 7: (8, index + 1)
                case 8: (7, 8)
                default: (14 - index, 8)
                }
            let copy = index < 8 ? (size - 1 - index, 8) : (8, size - 15 + index)
            return [(column, row, isDark), (copy.0, copy.1, isDark)]
        } + [(8, size - 8, true)]
    }

    /// Level and mask with their error correction (§7.9.1).
    private static func formatBits(level: QRCode.Level, mask: Int) -> Int {
        let indicator = [0b01, 0b00, 0b11, 0b10][level.rawValue]
        let data = indicator << 3 | mask
        return (data << 10 | remainder(of: data, generator: 0x537, degree: 10)) ^ 0x5412
    }

    /// The remainder of `value` · x^`degree` by a polynomial over GF(2).
    private static func remainder(of value: Int, generator: Int, degree: Int) -> Int {
        (0..<degree).reduce(value) { rest, _ in rest << 1 ^ (rest >> (degree - 1)) * generator }
    }
}
