/// A column of numbers, aligned at the decimal separator.
struct NumberColumn {
    let head: TextLine
    private let cells: [Cell]
    /// The widest part of a cell from the decimal separator on.
    private let fractionWidth: Double
    /// In points.
    let width: Double

    /// Keeps the columns of short numbers apart.
    private static let minimumWidth = 34.0

    private struct Cell {
        let line: TextLine
        let fractionWidth: Double
    }

    init(head: TextLine, texts: [String], style: TextStyle, separator: Unicode.Scalar, typesetter: Typesetter) {
        self.head = head
        cells = texts.map { text in
            let line = typesetter.line(text, style)
            let fraction = line.scalars.firstIndex { $0 == separator || $0 == "%" } ?? line.scalars.count
            return Cell(line: line, fractionWidth: line.width(from: fraction))
        }
        let fractionWidth = cells.map(\.fractionWidth).max() ?? 0
        self.fractionWidth = fractionWidth
        width = max(
            Self.minimumWidth,
            head.width,
            cells.map { $0.line.width - $0.fractionWidth + fractionWidth }.max() ?? 0
        )
    }

    func mark(row: Int, right: Double, baseline: Double) -> Mark {
        let cell = cells[row]
        return .text(cell.line, rightAlignedAt: right - fractionWidth + cell.fractionWidth, baseline: baseline)
    }
}
