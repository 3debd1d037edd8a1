/// The layout of receipts: one narrow column on a roll of paper.
extension InvoiceLayout {
    /// One page as long as its text; several equal ones if that is longer than a PDF page may be.
    func roll() throws(InvoiceError) -> (pages: [Page], pageHeight: Double) {
        let rows = rollHead + rollItems + rollTotals + rollClosing
        let margins = theme.topMargin + theme.bottomMargin
        let content = rows.reduce(0) { $0 + $1.height }
        let count = (content / (theme.pageHeight - margins)).rounded(.up)
        var theme = theme
        // Some room, because pages do not end exactly where an equal share would.
        theme.pageHeight = count > 1 ? min(content / count + margins + 200, theme.pageHeight) : content + margins + 1
        var paginator = Paginator(theme: theme, table: NoTable())
        try paginator.place(rows)
        let pages = try paginator.finished()
        return (pages.count > 1 ? numbered(pages, height: theme.pageHeight) : pages, theme.pageHeight)
    }

    /// A roll has no heads of columns to repeat.
    private struct NoTable: TableContinuation {
        let footHeight = 0.0
        func foot(after items: Int) -> [Row] { [] }
        func head(after items: Int) -> [Row] { [] }
    }

    private func numbered(_ pages: [Page], height: Double) -> [Page] {
        pages.enumerated().map { index, page in
            let number = pageNumber(index + 1, of: pages.count)
            let mark = Mark.text(number, x: middle - number.width / 2, baseline: 0)
            var page = page
            page.rows.append((top: height - theme.footerBaseline, row: Row(height: 0, marks: [mark])))
            return page
        }
    }

    private var middle: Double { theme.pageWidth / 2 }

    private var rollHead: [Row] {
        let title = structure.add(.heading1)
        let width = theme.contentWidth
        var rows: [Row] = []
        if let logo = logo(maximumWidth: width * 0.7, maximumHeight: 56, place: { middle - $0 / 2 }) { rows += [logo, .space(8)] }
        let seller = request.from
        let name = TextStyle(weight: .bold, size: 11)
        rows += lines([seller.name], name, .middle(middle))
        rows += lines(
            [seller.address, seller.place, seller.country, seller.email, seller.phone] + identifiers(of: seller),
            theme.body,
            .middle(middle)
        )
        rows += [separator]
        rows += titleLines(width: width).map { line in
            var row = Row.empty
            row.append(line, .middle(middle), leading: theme.title.size * 1.3, title)
            return row
        }
        if let demo = demoMark(TextStyle(weight: .bold, size: 9, ink: .secondary)) {
            var row = Row.empty
            row.append(demo, .middle(middle), leading: theme.leading, structure.add(.paragraph))
            rows.append(row)
        }
        let facts = factList(facts, x: theme.margin, width: width)
        if facts.height > 0 { rows += [.space(4)] + facts.parted(above: theme.leading, strip: theme.leading) }
        return rows + rollBuyer + [separator]
    }

    private var rollBuyer: [Row] {
        let buyer = request.to
        guard !buyer.isEmpty else { return [] }
        return [.space(6)] + lines([labels.billTo], theme.sectionHead, .start(theme.margin), role: .heading2)
            + lines(
                [buyer.name, buyer.address, buyer.place, buyer.country, buyer.email, buyer.phone] + identifiers(of: buyer),
                theme.body,
                .start(theme.margin)
            )
    }

    /// Texts below each other that are read as one.
    private func lines(_ texts: [String], _ style: TextStyle, _ alignment: Alignment, role: StructureTree.Role = .paragraph) -> [Row] {
        let lines = texts.flatMap { $0.isEmpty ? [] : typesetter.lines($0, style, width: theme.contentWidth) }
        guard !lines.isEmpty else { return [] }
        let element = structure.add(role)
        return lines.map { line in
            var row = Row.empty
            row.append(line, alignment, leading: max(theme.leading, style.size * 1.35), element)
            return row
        }
    }

    private var separator: Row {
        var row = Row.space(13)
        row.marks.append(.rule(x: theme.margin, y: 6.5, width: theme.contentWidth, thickness: 0.5, ink: .secondary))
        return row
    }

    private var rollTotals: [Row] { [separator] + totals.dropFirst() }

    private var rollClosing: [Row] {
        var rows: [Row] = []
        for note in taxNoteTexts { rows += [.space(6)] + lines([note], theme.label, .start(theme.margin)) }
        let account = paymentFacts
        let code = paymentCode
        if !account.isEmpty || code != nil { rows.append(separator) }
        if !account.isEmpty {
            rows += lines([labels.payment], theme.sectionHead, .start(theme.margin), role: .heading2)
            rows += factList(account, x: theme.margin, width: theme.contentWidth).parted(above: theme.leading, strip: theme.leading)
        }
        if let code { rows += [.space(8), self.code(code, side: 110, alignment: .middle(middle))] }
        if !request.notes.isEmpty { rows += [separator] + lines([request.notes], theme.body, .middle(middle)) }
        if !request.terms.isEmpty { rows += [.space(6)] + lines([request.terms], theme.label, .middle(middle)) }
        return rows
    }
}
