/// Says what a file of anybody is: a PDF, its claims and whether it keeps them, and the e-invoice in it; or the XML of an e-invoice.
public enum DocumentInspection {
    /// Inspects a file. Its size is limited by whoever takes it in; the work is bounded whatever is in it.
    ///
    /// - Throws: ``InspectionError`` when there is nothing to report on.
    public static func inspect(_ bytes: [UInt8]) throws(InspectionError) -> DocumentReport {
        if PDFReader.headerOffset(in: bytes) != nil { return try inspectPDF(bytes) }
        guard isXML(bytes) else { throw .notRecognized }
        let (invoice, faults) = EInvoiceReader.read(bytes)
        return DocumentReport(kind: .xml, container: nil, xml: bytes, faults: faults, invoice: invoice)
    }

    private static func inspectPDF(_ bytes: [UInt8]) throws(InspectionError) -> DocumentReport {
        let file = try PDFReader.file(of: bytes)
        let attachments = EmbeddedFile.all(in: file)
        let attached = attachments.first(where: \.isInvoice)
        let xml = attached.flatMap { file.data(of: $0.stream, limit: XMLReader.maximumSize) }
        let (invoice, faults) = xml.map(EInvoiceReader.read) ?? (nil, attached.map { [unpackingFault(of: $0)] } ?? [])
        let container = ContainerLinter.report(on: try InspectedPDF(file, attachments: attachments, invoice: invoice))
        return DocumentReport(kind: .pdf, container: container, xml: xml, faults: faults, invoice: invoice)
    }

    private static func unpackingFault(of file: EmbeddedFile) -> DocumentFault {
        DocumentFault(location: "", message: "\(file.name) cannot be unpacked")
    }

    /// Whether the first character is `<`, in any encoding that is read.
    private static func isXML(_ bytes: [UInt8]) -> Bool {
        let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, 0x20, 0x09, 0x0A, 0x0D]
        return bytes.prefix(1_024).first { !marks.contains($0) } == UInt8(ascii: "<")
    }
}
