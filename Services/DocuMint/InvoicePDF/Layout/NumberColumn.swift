/// Numbers below each other, aligned at the decimal separator.
struct NumberColumn {
    /// The lines of its name.
    let head: [TextLine]
    let cells: [TextLine]
    /// What stands behind each number, such as its unit; empty when no number has any.
    let suffixes: [TextLine]
    /// In points.
    let width: Double

    /// The widest part of a number before its decimal separator, and from it on; what stands behind the number is added to the part
    /// that is at the end of the column.
    private var wholeWidth = 0.0
    private var fractionWidth = 0.0
    private let separator: Unicode.Scalar
    private let isMirrored: Bool

    private static let suffixSpace = 3.0

    /// - Parameters:
    ///   - reserving: a number that is to fit, too.
    ///   - isMirrored: whether the page is to be mirrored, but not its numbers: they are read from the left in every script.
    init(
        head: [TextLine] = [],
        cells: [TextLine],
        suffixes: [TextLine] = [],
        reserving: TextLine? = nil,
        separator: Unicode.Scalar,
        isMirrored: Bool,
        minimumWidth: Double = 0
    ) {
        self.head = head
        self.cells = cells
        self.suffixes = suffixes
        self.separator = separator
        self.isMirrored = isMirrored
        for (index, cell) in (cells + [reserving].compactMap(\.self)).enumerated() {
            let fraction = cell.fractionWidth(separator)
            let suffix = suffixes.indices.contains(index) && !suffixes[index].isEmpty ? suffixes[index].width + Self.suffixSpace : 0
            wholeWidth = max(wholeWidth, cell.width - fraction + (isMirrored ? suffix : 0))
            fractionWidth = max(fractionWidth, fraction + (isMirrored ? 0 : suffix))
        }
        width = max(minimumWidth, head.map { $0.width }.max() ?? 0, wholeWidth + fractionWidth)
    }

    /// A cell and its suffix, in a column that ends at `right`.
    func marks(row: Int, right: Double, baseline: Double, _ element: ElementID?) -> [Mark] {
        let cell = cells[row]
        let x = x(of: cell, right: right)
        let mark = Mark.text(cell, x: x, baseline: baseline, element)
        guard suffixes.indices.contains(row), !suffixes[row].isEmpty else { return [mark] }
        return [mark, .text(suffixes[row], x: x + cell.width + Self.suffixSpace, baseline: baseline, element)]
    }

    /// Where a number begins that stands with the others.
    func x(of line: TextLine, right: Double) -> Double {
        let fraction = line.fractionWidth(separator)
        return right - (isMirrored ? wholeWidth + fraction : fractionWidth + line.width - fraction)
    }
}

extension TextLine {
    /// The width of a number from its decimal separator, or the end of its digits, on.
    fileprivate func fractionWidth(_ separator: Unicode.Scalar) -> Double {
        var end = scalars.count
        for index in scalars.indices.reversed() where scalars[index].isDigit {
            end = index + 1
            break
        }
        let fraction = scalars[..<end].indices.last { scalars[$0] == separator && $0 + 1 < end && scalars[$0 + 1].isDigit }
        let start = fraction ?? end
        return start < scalars.count ? width(from: start) : 0
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool {
        isASCII ? ("0"..."9").contains(self) : properties.generalCategory == .decimalNumber
    }
}
