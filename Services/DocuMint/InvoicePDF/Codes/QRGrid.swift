/// The modules of a QR code, by rows and by columns, so that both are scored alike.
struct QRGrid {
    let size: Int
    private(set) var rows: [QRLine]
    private(set) var columns: [QRLine]

    /// All of one colour.
    init(size: Int, isDark: Bool) {
        self.size = size
        rows = [QRLine](repeating: QRLine(darkPrefix: isDark ? size : 0), count: size)
        columns = rows
    }

    subscript(column: Int, row: Int) -> Bool {
        get { rows[row][column] }
        set {
            rows[row][column] = newValue
            columns[column][row] = newValue
        }
    }

    var modules: [Bool] {
        var modules: [Bool] = []
        modules.reserveCapacity(size * size)
        for row in rows {
            for column in 0..<size { modules.append(row[column]) }
        }
        return modules
    }

    /// Turns the modules of the mask's pattern to the other colour, where `area` is dark.
    mutating func apply(_ mask: QRMask, in area: QRGrid) {
        for index in 0..<size {
            rows[index] = rows[index] ^ (mask.rows[index % QRMask.period] & area.rows[index])
            columns[index] = columns[index] ^ (mask.columns[index % QRMask.period] & area.columns[index])
        }
    }
}
