/// The modern heading: a band of the accent colour across the page with the title and what is to be paid, then the facts, then the
/// parties.
extension InvoiceLayout {
    func modernHeading(_ title: ElementID) -> [Row] {
        var below = Row.space(theme.leading * 1.5)
        let grid = factGrid(facts, x: theme.margin, width: theme.contentWidth, columns: columns(for: facts.count))
        if grid.height > 0 {
            below.append(grid)
            below.height += theme.leading * 1.2
        }
        let width = (theme.contentWidth - theme.gutter) / 2
        var parties = party(request.from, labels.from, x: theme.margin, width: width)
        let second = parties.height > 0 ? theme.margin + width + theme.gutter : theme.margin
        parties.merge(party(request.to, labels.billTo, x: second, width: width))
        if parties.height > 0 {
            below.append(parties)
            below.height += theme.leading * 1.6
        }
        return [band(title)] + undivided(below)
    }

    /// At most as many columns as have room for a date, filled evenly.
    func columns(for count: Int) -> Int {
        let most = max(1, min(Int(theme.contentWidth / (108 * theme.scale)), 4))
        let rows = max(1, (count + most - 1) / most)
        return max(1, (count + rows - 1) / rows)
    }

    private func band(_ title: ElementID) -> Row {
        let unit = theme.scale
        var band = bandHead
        band.height = max(band.height, 30 * unit) + 14 * unit
        let figure = bandFigure
        let room = theme.contentWidth - (figure.marks.isEmpty ? 0 : theme.contentWidth * 0.42)
        let leading = theme.title.size * 1.2
        var lines = Row.empty
        lines.append(titleLines(width: room), .start(theme.margin), leading: leading, title)
        // The baselines of the title and of the figure are the same.
        let difference = lines.height - figure.height
        var lowered = figure
        if difference > 0 { lowered.lower(by: difference) } else { lines.lower(by: -difference) }
        lines.merge(lowered)
        band.append(lines)
        band.height += 14 * unit
        let background = Mark.box(
            x: 0,
            y: -theme.topMargin,
            width: theme.pageWidth,
            height: band.height + theme.topMargin,
            ink: theme.palette.accent
        )
        band.marks.insert(background, at: 0)
        return band
    }

    /// The logo on white, or the name of the seller, which is repeated below; and the mark of a demonstration.
    private var bandHead: Row {
        let unit = theme.scale
        let ink = theme.palette.onAccent
        var row = Row.empty
        if var logo = logo(maximumWidth: 170 * unit, maximumHeight: 40 * unit, place: { _ in theme.margin + 8 * unit }) {
            logo.lower(by: 7 * unit)
            let width = logo.marks.first.map { mark in if case .image(_, let box) = mark.content { box.width } else { 0 } } ?? 0
            row.marks.append(.box(x: theme.margin, y: 0, width: width + 16 * unit, height: logo.height + 7 * unit, ink: .white))
            row.merge(logo)
            row.height += 7 * unit
        } else {
            let style = TextStyle(weight: .bold, size: 12 * unit, ink: ink)
            row.append(typesetter.line(request.from.name, style, cutTo: theme.contentWidth * 0.7), .start(theme.margin), leading: 16 * unit)
        }
        if let demo = demoMark(TextStyle(weight: .bold, size: 12 * unit, ink: ink)) {
            let paragraph = structure.add(.paragraph)
            row.marks.append(.text(demo, rightAlignedAt: theme.right, baseline: demo.baseline(in: 16 * unit), paragraph))
        }
        return row
    }

    /// What is to be paid, large.
    private var bandFigure: Row {
        let ink = theme.palette.onAccent
        let (text, amount) = endsWithAmountDue ? (labels.amountDue, amounts.amountDue) : (labels.total, amounts.total)
        let name = typesetter.line(text, TextStyle(size: theme.label.size * 1.1, ink: ink))
        let style = TextStyle(weight: .bold, size: theme.title.size * 0.8, ink: ink)
        let figure = typesetter.line(numbers.money(amount), style, fittedTo: theme.contentWidth * 0.4)
        let paragraph = structure.add(.paragraph)
        var row = Row.empty
        row.append(name, .end(theme.right), leading: theme.leading, paragraph)
        let leading = theme.title.size * 1.2
        let baseline = typesetter.line("", theme.title).baseline(in: leading)
        row.marks.append(.text(figure, rightAlignedAt: theme.right, baseline: row.height + baseline, paragraph))
        row.height += leading
        return row
    }
}
