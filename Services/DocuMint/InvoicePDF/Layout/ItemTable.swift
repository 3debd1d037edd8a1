/// The table of positions: a description, then columns of numbers that are as wide as they need to be.
struct ItemTable {
    private let layout: InvoiceLayout
    private let columns: [NumberColumn]

    init(_ layout: InvoiceLayout) {
        self.layout = layout
        let columns = Self.columns(of: layout, size: layout.theme.body.size)
        let width = Self.width(of: columns, gutter: layout.theme.gutter)
        let room = layout.theme.contentWidth * layout.theme.numberShare
        self.columns = width <= room ? columns : Self.columns(of: layout, size: layout.theme.body.size * room / width)
    }

    /// The names of the columns, with a rule below.
    var head: Row {
        let theme = theme
        let baseline = 8.0
        let description = typesetter.line(layout.labels.description, theme.label)
        let numbers = zip(columns, rights).map { column, right in
            Mark.text(column.head, rightAlignedAt: right, baseline: baseline)
        }
        let rule = Mark.rule(x: theme.margin, y: 15, width: theme.contentWidth, thickness: 0.75, ink: .strongRule)
        return Row(
            height: 16,
            marks: [.text(description, x: theme.margin, baseline: baseline)] + numbers + [rule],
            keepsWithNext: true
        )
    }

    /// The positions. The last one stays with what follows, so that totals never stand alone on a page.
    var rows: some Sequence<Row> {
        layout.request.items.enumerated().lazy.flatMap { index, item in rows(of: item, at: index) }
    }

    /// Up to this many lines of a description stay on one page.
    private static let longestUndivided = 6

    private func rows(of item: InvoiceItem, at index: Int) -> [Row] {
        let theme = theme
        let lines = typesetter.lines(item.description, theme.body, width: descriptionWidth)
        let count = max(lines.count, 1)
        var rows = (0..<count).map { line in
            Row(
                height: theme.leading,
                marks: line < lines.count ? [.text(lines[line], x: theme.margin, baseline: 10)] : [],
                keepsWithNext: count <= Self.longestUndivided && line < count - 1,
                isInTable: true
            )
        }
        rows[0].marks += zip(columns, rights).map { column, right in column.mark(row: index, right: right, baseline: 10) }
        rows[0].lower(by: theme.cellPadding)
        rows[count - 1].height += theme.cellPadding
        rows[count - 1].marks.append(
            .rule(x: theme.margin, y: rows[count - 1].height - 0.25, width: theme.contentWidth, thickness: 0.5, ink: .rule)
        )
        if index == layout.request.items.count - 1 { rows[count - 1].keepsWithNext = true }
        return rows
    }

    private var descriptionWidth: Double {
        theme.contentWidth - Self.width(of: columns, gutter: theme.gutter)
    }

    /// The right edge of each column.
    private var rights: [Double] {
        var right = theme.right
        return columns.reversed().map { column in
            defer { right -= column.width + theme.gutter }
            return right
        }.reversed()
    }

    private var theme: Theme { layout.theme }
    private var typesetter: Typesetter { layout.typesetter }

    private static func width(of columns: [NumberColumn], gutter: Double) -> Double {
        columns.reduce(0) { $0 + $1.width + gutter }
    }
}
