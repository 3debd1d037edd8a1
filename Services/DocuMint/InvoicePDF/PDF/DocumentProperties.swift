/// What a file says about itself, twice: in its information dictionary (ISO 32000-1 §14.3.3) and in XMP, where it has to be the same.
struct DocumentProperties {
    let title: String
    /// Empty when nobody is named.
    let author: String
    /// The day of issue, not the time of writing: equal requests give equal files.
    let date: InvoiceDate?
    /// The program that made the file.
    static let producer = "InvoicePDF"

    init(of invoice: LaidOutInvoice) {
        title = Self.allowed(invoice.title)
        author = Self.allowed(invoice.author)
        date = invoice.date
    }

    /// The characters that XML 1.0 has (§2.2), as many as fit into a string of PDF.
    private static func allowed(_ text: String) -> String {
        var allowed = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(PDFText.maximumLength) {
            switch scalar.value {
            case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x1_0000...: allowed.append(scalar)
            default: break
            }
        }
        return String(allowed)
    }

    /// The text of the information dictionary.
    var dictionary: String {
        let author = author.isEmpty ? "" : "/Author \(PDFText.string(author.unicodeScalars)) "
        let dates = date.map { "/CreationDate \(PDFText.date($0)) /ModDate \(PDFText.date($0)) " } ?? ""
        return """
            << /Title \(PDFText.string(title.unicodeScalars)) \(author)/Creator (\(Self.producer)) /Producer (\(Self.producer)) \(dates)>>
            """
    }
}
