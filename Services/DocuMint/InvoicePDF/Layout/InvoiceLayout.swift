/// Lays an invoice out on pages. Blocks become rows, rows are distributed over pages, then the pages are decorated and numbered.
///
/// Everything is computed as for a language that is read from the left; pages of other languages are mirrored at the end.
///
/// A class, since the request and its words are large, and are not to be copied to wherever they are read.
final class InvoiceLayout {
    let request: InvoiceRequest
    let amounts: InvoiceAmounts
    let theme: Theme
    let numbers: NumberStyle
    let typesetter: Typesetter
    let structure = StructureBuilder()
    /// What a banking app reads to pay.
    let code: PaymentCode?

    var labels: InvoiceLabels { request.locale.labels }
    var isMirrored: Bool { request.locale.isRightToLeft }
    var isRoll: Bool { request.appearance.pageSize == .roll }

    /// - Throws: ``InvoiceError/invalid(_:)`` when the request lacks what its payment code needs, or the paper is none for it.
    init(of request: InvoiceRequest, amounts: InvoiceAmounts, fonts: FontSet) throws(InvoiceError) {
        self.request = request
        self.amounts = amounts
        theme = Theme(request.appearance, language: request.locale.tag)
        numbers = NumberStyle(request)
        typesetter = Typesetter(fonts: fonts, isRightToLeft: request.locale.isRightToLeft, language: request.locale.tag)
        code = try PaymentCode(for: request, amounts: amounts)
        if request.payment.code == .swiss, request.appearance.pageSize != .a4 {
            throw .invalid([InvoiceFault(path: "$.page_size", kind: .paperNotA4)])
        }
    }

    /// - Throws: ``InvoiceError/missingGlyph(characters:paths:)``, ``InvoiceError/tooManyPages(limit:)``.
    func laidOut() throws(InvoiceError) -> LaidOutInvoice {
        let (pages, pageHeight) = isRoll ? try roll() : (try sheets(), theme.pageHeight)
        try checkGlyphs()
        return LaidOutInvoice(
            pageWidth: theme.pageWidth,
            pageHeight: pageHeight,
            pages: isMirrored ? pages.map { $0.mirrored(pageWidth: theme.pageWidth) } : pages,
            structure: structure.tree,
            images: request.appearance.logo.map { [$0] } ?? [],
            title: title,
            author: PrintableText(request.from.name).text,
            language: request.locale.tag,
            date: request.date,
            isDemo: request.isDemo
        )
    }

    private func sheets() throws(InvoiceError) -> [Page] {
        let heading = heading
        let table = ItemTable(self)
        var paginator = Paginator(theme: theme, table: table)
        try paginator.place(heading)
        try paginator.place([table.head])
        try paginator.place(table.rows)
        try paginator.place(closing)
        let slip = try swissSlip(below: &paginator)
        return finished(try paginator.finished(), slip: slip)
    }

    private var heading: [Row] {
        let title = structure.add(.heading1)
        return switch theme.template {
        case .classic: classicHeading(title)
        case .modern: modernHeading(title)
        case .minimal: minimalHeading(title)
        }
    }

    /// What is above the table is divided only if it takes most of a page.
    func undivided(_ row: Row) -> [Row] {
        row.parted(above: (theme.contentBottom - theme.topMargin) * 0.75, strip: theme.leading)
    }

    private func checkGlyphs() throws(InvoiceError) {
        let missing = typesetter.missing
        guard missing.isEmpty else {
            throw .missingGlyph(characters: missing.sorted().map(Character.init), paths: request.paths(containing: missing))
        }
    }
}

extension Page {
    fileprivate func mirrored(pageWidth: Double) -> Page {
        var page = self
        for index in page.rows.indices {
            page.rows[index].row.marks = page.rows[index].row.marks.map { $0.mirrored(pageWidth: pageWidth) }
        }
        return page
    }
}
