extension EInvoiceFile {
    /// Writes the file as an attachment that is another form of the whole document (ISO 19005-3 annex E).
    ///
    /// - Parameter date: the day of issue. Attachments must have a date; 1970-01-01 says that there is none.
    /// - Returns: the file specification (ISO 32000-1 §7.11.3).
    func write(to writer: inout PDFWriter, date: InvoiceDate?) -> PDFReference {
        let date = date.map(PDFText.date) ?? "(D:19700101000000Z)"
        let file = writer.writeStream(
            bytes,
            entries: "/Type /EmbeddedFile /Subtype /text#2Fxml /Params << /ModDate \(date) /Size \(bytes.count) >> "
        )
        return writer.write(
            """
            << /Type /Filespec /F \(PDFText.literal(name)) /UF \(PDFText.literal(name)) /Desc (E-invoice) \
            /AFRelationship /Alternative /EF << /F \(file) /UF \(file) >> >>
            """
        )
    }
}
