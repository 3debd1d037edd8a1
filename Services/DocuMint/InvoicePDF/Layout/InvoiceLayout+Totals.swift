extension InvoiceLayout {
    /// What the positions add up to, below their column of amounts.
    var totals: [Row] {
        let entries = totalsEntries
        let table = structure.add(.tableBody, in: structure.add(.table))
        let lines = entries.map { typesetter.line(numbers.money($0.amount), amountStyle($0.kind), fittedTo: theme.totalsTextWidth) }
        // The last one is larger than the others, and ends where they end.
        let column = NumberColumn(
            cells: zip(entries, lines).filter { $0.0.kind != .final }.map(\.1),
            separator: numbers.decimalSeparator,
            isMirrored: isMirrored
        )
        var rows = [Row.space(theme.leading * 0.9, keepsWithNext: true)]
        for (index, entry) in entries.enumerated() {
            let row = structure.add(.tableRow, in: table)
            let name = structure.add(.headerCell, in: row, scope: .row)
            let amount = structure.add(.dataCell, in: row)
            var line = totalsRow(entry, lines[index], entry.kind == .final ? nil : column, name, amount)
            if entry.kind == .final { line = emphasized(line, isFirst: index == 0) }
            line.keepsWithNext = index < entries.count - 1
            rows.append(line)
        }
        return rows
    }

    private func nameStyle(_ kind: TotalsEntry.Kind) -> TextStyle {
        switch kind {
        case .part, .contained: theme.detail
        case .sum: theme.strong
        case .final: theme.total
        }
    }

    private func amountStyle(_ kind: TotalsEntry.Kind) -> TextStyle {
        switch kind {
        case .part: theme.body
        case .contained: theme.detail
        case .sum: theme.strong
        case .final: theme.total
        }
    }

    private var totalsLeft: Double { theme.right - theme.totalsWidth + theme.table.inset }

    private func totalsRow(_ entry: TotalsEntry, _ number: TextLine, _ column: NumberColumn?, _ name: ElementID, _ amount: ElementID) -> Row
    {
        let leading = theme.leading * (entry.kind == .final ? 1.45 : 1.25)
        let right = theme.right - theme.table.inset
        let x = max(column?.x(of: number, right: right) ?? right - number.width, right - theme.totalsTextWidth)
        var row = Row.empty
        if let line = self.name(among: entry.names, nameStyle(entry.kind), room: x - totalsLeft - theme.gutter * 0.5) {
            row.append(line, .start(totalsLeft), leading: leading, name)
        }
        row.height = leading
        row.marks.append(.text(number, x: x, baseline: number.baseline(in: leading), amount))
        let details = entry.detail.isEmpty ? [] : typesetter.lines(entry.detail, theme.label, width: theme.totalsTextWidth * 0.62)
        row.append(details, .start(totalsLeft), leading: theme.labelLeading, name)
        return row
    }

    /// The last row, set off from what it is the sum of.
    private func emphasized(_ row: Row, isFirst: Bool) -> Row {
        let left = theme.right - theme.totalsWidth
        let gap = theme.leading * 0.45
        var row = row
        if let ink = theme.table.totalFill {
            row.lower(by: theme.leading * 0.4)
            row.height += theme.leading * 0.4
            row.marks.insert(.box(x: left, y: 0, width: theme.totalsWidth, height: row.height, ink: ink), at: 0)
            if !isFirst { row.lower(by: gap) }
            return row
        }
        guard !isFirst else { return row }
        row.lower(by: gap * 1.4)
        row.marks.append(.rule(x: left, y: gap * 0.8, width: theme.totalsWidth, thickness: 0.75, ink: theme.palette.accentText))
        if theme.table.closesWithDoubleRule {
            for y in [gap * 0.5, gap * 0.5 + 2.2] {
                row.marks.append(
                    .rule(x: left, y: row.height + y, width: theme.totalsWidth, thickness: 0.6, ink: theme.palette.accentText)
                )
            }
            row.height += gap * 1.5
        }
        return row
    }

    /// The first name for which there is room, or the last one cut; `nil` if there is no room even for that.
    private func name(among names: [String], _ style: TextStyle, room: Double) -> TextLine? {
        let lines = names.lazy.map { self.typesetter.line($0, style) }
        let line = lines.first { $0.width <= room } ?? typesetter.line(names.last ?? "", style, cutTo: max(room, 0))
        return line.width <= room ? line : nil
    }
}
