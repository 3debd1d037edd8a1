/// An invoice with every glyph in its place: all that the PDF writer needs to know.
struct LaidOutInvoice: Sendable {
    let theme: Theme
    let pages: [Page]
    /// For the properties of the document.
    let title: String
    let author: String
    let language: String
    let date: InvoiceDate?
    /// Whether every page carries the mark of a demonstration.
    let isDemo: Bool
}
