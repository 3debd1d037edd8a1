extension ItemTable {
    /// The columns that the positions of an invoice need, and where they stand.
    struct Columns {
        /// Whether there is a column of article numbers, before the descriptions.
        private let hasArticleNumbers: Bool
        private let left: Double
        let descriptionLeft: Double
        private let descriptionWidth: Double
        private let numbers: [NumberColumn]
        /// The right edge of each column of numbers.
        private let rights: [Double]

        /// The last one.
        let amount: NumberColumn

        init(of layout: InvoiceLayout) {
            let theme = layout.theme
            let room = (theme.contentWidth - 2 * theme.table.inset) * theme.numberShare
            var numbers = Self.numbers(of: layout, size: theme.body.size)
            let width = Self.width(of: numbers.columns, gutter: theme.table.gutter)
            if width > room { numbers = Self.numbers(of: layout, size: theme.body.size * room / width) }
            self.numbers = numbers.columns
            amount = numbers.amount
            hasArticleNumbers = layout.request.items.contains { !$0.sku.isEmpty }
            left = theme.margin + theme.table.inset
            descriptionLeft = left + (hasArticleNumbers ? Self.articleNumberWidth(of: layout) + theme.table.gutter : 0)
            var right = theme.right - theme.table.inset
            var rights: [Double] = []
            for column in self.numbers.reversed() {
                rights.append(right)
                right -= column.width + theme.table.gutter
            }
            self.rights = rights.reversed()
            descriptionWidth = max(right - descriptionLeft, theme.leading)
        }

        private static func width(of columns: [NumberColumn], gutter: Double) -> Double {
            columns.reduce(0) { $0 + $1.width + gutter }
        }

        private static func articleNumberWidth(of layout: InvoiceLayout) -> Double {
            let theme = layout.theme
            let texts = layout.request.items.map(\.sku)
            // Measured by their length, and only the longest is set: they are of about the same letters.
            let longest = texts.max { $0.utf8.count < $1.utf8.count } ?? ""
            let widest = max(
                layout.typesetter.line(longest, theme.detail).width * 1.06,
                layout.typesetter.line(layout.labels.sku, theme.table.head).width
            )
            return min(widest, theme.contentWidth * 0.15)
        }
    }
}

extension ItemTable.Columns {
    /// Where the lines of each head stand, at the foot of the row, and what is below and behind them.
    func head(of layout: InvoiceLayout, in table: ElementID) -> Row {
        let theme = layout.theme
        let style = theme.table
        let structure = layout.structure
        let row = structure.add(.tableRow, in: structure.add(.tableHead, in: table))
        let cell = { structure.add(.headerCell, in: row, scope: .column) }
        let typesetter = layout.typesetter
        var columns: [(lines: [TextLine], alignment: Alignment, cell: ElementID)] = []
        if hasArticleNumbers {
            let width = descriptionLeft - left - theme.table.gutter
            columns.append((typesetter.lines(layout.labels.sku, style.head, width: width), .start(left), cell()))
        }
        let description = typesetter.lines(layout.labels.description, style.head, width: descriptionWidth)
        columns.append((description, .start(descriptionLeft), cell()))
        for (column, right) in zip(numbers, rights) { columns.append((column.head, .end(right), cell())) }
        let leading = style.head.size * 1.35
        let count = columns.map(\.lines.count).max() ?? 0
        let padding = style.headFill == nil ? theme.leading * 0.3 : theme.leading * 0.5
        var head = Row(height: Double(count) * leading + (style.headFill == nil ? 0 : padding), keepsWithNext: true)
        for column in columns {
            var lines = Row.space(head.height - Double(column.lines.count) * leading)
            lines.append(column.lines, column.alignment, leading: leading, column.cell)
            head.merge(lines)
        }
        head.height += padding
        if let ink = style.headFill {
            head.marks.insert(.box(x: theme.margin, y: 0, width: theme.contentWidth, height: head.height, ink: ink), at: 0)
        }
        if let ink = style.headRule {
            head.marks.append(.rule(x: theme.margin, y: head.height - 0.5, width: theme.contentWidth, thickness: 1, ink: ink))
        }
        return head
    }

    /// The cells of one position, as high as the highest.
    func cells(of item: InvoiceItem, at index: Int, layout: InvoiceLayout, in row: ElementID) -> Row {
        let theme = layout.theme
        let structure = layout.structure
        var cells = Row(height: theme.leading)
        if hasArticleNumbers {
            let cell = structure.add(.dataCell, in: row)
            var column = Row.empty
            let lines = layout.typesetter.lines(item.sku, theme.detail, width: descriptionLeft - left - theme.table.gutter)
            column.append(lines, .start(left), leading: theme.leading, cell)
            cells.merge(column)
        }
        let cell = structure.add(.dataCell, in: row)
        var column = Row.empty
        let lines = layout.typesetter.lines(item.description, theme.body, width: descriptionWidth)
        column.append(lines, .start(descriptionLeft), leading: theme.leading, cell)
        let details = layout.details(of: item).flatMap { layout.typesetter.lines($0, theme.label, width: descriptionWidth) }
        column.append(details, .start(descriptionLeft), leading: theme.leading, cell)
        cells.merge(column)
        for (column, right) in zip(numbers, rights) {
            let baseline = column.cells[index].baseline(in: theme.leading)
            cells.marks += column.marks(row: index, right: right, baseline: baseline, structure.add(.dataCell, in: row))
        }
        return cells
    }
}
