extension InvoiceLayout {
    /// The pages with their numbers and decoration, and the payment slip on the last one.
    func finished(_ pages: [Page], slip: Row?) -> [Page] {
        let widest = pageNumber(pages.count, of: pages.count)
        let name = typesetter.line(issuer, theme.label, cutTo: theme.contentWidth - widest.width - theme.gutter)
        return pages.enumerated().map { index, page in
            var page = page
            let hasSlip = index == pages.count - 1 && slip != nil
            let slipTop = theme.pageHeight - SwissSlip.height
            let footerTop = hasSlip ? slipTop - SwissSlip.footerBaseline : theme.pageHeight - theme.footerBaseline
            let foot = footer(name, pageNumber(index + 1, of: pages.count))
            page.rows.append((top: footerTop, row: foot))
            if theme.template == .modern, index > 0 {
                let bar = Mark.box(x: 0, y: 0, width: theme.pageWidth, height: 8 * theme.scale, ink: theme.palette.accent)
                page.rows.append((top: 0, row: Row(height: 0, marks: [bar])))
            }
            if let slip, hasSlip { page.rows.append((top: slipTop, row: slip)) }
            return page
        }
    }

    /// The issuer at one side, the number of the page at the other; no part of the text.
    private func footer(_ name: TextLine, _ number: TextLine) -> Row {
        var row = Row(height: 0)
        row.marks = [.text(name, x: theme.margin, baseline: 0), .text(number, rightAlignedAt: theme.right, baseline: 0)]
        if theme.template == .classic {
            row.marks.append(.rule(x: theme.margin, y: -theme.leading, width: theme.contentWidth, thickness: 0.5, ink: .rule))
        }
        return row
    }

    func pageNumber(_ number: Int, of count: Int) -> TextLine {
        typesetter.line(labels.pageOfCount.filling(["{page}": String(number), "{count}": String(count)]), theme.label)
    }

    private var issuer: String {
        let number = isolated(PrintableText(request.invoiceNumber).text)
        let title = number.isEmpty ? typeName : "\(typeName) \(number)"
        let parts = [request.from.name, title] + identifiers(of: request.from)
        return parts.filter { !$0.isEmpty }.map(isolated).joined(separator: "  ·  ")
    }
}
