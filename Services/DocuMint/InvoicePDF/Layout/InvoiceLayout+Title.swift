extension InvoiceLayout {
    /// What the document is called in the language of the invoice.
    var typeName: String { labels.title(of: request.type) }

    /// The title of the file.
    var title: String {
        let number = PrintableText(request.invoiceNumber).text
        return number.isEmpty ? typeName : "\(typeName) \(number)"
    }

    /// The lines of the title, set smaller before a word has to be broken.
    func titleLines(width: Double) -> [TextLine] {
        let line = typesetter.line(typeName, theme.title)
        guard line.width > width else { return [line] }
        var style = theme.title
        style.size *= max(0.7, width / line.width)
        return typesetter.lines(typeName, style, width: width)
    }

    /// The mark of a demonstration, beside the title.
    func demoMark(_ style: TextStyle) -> TextLine? {
        request.isDemo ? typesetter.line(labels.demo, style) : nil
    }
}
