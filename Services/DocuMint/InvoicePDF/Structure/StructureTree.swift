/// The number of an element in a ``StructureTree``.
struct ElementID: Sendable, Hashable {
    let number: Int
}

/// What the parts of the document are and in which order they are read (ISO 32000-1 §14.7, §14.8), for screen readers.
///
/// Elements stand in the order in which they are read: the children of an element are those with it as parent, in order of number.
struct StructureTree: Sendable {
    /// The standard structure types that invoices use (ISO 32000-1 §14.8.4).
    enum Role: String, Sendable {
        case document = "Document"
        case section = "Sect"
        case heading1 = "H1"
        case heading2 = "H2"
        case paragraph = "P"
        case list = "L"
        case listItem = "LI"
        case listLabel = "Lbl"
        case listBody = "LBody"
        case table = "Table"
        case tableHead = "THead"
        case tableBody = "TBody"
        case tableRow = "TR"
        case headerCell = "TH"
        case dataCell = "TD"
        case figure = "Figure"
        case link = "Link"
    }

    struct Element: Sendable {
        let role: Role
        /// `nil` for the document only.
        let parent: ElementID?
        /// What is said instead of a figure, or of a link.
        var alternative: String?
        /// For header cells: what they are the head of.
        var scope: Scope?
        /// Columns that a cell covers; 1 is not written.
        var columnSpan = 1
    }

    enum Scope: String, Sendable {
        case column = "Column"
        case row = "Row"
    }

    /// The document first.
    private(set) var elements = [Element(role: .document, parent: nil)]

    /// The document.
    static let root = ElementID(number: 0)

    /// Adds an element behind all others.
    mutating func add(_ role: Role, in parent: ElementID = root, alternative: String? = nil, scope: Scope? = nil) -> ElementID {
        elements.append(Element(role: role, parent: parent, alternative: alternative, scope: scope))
        return ElementID(number: elements.count - 1)
    }

    /// Says that a cell covers several columns.
    mutating func span(_ columns: Int, by cell: ElementID) { elements[cell.number].columnSpan = columns }
}
