/// Writes a laid-out invoice as a PDF file.
struct PDFDocument {
    private let invoice: LaidOutInvoice
    private let fonts: [EmbeddedFont]
    private var writer = PDFWriter()

    /// - Throws: ``InvoiceError/fontUnusable(path:)`` when a font cannot be reduced to the glyphs of the invoice.
    static func bytes(of invoice: LaidOutInvoice, fonts: FontSet) throws(InvoiceError) -> [UInt8] {
        var document = try PDFDocument(invoice, fonts)
        return document.write()
    }

    private init(_ invoice: LaidOutInvoice, _ faces: FontSet) throws(InvoiceError) {
        self.invoice = invoice
        let usages = Self.usages(of: invoice)
        var fonts: [EmbeddedFont] = []
        for weight in FontWeight.allCases {
            fonts.append(try EmbeddedFont(faces[weight], resourceName: "F\(weight.rawValue + 1)", usage: usages[weight.rawValue]))
        }
        self.fonts = fonts
    }

    private static func usages(of invoice: LaidOutInvoice) -> [GlyphUsage] {
        var usages = FontWeight.allCases.map { _ in GlyphUsage() }
        for page in invoice.pages {
            for (_, row) in page.rows {
                for case .text(let line, _, _) in row.marks {
                    usages[line.style.weight.rawValue].add(line)
                }
            }
        }
        return usages
    }

    private mutating func write() -> [UInt8] {
        let resources = writeResources()
        let tree = writer.reserve()
        let pages = invoice.pages.map { writePage($0, parent: tree, resources: resources) }
        let kids = pages.map(\.description).joined(separator: " ")
        writer.write("<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>", as: tree)
        let catalog = writer.write(
            """
            << /Type /Catalog /Pages \(tree) /Lang \(PDFText.string(invoice.language.unicodeScalars)) \
            /ViewerPreferences << /DisplayDocTitle true >> >>
            """
        )
        let information = writer.write(information)
        return writer.finished(catalog: catalog, information: information)
    }

    private mutating func writeResources() -> PDFReference {
        let entries = fonts.map { font in "/\(font.resourceName) \(font.write(to: &writer))" }.joined(separator: " ")
        guard invoice.isDemo else { return writer.write("<< /Font << \(entries) >> >>") }
        let watermark = Watermark.write(to: &writer, theme: invoice.theme)
        return writer.write("<< /Font << \(entries) >> /XObject << /\(Watermark.resourceName) \(watermark) >> >>")
    }

    private mutating func writePage(_ page: Page, parent: PDFReference, resources: PDFReference) -> PDFReference {
        var content = ContentStream(pageHeight: invoice.theme.pageHeight, fonts: fonts)
        if invoice.isDemo { content.drawBackground(Watermark.resourceName) }
        content.draw(page)
        let stream = writer.writeStream(content.bytes)
        let box = "[0 0 \(PDFText.number(invoice.theme.pageWidth)) \(PDFText.number(invoice.theme.pageHeight))]"
        return writer.write("<< /Type /Page /Parent \(parent) /MediaBox \(box) /Resources \(resources) /Contents \(stream) >>")
    }

    private var information: String {
        let author = invoice.author.isEmpty ? "" : "/Author \(PDFText.string(invoice.author.unicodeScalars)) "
        // The day of issue, not the time of writing: equal requests give equal files.
        let date = invoice.date.map { "/CreationDate (D:\($0.description.filter(\.isNumber))000000Z) " } ?? ""
        return "<< /Title \(PDFText.string(invoice.title.unicodeScalars)) \(author)/Producer (InvoicePDF) \(date)>>"
    }
}
