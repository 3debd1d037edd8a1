/// What a stretch of the operators of a page is (ISO 32000-1 §14.6, §14.8.2.2).
enum MarkedContent: Hashable {
    case element(ElementID)
    /// An artifact that is there because the document has pages: running heads, page numbers.
    case pagination
    /// An artifact that is there for the eye.
    case decoration
}

/// Something on a page that belongs to an element of the structure.
enum TaggedContent {
    /// A marked-content sequence; its identifier is its place among the sequences of the page.
    case sequence(ElementID)
    case link(PDFLink)
}

extension ContentStream {
    /// Says what follows belongs to. Marks of one element that follow each other are one sequence.
    mutating func begin(_ element: ElementID?, otherwise artifact: MarkedContent) {
        let content = element.map(MarkedContent.element) ?? artifact
        guard open != content else { return }
        endMarkedContent()
        open = content
        switch content {
        case .pagination: append("/Artifact <</Type /Pagination>> BDC\n")
        case .decoration: append("/Artifact <</Type /Layout>> BDC\n")
        case .element(let element):
            bytes.append(UInt8(ascii: "/"))
            append(invoice.structure.elements[element.number].role.rawValue)
            append(" <</MCID ")
            bytes.append(integer: sequenceCount)
            append(">> BDC\n")
            sequenceCount += 1
            tagged.append(.sequence(element))
        }
    }

    mutating func endMarkedContent() {
        if open != nil { append("EMC\n") }
        open = nil
    }

    /// Notes the area of what was drawn, if it is part of a figure.
    mutating func extend(_ element: ElementID?, by box: Mark.Box) {
        guard let element, invoice.structure.elements[element.number].role == .figure else { return }
        figures[element] = figures[element].map { $0.union(box) } ?? box
    }
}
