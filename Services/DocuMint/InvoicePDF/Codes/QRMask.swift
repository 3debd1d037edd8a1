/// A pattern that data is mixed with, lest it look like the patterns by which a code is found (ISO/IEC 18004 §7.8.2, table 10).
struct QRMask {
    /// Every pattern repeats after this number of rows and columns.
    static let period = 12

    let rows: [QRLine]
    let columns: [QRLine]

    /// By their numbers.
    static let all = (0..<8).map(QRMask.init(number:))

    private init(number: Int) {
        rows = (0..<Self.period).map { row in
            Self.line { Self.isDark(number, row: row, column: $0) }
        }
        columns = (0..<Self.period).map { column in
            Self.line { Self.isDark(number, row: $0, column: column) }
        }
    }

    private static func line(_ isDark: (Int) -> Bool) -> QRLine {
        var line = QRLine()
        for index in 0..<177 where isDark(index) { line[index] = true }
        return line
    }

    private static func isDark(_ number: Int, row: Int, column: Int) -> Bool {
        switch number {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }
}
