/// The classic heading: a letterhead, then the buyer where the window of an envelope is, beside the facts, then the title.
extension InvoiceLayout {
    func classicHeading(_ title: ElementID) -> [Row] {
        var rows = undivided(letterhead)
        let top = rows.reduce(0) { $0 + $1.height }
        let addressee = classicAddressee
        if addressee.height > 0 {
            // The window begins 45 mm below the edge of the page (DIN 5008 form B).
            rows.append(.space(max(127.6 * theme.scale - theme.topMargin - top, theme.leading * 1.5), keepsWithNext: true))
            rows += undivided(addressee)
        }
        return rows + [.space(theme.leading * (addressee.height > 0 ? 2.2 : 1.2), keepsWithNext: true), classicTitle(title)]
    }

    private var sideWidth: Double { theme.contentWidth * 0.41 }
    private var sideLeft: Double { theme.right - sideWidth }
    private var mainWidth: Double { theme.contentWidth - sideWidth - theme.gutter }

    private var letterhead: Row {
        let seller = request.from
        var left = Row.empty
        var right = Row.empty
        if let logo = logo(maximumWidth: mainWidth * 0.8, maximumHeight: 58 * theme.scale, place: { _ in theme.margin }) {
            left = logo
            right.append(name(of: seller, x: sideLeft, width: sideWidth))
        } else {
            let style = TextStyle(weight: .bold, size: 14 * theme.scale, ink: theme.palette.accentText)
            left = name(of: seller, x: theme.margin, width: mainWidth, style: style)
        }
        right.append(address(of: seller, theme.detail, x: sideLeft, width: sideWidth))
        right.append(contact(of: seller, theme.detail, x: sideLeft, width: sideWidth))
        left.merge(right)
        return left
    }

    private var classicAddressee: Row {
        var left = Row.empty
        if !request.to.isEmpty {
            left.append(senderLine)
            left.append(party(request.to, labels.billTo, x: theme.margin, width: mainWidth))
        }
        left.merge(factList(facts, x: sideLeft, width: sideWidth))
        return left
    }

    /// The sender in small letters above the addressee, for the window; it repeats the letterhead.
    private var senderLine: Row {
        let seller = request.from
        let address = PrintableText(seller.address).lines.map { String(String.UnicodeScalarView($0)) }
        let parts = ([PrintableText(seller.name).text] + address + [seller.place]).filter { !$0.isEmpty }
        guard parts.count > 1 else { return .empty }
        let style = TextStyle(size: 6.5 * theme.scale, ink: .secondary)
        var row = Row.empty
        let line = typesetter.line(parts.joined(separator: " · "), style, cutTo: mainWidth)
        row.append(line, .start(theme.margin), leading: theme.leading * 0.8)
        row.marks.append(.rule(x: theme.margin, y: row.height, width: line.width, thickness: 0.4, ink: .secondary))
        row.height += theme.leading * 0.6
        return row
    }

    private func classicTitle(_ title: ElementID) -> Row {
        var row = Row.empty
        let demo = demoMark(TextStyle(weight: .bold, size: theme.title.size, ink: Ink(level: 0.72)))
        let lines = titleLines(width: theme.contentWidth - (demo.map { $0.width + theme.gutter } ?? 0))
        row.append(lines, .start(theme.margin), leading: theme.title.size * 1.25, title)
        if let demo, let line = lines.first {
            row.marks.append(.text(demo, rightAlignedAt: theme.right, baseline: line.baseline(in: theme.title.size * 1.25), title))
        }
        row.height += theme.leading
        row.keepsWithNext = true
        return row
    }
}
