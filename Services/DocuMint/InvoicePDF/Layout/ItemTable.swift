/// The table of positions: numbers of articles, descriptions, then columns of numbers that are as wide as they need to be.
struct ItemTable {
    let layout: InvoiceLayout
    let columns: Columns
    /// The elements of the structure.
    private let body: ElementID
    /// The names of the columns, as they stand above the first position.
    let head: Row
    /// The sums of the first 0, 1, 2 … amounts.
    private let sums: [DecimalNumber]

    init(_ layout: InvoiceLayout) {
        self.layout = layout
        columns = Columns(of: layout)
        let table = layout.structure.add(.table)
        head = columns.head(of: layout, in: table)
        body = layout.structure.add(.tableBody, in: table)
        sums = layout.amounts.lines.reduce(into: [.zero]) { sums, line in
            // The sum of all is known to fit; should a part of it not, its digits end here.
            sums.append((try? sums[sums.count - 1] + line.printed) ?? sums[sums.count - 1])
        }
    }

    /// The positions. The last one stays with what follows, so that totals never stand alone on a page.
    var rows: some Sequence<Row> {
        layout.request.items.enumerated().lazy.flatMap { index, item in rows(of: item, at: index) }
    }

    /// Up to this many lines of a position stay on one page.
    private static let longestUndivided = 6

    private func rows(of item: InvoiceItem, at index: Int) -> [Row] {
        let style = theme.table
        let cells = columns.cells(of: item, at: index, layout: layout, in: layout.structure.add(.tableRow, in: body))
        var rows = cells.parted(above: theme.leading, strip: theme.leading)
        let last = rows.count - 1
        for line in rows.indices {
            rows[line].itemsAbove = line == 0 ? index : index + 1
            rows[line].keepsWithNext = line < last && (rows.count <= Self.longestUndivided || line == 0 || line == last - 1)
        }
        rows[0].lower(by: style.padding)
        rows[last].height += style.padding
        if let ink = style.rowRule {
            rows[last].marks.append(
                .rule(x: theme.margin, y: rows[last].height - 0.25, width: theme.contentWidth, thickness: 0.5, ink: ink)
            )
        }
        if index == layout.request.items.count - 1 { rows[last].keepsWithNext = true }
        return rows
    }

    private var theme: Theme { layout.theme }
}

extension ItemTable: TableContinuation {
    var footHeight: Double { theme.leading + 1.4 * theme.table.padding }

    func foot(after items: Int) -> [Row] {
        items > 0 ? [carried(layout.labels.carriedForward, sums[items], isFoot: true)] : []
    }

    func head(after items: Int) -> [Row] {
        var repeated = head
        repeated.marks = head.marks.map(\.asArtifact)
        return items > 0 ? [repeated, carried(layout.labels.broughtForward, sums[items], isFoot: false)] : [repeated]
    }

    /// A sum that goes from page to page; screen readers, which know no pages, pass over it.
    private func carried(_ name: String, _ sum: DecimalNumber, isFoot: Bool) -> Row {
        let inset = theme.table.inset
        var row = Row(height: footHeight)
        var style = theme.detail
        style.size = columns.amount.cells.first?.style.size ?? style.size
        let number = layout.typesetter.line(layout.numbers.amount(sum), style)
        let x = columns.amount.x(of: number, right: theme.right - inset)
        let room = x - theme.margin - inset - theme.gutter
        let line = layout.typesetter.line(name, theme.detail, cutTo: max(room, 0))
        let baseline = line.baseline(in: footHeight)
        row.marks = [.text(line, x: columns.descriptionLeft, baseline: baseline), .text(number, x: x, baseline: baseline)]
        if !isFoot, let ink = theme.table.rowRule {
            row.marks.append(.rule(x: theme.margin, y: row.height - 0.25, width: theme.contentWidth, thickness: 0.5, ink: ink))
        }
        return row
    }
}
