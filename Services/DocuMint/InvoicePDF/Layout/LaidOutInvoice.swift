/// An invoice with every glyph in its place: all that the PDF writer needs to know.
struct LaidOutInvoice: Sendable {
    /// In points.
    var pageWidth: Double
    /// In points.
    var pageHeight: Double
    var pages: [Page]
    /// What the marks belong to.
    var structure: StructureTree
    /// The pictures that marks show by their number.
    var images: [InvoiceImage]
    /// For the properties of the document.
    var title: String
    var author: String
    /// A BCP 47 tag.
    var language: String
    var date: InvoiceDate?
    /// Whether every page carries the mark of a demonstration.
    var isDemo: Bool
}
