/// Writes the structure of a document (ISO 32000-1 §14.7): its elements, and the way back to them from what is on the pages.
struct StructureWriter {
    private let tree: StructureTree
    private let pageCount: Int
    private var pages: [Page] = []
    private var contents: [(element: ElementID, content: StructureContents.Content)] = []
    /// The elements of the annotations.
    private var annotations: [ElementID] = []
    private var figures: [ElementID: Mark.Box] = [:]

    private struct Page {
        let reference: PDFReference
        /// The elements of its marked-content sequences.
        var sequences: [ElementID] = []
    }

    init(of invoice: LaidOutInvoice) {
        tree = invoice.structure
        pageCount = invoice.pages.count
    }

    /// Takes in the next page, whose key in the parent tree is its number.
    ///
    /// - Returns: its annotations.
    mutating func add(_ content: ContentStream, page: PDFReference, writer: inout PDFWriter) -> [PDFReference] {
        let number = pages.count
        pages.append(Page(reference: page))
        figures.merge(content.figures) { first, _ in first }
        return content.tagged.compactMap { tagged in
            switch tagged {
            case .sequence(let element):
                contents.append((element, .sequence(page: number, identifier: pages[number].sequences.count)))
                pages[number].sequences.append(element)
                return nil
            case .link(let link):
                let description = tree.elements[link.element.number].alternative
                let key = pageCount + annotations.count
                let annotation = link.write(to: &writer, page: page, description: description, key: key)
                contents.append((link.element, .annotation(page: number, annotation)))
                annotations.append(link.element)
                return annotation
            }
        }
    }

    /// Writes everything when all pages have been added.
    ///
    /// - Returns: the root of the structure.
    func write(to writer: inout PDFWriter) -> PDFReference {
        let contents = StructureContents(of: tree, contents)
        let root = writer.reserve()
        let elements = contents.isUsed.map { $0 ? writer.reserve() : root }
        for number in elements.indices where contents.isUsed[number] {
            writer.pack(as: elements[number]) { bytes in
                write(number, to: &bytes, contents, elements, root)
            }
        }
        let parents = writeParentTree(to: &writer, elements)
        writer.write(
            "<< /Type /StructTreeRoot /K [\(elements[0])] /ParentTree \(parents) /ParentTreeNextKey \(pageCount + annotations.count) >>",
            as: root
        )
        return root
    }

    private func write(
        _ number: Int,
        to bytes: inout [UInt8],
        _ contents: StructureContents,
        _ references: [PDFReference],
        _ root: PDFReference
    ) {
        let element = tree.elements[number]
        bytes.append("<</S/")
        bytes.append(element.role.rawValue)
        bytes.append("/P ")
        bytes.append(element.parent.map { references[$0.number] } ?? root)
        let home = writeParts(of: number, to: &bytes, contents, references)
        if let home {
            bytes.append("/Pg ")
            bytes.append(pages[home].reference)
        }
        writeAttributes(of: ElementID(number: number), to: &bytes)
        bytes.append(">>")
    }

    /// Writes what an element consists of: nothing, one part, or an array.
    ///
    /// - Returns: the page that sequences without a page of their own are on.
    private func writeParts(
        of number: Int,
        to bytes: inout [UInt8],
        _ contents: StructureContents,
        _ references: [PDFReference]
    ) -> Int? {
        var home: Int?
        var count = 0
        bytes.append("/K")
        let start = bytes.count
        contents.forEachPart(of: number) { part in
            bytes.append(UInt8(ascii: " "))
            count += 1
            switch part {
            case .element(let child):
                bytes.append(references[child])
            case .content(.sequence(let page, let identifier)):
                home = home ?? page
                write(identifier, on: page, home: home, to: &bytes)
            case .content(.annotation(let page, let annotation)):
                bytes.append("<</Type/OBJR/Obj ")
                bytes.append(annotation)
                bytes.append("/Pg ")
                bytes.append(pages[page].reference)
                bytes.append(">>")
            }
        }
        switch count {
        case 0: bytes.removeLast(2)
        case 1: break
        default:
            bytes[start] = UInt8(ascii: "[")
            bytes.append(UInt8(ascii: "]"))
        }
        return home
    }

    /// Content of the page that the element names needs no more than its identifier.
    private func write(_ identifier: Int, on page: Int, home: Int?, to bytes: inout [UInt8]) {
        guard page != home else { return bytes.append(integer: identifier) }
        bytes.append("<</Type/MCR/Pg ")
        bytes.append(pages[page].reference)
        bytes.append("/MCID ")
        bytes.append(integer: identifier)
        bytes.append(">>")
    }

    /// Descriptions, and the attributes of cells (§14.8.5.7) and figures (§14.8.5.4.3).
    private func writeAttributes(of id: ElementID, to bytes: inout [UInt8]) {
        let element = tree.elements[id.number]
        if let alternative = element.alternative {
            bytes.append("/Alt")
            bytes.append(text: alternative.unicodeScalars)
        }
        if element.scope != nil || element.columnSpan > 1 {
            bytes.append("/A<</O/Table")
            if let scope = element.scope { bytes.append("/Scope/\(scope.rawValue)") }
            if element.columnSpan > 1 { bytes.append("/ColSpan \(element.columnSpan)") }
            bytes.append(">>")
        }
        if let box = figures[id] {
            bytes.append("/A<</O/Layout/BBox[")
            bytes.append(reals: box.x, box.y, box.x + box.width, box.y + box.height)
            bytes.append("]>>")
        }
    }

    /// From the keys of pages and annotations to their elements (§14.7.4.4).
    private func writeParentTree(to writer: inout PDFWriter, _ elements: [PDFReference]) -> PDFReference {
        let arrays = pages.map { page in
            let reference = writer.reserve()
            writer.pack(as: reference) { bytes in
                bytes.append(UInt8(ascii: "["))
                for element in page.sequences {
                    bytes.append(elements[element.number])
                    bytes.append(UInt8(ascii: " "))
                }
                bytes.append(UInt8(ascii: "]"))
            }
            return reference
        }
        let values = arrays + annotations.map { elements[$0.number] }
        let entries = values.enumerated().map { "\($0.offset) \($0.element)" }
        return writer.write("<< /Nums [\(entries.joined(separator: " "))] >>")
    }
}
