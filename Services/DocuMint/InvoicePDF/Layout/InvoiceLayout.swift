/// Lays an invoice out on pages. Blocks become rows, rows are distributed over pages, then the pages are numbered.
struct InvoiceLayout {
    let request: InvoiceRequest
    let amounts: InvoiceAmounts
    let labels: InvoiceLabels
    let theme: Theme
    let numbers: NumberStyle
    let typesetter: Typesetter

    init(of request: InvoiceRequest, amounts: InvoiceAmounts, labels: InvoiceLabels, fonts: FontSet) {
        self.request = request
        self.amounts = amounts
        self.labels = labels
        theme = .classic
        numbers = NumberStyle(request)
        typesetter = Typesetter(fonts: fonts)
    }

    /// - Throws: ``InvoiceError/missingGlyph(characters:paths:)``, ``InvoiceError/tooManyPages(limit:)``.
    func laidOut() throws(InvoiceError) -> LaidOutInvoice {
        let table = ItemTable(self)
        var paginator = Paginator(theme: theme, tableHead: table.head)
        try paginator.place(heading)
        try paginator.place([table.head])
        try paginator.place(table.rows)
        try paginator.place(totals)
        try paginator.place(closing)
        let pages = numbered(try paginator.finished())
        try checkGlyphs()
        return LaidOutInvoice(
            theme: theme,
            pages: pages,
            title: title,
            author: PrintableText(request.from.name).text,
            language: labels.language,
            date: request.date,
            isDemo: request.isDemo
        )
    }

    private var title: String {
        let number = PrintableText(request.invoiceNumber).text
        return number.isEmpty ? labels.invoice : "\(labels.invoice) \(number)"
    }

    private func numbered(_ pages: [Page]) -> [Page] {
        let widest = pageNumber(pages.count, of: pages.count)
        let name = typesetter.line(footer, theme.label, cutTo: theme.contentWidth - widest.width - theme.gutter)
        return pages.enumerated().map { index, page in
            let number = pageNumber(index + 1, of: pages.count)
            let marks = [Mark.text(name, x: theme.margin, baseline: 0), .text(number, rightAlignedAt: theme.right, baseline: 0)]
            var page = page
            page.rows.append((top: theme.pageHeight - theme.footerBaseline, row: Row(height: 0, marks: marks)))
            return page
        }
    }

    private func pageNumber(_ number: Int, of count: Int) -> TextLine {
        typesetter.line(labels.pageOfCount.filling(["{page}": String(number), "{count}": String(count)]), theme.label)
    }

    private var footer: String {
        [request.from.name, title].filter { !$0.isEmpty }.joined(separator: "  ·  ")
    }

    private func checkGlyphs() throws(InvoiceError) {
        let missing = typesetter.missing
        guard missing.isEmpty else {
            throw .missingGlyph(characters: missing.sorted().map(Character.init), paths: request.paths(containing: missing))
        }
    }
}
