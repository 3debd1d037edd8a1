/// A strip across the page that is never divided.
struct Row: Sendable {
    /// In points.
    var height: Double
    var marks: [Mark] = []
    /// Whether no page may end after it.
    var keepsWithNext = false
    /// For rows of the table of positions: how many amounts stand above it; `nil` for all others.
    var itemsAbove: Int?

    /// Whether a page that begins with it repeats the head of the table.
    var isInTable: Bool { itemsAbove != nil }

    static let empty = Row(height: 0)

    static func space(_ height: Double, keepsWithNext: Bool = false) -> Row {
        Row(height: height, keepsWithNext: keepsWithNext)
    }
}

extension Row {
    /// Adds room above everything in the row.
    mutating func lower(by distance: Double) {
        height += distance
        marks = marks.map { $0.lowered(by: distance) }
    }

    /// Adds a line of text below everything in the row.
    mutating func append(_ line: TextLine, _ alignment: Alignment, leading: Double, _ element: ElementID? = nil) {
        if !line.isEmpty {
            marks.append(.text(line, x: alignment.x(of: line.width), baseline: height + line.baseline(in: leading), element))
        }
        height += leading
    }

    mutating func append(_ lines: [TextLine], _ alignment: Alignment, leading: Double, _ element: ElementID? = nil) {
        for line in lines { append(line, alignment, leading: leading, element) }
    }

    /// Adds another row below this one.
    mutating func append(_ row: Row) {
        marks += row.marks.map { $0.lowered(by: height) }
        height += row.height
    }

    /// Lays another row over this one: what stands side by side.
    mutating func merge(_ row: Row) {
        marks += row.marks
        height = max(height, row.height)
    }

    /// The row itself, or strips of it when it is so high that it must be divided to fit on pages.
    func parted(above limit: Double, strip: Double) -> [Row] {
        guard height > limit else { return [self] }
        var strips = Array(repeating: Row(height: strip), count: Int((height / strip - 0.01).rounded(.up)))
        for mark in marks {
            let index = min(max(Int(mark.top / strip), 0), strips.count - 1)
            strips[index].marks.append(mark.lowered(by: -Double(index) * strip))
        }
        return strips
    }
}

/// Where a line begins, ends or has its middle.
enum Alignment {
    case start(Double)
    case end(Double)
    case middle(Double)

    func x(of width: Double) -> Double {
        switch self {
        case .start(let x): x
        case .end(let x): x - width
        case .middle(let x): x - width / 2
        }
    }
}

extension TextLine {
    /// How far below the top of a line the baseline is, so that capitals stand in the middle of its height.
    func baseline(in leading: Double) -> Double { leading / 2 + 0.357 * style.size }
}
