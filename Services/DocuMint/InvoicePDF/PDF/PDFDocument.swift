/// Writes a laid-out invoice as a PDF file: tagged, and PDF/A-3b (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) unless its profile is plain.
struct PDFDocument {
    private let invoice: LaidOutInvoice
    private let fonts: EmbeddedFonts
    private let profile: InvoiceProfile
    private let attachment: EInvoiceFile?
    private let properties: DocumentProperties
    private var writer = PDFWriter()
    private var structure: StructureWriter

    /// - Parameter attachment: the e-invoice that the file carries.
    /// - Throws: ``InvoiceError/fontUnusable(path:)`` when a font cannot be reduced to the glyphs of the invoice.
    static func bytes(
        of invoice: LaidOutInvoice,
        fonts: FontSet,
        profile: InvoiceProfile,
        attachment: EInvoiceFile?
    ) throws(InvoiceError) -> [UInt8] {
        var document = try PDFDocument(invoice, fonts, profile, attachment)
        return document.write()
    }

    private init(
        _ invoice: LaidOutInvoice,
        _ faces: FontSet,
        _ profile: InvoiceProfile,
        _ attachment: EInvoiceFile?
    ) throws(InvoiceError) {
        self.invoice = invoice
        self.profile = profile
        self.attachment = attachment
        properties = DocumentProperties(of: invoice)
        structure = StructureWriter(of: invoice)
        fonts = try EmbeddedFonts(of: invoice, from: faces)
    }

    private mutating func write() -> [UInt8] {
        let resources = writeResources()
        let tree = writer.reserve()
        let pages = invoice.pages.indices.map { writePage($0, parent: tree, resources: resources) }
        let kids = pages.map(\.description).joined(separator: " ")
        writer.write("<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>", as: tree)
        let structure = structure.write(to: &writer)
        let entries = writeMetadata() + writeColorProfile() + writeAttachment()
        let catalog = writer.write(
            """
            << /Type /Catalog /Pages \(tree) /Lang \(PDFText.literal(invoice.language)) /MarkInfo << /Marked true >> \
            /StructTreeRoot \(structure) /ViewerPreferences << /DisplayDocTitle true >> \(entries)>>
            """
        )
        let information = writer.write(properties.dictionary)
        return writer.finished(catalog: catalog, information: information)
    }

    private mutating func writeResources() -> PDFReference {
        let fonts = fonts.all.map { "/\($0.resourceName) \($0.write(to: &writer)) " }.joined()
        var objects = invoice.images.enumerated().map { "/\(InvoiceImage.resourceName($0)) \($1.write(to: &writer)) " }.joined()
        if invoice.isDemo {
            let watermark = Watermark.write(to: &writer, pageWidth: invoice.pageWidth, pageHeight: invoice.pageHeight)
            objects += "/\(Watermark.resourceName) \(watermark) "
        }
        return writer.write("<< /Font << \(fonts)>> /XObject << \(objects)>> >>")
    }

    private mutating func writePage(_ number: Int, parent: PDFReference, resources: PDFReference) -> PDFReference {
        var content = ContentStream(of: invoice, fonts: fonts)
        if invoice.isDemo { content.drawBackground(Watermark.resourceName) }
        content.draw(invoice.pages[number])
        let stream = writer.writeStream(content.bytes)
        let reference = writer.reserve()
        let annotations = structure.add(content, page: reference, writer: &writer)
        let box = "[0 0 \(PDFText.number(invoice.pageWidth)) \(PDFText.number(invoice.pageHeight))]"
        // Whoever goes from link to link does so in the order of the structure (ISO 14289-1 §7.18.3).
        let links = annotations.isEmpty ? "" : "/Annots [\(annotations.map(\.description).joined(separator: " "))] /Tabs /S "
        // Colours are mixed as they are given.
        let group = content.isTransparent ? "/Group << /S /Transparency /CS /DeviceRGB >> " : ""
        writer.write(
            """
            << /Type /Page /Parent \(parent) /MediaBox \(box) /Resources \(resources) /Contents \(stream) \
            /StructParents \(number) \(links)\(group)>>
            """,
            as: reference
        )
        return reference
    }

    private var isArchivable: Bool { profile != .plain }

    private mutating func writeMetadata() -> String {
        let metadata = XMPMetadata(properties, isArchivable: isArchivable, attachment: attachment)
        return "/Metadata \(writer.writeStream(metadata.bytes, entries: "/Type /Metadata /Subtype /XML ", filter: .none)) "
    }

    private mutating func writeColorProfile() -> String {
        guard isArchivable else { return "" }
        // Too small for compression to be worth its time.
        let profile = writer.writeStream(ColorProfile.sRGB, entries: "/N 3 ", filter: .none)
        return """
            /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) \
            /DestOutputProfile \(profile) >>] 
            """
    }

    private mutating func writeAttachment() -> String {
        guard let attachment else { return "" }
        let file = attachment.write(to: &writer, date: invoice.date)
        return "/AF [\(file)] /Names << /EmbeddedFiles << /Names [\(PDFText.literal(attachment.name)) \(file)] >> >> "
    }
}
