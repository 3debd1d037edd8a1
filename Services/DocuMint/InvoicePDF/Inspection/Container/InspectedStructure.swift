/// The structure tree (ISO 32000-1 §14.7) as a flat list.
struct InspectedStructure {
    struct Element {
        /// The number of its object; `nil` when it is none.
        let number: Int?
        /// Its type, mapped to a standard one.
        let type: String
        let entries: [String: PDFValue]
        /// Its place in ``InspectedStructure/elements``; `nil` for the top.
        let parent: Int?
    }

    /// Marked content by the object that it stands in and its number.
    struct ContentKey: Hashable {
        let owner: Int
        let mark: Int
    }

    private static let maximumCount = 200_000

    private(set) var elements: [Element] = []
    /// Which element has marked content.
    private(set) var content: [ContentKey: Int] = [:]
    /// Which element has an object, an annotation for example.
    private(set) var objects: [Int: Int] = [:]
    /// The parent tree: for pages arrays, for objects an element.
    let parents: [Int: PDFValue]
    /// Types that are mapped to no standard type.
    private(set) var unmappedTypes: Set<String> = []

    init(of file: PDFFile) {
        let root = file.entries(file.catalog["StructTreeRoot"])
        parents = NameTree.numbered(root["ParentTree"], in: file)
        let roles = file.entries(root["RoleMap"])
        var visited: Set<Int> = []
        var pending = Self.kids(root["K"], in: file).map { (value: $0, parent: Int?.none, page: Int?.none) }
        var count = pending.count
        while let (value, parent, page) = pending.popLast(), count < Self.maximumCount {
            if let mark = value.integer {
                if let parent, let page { add(mark, of: page, to: parent) }
                continue
            }
            if let number = value.reference, !visited.insert(number).inserted { continue }
            let entries = file.entries(value)
            let ownPage = entries["Pg"]?.reference ?? page
            switch entries["Type"]?.name {
            case "MCR":
                guard let parent, let owner = entries["Stm"]?.reference ?? ownPage else { break }
                if let mark = file.resolved(entries["MCID"]).integer { add(mark, of: owner, to: parent) }
            case "OBJR":
                guard let parent, let object = entries["Obj"]?.reference else { break }
                objects[object] = parent
            default:
                guard let name = file.resolved(entries["S"]).name else { break }
                let type = standardType(name, roles: roles, in: file)
                elements.append(Element(number: value.reference, type: type, entries: entries, parent: parent))
                let place = elements.count - 1
                let kids = Self.kids(entries["K"], in: file)
                count += kids.count
                if count < Self.maximumCount { pending += kids.reversed().map { ($0, place, ownPage) } }
            }
        }
    }

    private mutating func add(_ mark: Int, of owner: Int, to element: Int) {
        content[ContentKey(owner: owner, mark: mark)] = element
    }

    private static func kids(_ value: PDFValue?, in file: PDFFile) -> [PDFValue] {
        guard let value else { return [] }
        return file.resolved(value).array ?? [value]
    }

    private mutating func standardType(_ name: String, roles: [String: PDFValue], in file: PDFFile) -> String {
        var type = name
        for _ in 0..<16 {
            if Self.standardTypes.contains(type) { return type }
            guard let next = file.resolved(roles[type]).name else { break }
            type = next
        }
        unmappedTypes.insert(name)
        return name
    }

    /// The places of the children of each element.
    var children: [Int: [Int]] {
        var children: [Int: [Int]] = [:]
        for (place, element) in elements.enumerated() {
            if let parent = element.parent { children[parent, default: []].append(place) }
        }
        return children
    }

    /// ISO 32000-1 §14.8.4.
    static let standardTypes: Set<String> = [
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H", "H1",
        "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote",
        "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula",
        "Form",
    ]
}
