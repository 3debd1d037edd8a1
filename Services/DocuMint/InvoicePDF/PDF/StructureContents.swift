/// What each element of a structure consists of: content of pages, other elements, or both, in the order of reading.
///
/// A class, since the elements are written by closures, and to copy it for each takes as long as to write it.
final class StructureContents {
    /// Something that belongs to an element.
    enum Content {
        /// A marked-content sequence, by its identifier on a page.
        case sequence(page: Int, identifier: Int)
        case annotation(page: Int, PDFReference)
    }

    enum Part {
        case content(Content)
        case element(Int)
    }

    private let contents: [Content]
    private let contentsOfElements: Chains
    /// The items are the elements without the first.
    private let children: Chains
    /// By element, the place of its first content among all; no content comes last.
    private let places: [Int]
    /// Whether an element is to be written: those that nothing was drawn for would only be in the way. But a row keeps its empty
    /// cells, because all rows of a table have as many (ISO 14289-1 §7.5).
    let isUsed: [Bool]

    /// - Parameter contents: in the order in which they were drawn, each with its element.
    init(of tree: StructureTree, _ contents: [(element: ElementID, content: Content)]) {
        self.contents = contents.map(\.content)
        let elements = tree.elements
        var contentsOfElements = Chains(ownerCount: elements.count)
        var places = [Int](repeating: .max, count: elements.count)
        for (place, content) in contents.enumerated() {
            contentsOfElements.append(to: content.element.number)
            places[content.element.number] = min(places[content.element.number], place)
        }
        // Parents have lower numbers than their children.
        var children = Chains(ownerCount: elements.count)
        for element in elements.dropFirst() { children.append(to: element.parent?.number ?? 0) }
        for (number, element) in elements.enumerated().reversed() {
            if let parent = element.parent?.number { places[parent] = min(places[parent], places[number]) }
        }
        var isUsed = places.map { $0 < .max }
        isUsed[0] = true
        for (number, element) in elements.enumerated() where element.role == .dataCell || element.role == .headerCell {
            if let parent = element.parent, isUsed[parent.number] { isUsed[number] = true }
        }
        self.contentsOfElements = contentsOfElements
        self.children = children
        self.places = places
        self.isUsed = isUsed
    }

    /// Visits the parts of an element. Elements stay in the order of their numbers; content stands where it was drawn between them.
    func forEachPart(of element: Int, _ visit: (Part) -> Void) {
        var content = contentsOfElements.first(of: element)
        var child = children.first(of: element)
        while true {
            if let place = content, child.map({ place < places[$0 + 1] }) ?? true {
                visit(.content(contents[place]))
                content = contentsOfElements.next(after: place)
            } else if let item = child {
                if isUsed[item + 1] { visit(.element(item + 1)) }
                child = children.next(after: item)
            } else {
                return
            }
        }
    }
}
