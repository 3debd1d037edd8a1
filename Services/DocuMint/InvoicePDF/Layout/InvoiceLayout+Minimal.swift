/// The minimal heading: the title in large light letters, then parties and facts in three columns, with much white between.
extension InvoiceLayout {
    func minimalHeading(_ title: ElementID) -> [Row] {
        let top = minimalTitle(title)
        let room = theme.contentWidth - 2 * theme.gutter
        var columns = Row.empty
        var left = theme.margin
        // Names are longer than dates.
        let isLong = facts.count > Self.longestColumn
        for (share, block) in [(0.375, seller), (0.375, buyer)] + (isLong ? [] : [(0.25, minimalFacts)]) {
            let column = block(left, room * share)
            if column.height > 0 { left += room * share + theme.gutter }
            columns.merge(column)
        }
        if isLong {
            columns.height += theme.leading * 1.5
            columns.append(factGrid(facts, x: theme.margin, width: theme.contentWidth, columns: self.columns(for: facts.count)))
        }
        guard columns.height > 0 else { return [top] }
        return [top] + undivided(columns) + [.space(theme.leading * 3, keepsWithNext: true)]
    }

    /// More facts than this stand in a grid of their own below the parties.
    private static let longestColumn = 5

    private func seller(x: Double, width: Double) -> Row { party(request.from, labels.from, x: x, width: width) }
    private func buyer(x: Double, width: Double) -> Row { party(request.to, labels.billTo, x: x, width: width) }
    private func minimalFacts(x: Double, width: Double) -> Row { factGrid(facts, x: x, width: width, columns: 1) }

    private func minimalTitle(_ title: ElementID) -> Row {
        let leading = theme.title.size * 1.2
        var row = Row.empty
        let logo = logo(maximumWidth: theme.contentWidth * 0.3, maximumHeight: 48 * theme.scale) { theme.right - $0 }
        let demo = demoMark(TextStyle(size: theme.title.size, ink: Ink(level: 0.72)))
        let room = logo == nil ? theme.contentWidth : theme.contentWidth * 0.66
        let lines = titleLines(width: room - (demo.map { $0.width + theme.gutter } ?? 0))
        row.append(lines, .start(theme.margin), leading: leading, title)
        if let demo, let line = lines.first {
            row.marks.append(.text(demo, rightAlignedAt: theme.margin + room, baseline: line.baseline(in: leading), title))
        }
        if let logo { row.merge(logo) }
        row.height += theme.leading * 2.6
        row.keepsWithNext = true
        return row
    }
}
