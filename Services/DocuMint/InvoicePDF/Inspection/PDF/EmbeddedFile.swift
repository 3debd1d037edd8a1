/// A file in a PDF (ISO 32000-1 §7.11.4).
struct EmbeddedFile {
    /// The object of the file specification; `nil` when it is none.
    let number: Int?
    /// `/UF`, or `/F` where that is missing.
    let name: String
    /// The file specification.
    let specification: [String: PDFValue]
    let stream: PDFStream
    /// Whether the name tree of the catalog lists it.
    var isNamed: Bool
    /// Whether the catalog lists it as an associated file (ISO 32000-2 §14.13).
    var isAssociated: Bool

    /// More than any invoice has; more than that are not looked at.
    private static let maximumCount = 100

    /// All files that the catalog leads to.
    static func all(in file: PDFFile) -> [EmbeddedFile] {
        var files: [EmbeddedFile] = []
        var places: [Int: Int] = [:]
        func add(_ value: PDFValue, isNamed: Bool) {
            if let number = value.reference, let place = places[number] {
                files[place].isAssociated = true
                return
            }
            let specification = file.entries(value)
            let embedded = file.entries(specification["EF"])
            guard let stream = (file.resolved(embedded["UF"]).stream ?? file.resolved(embedded["F"]).stream), files.count < maximumCount
            else {
                return
            }
            if let number = value.reference { places[number] = files.count }
            let name = file.resolved(specification["UF"]).text ?? file.resolved(specification["F"]).text ?? ""
            files.append(
                EmbeddedFile(
                    number: value.reference,
                    name: name,
                    specification: specification,
                    stream: stream,
                    isNamed: isNamed,
                    isAssociated: !isNamed
                )
            )
        }
        let names = file.entries(file.catalog["Names"])["EmbeddedFiles"]
        for value in NameTree.values(of: names, in: file) { add(value, isNamed: true) }
        for value in file.array(file.catalog["AF"]).prefix(10 * maximumCount) { add(value, isNamed: false) }
        return files
    }

    /// The names under which e-invoices are embedded: Factur-X, ZUGFeRD 1 and 2.0, XRechnung, Order-X excluded.
    static let invoiceNames = ["factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml", "ZUGFeRD-invoice.xml"]

    var isInvoice: Bool { Self.invoiceNames.contains(name) }
}

/// Name trees and number trees (ISO 32000-1 §7.9.6, §7.9.7).
enum NameTree {
    /// Nodes and values together.
    private static let maximumNodes = 200_000

    /// The values of a name tree, in order.
    static func values(of root: PDFValue?, in file: PDFFile) -> [PDFValue] {
        leaves(of: root, named: "Names", in: file).flatMap { leaf in stride(from: 1, to: leaf.count, by: 2).map { leaf[$0] } }
    }

    /// The values of a number tree by their numbers.
    static func numbered(_ root: PDFValue?, in file: PDFFile) -> [Int: PDFValue] {
        var values: [Int: PDFValue] = [:]
        for leaf in leaves(of: root, named: "Nums", in: file) {
            for index in stride(from: 1, to: leaf.count, by: 2) {
                if let number = leaf[index - 1].integer { values[number] = leaf[index] }
            }
        }
        return values
    }

    private static func leaves(of root: PDFValue?, named name: String, in file: PDFFile) -> [[PDFValue]] {
        var leaves: [[PDFValue]] = []
        var visited: Set<Int> = []
        var pending = [root ?? .null]
        var count = 0
        while let value = pending.popLast(), count < maximumNodes {
            count += 1
            if let number = value.reference, !visited.insert(number).inserted { continue }
            let node = file.entries(value)
            if let leaf = file.resolved(node[name]).array {
                count += leaf.count
                leaves.append(leaf)
            }
            let kids = file.array(node["Kids"])
            count += kids.count
            if count < maximumNodes { pending += kids.reversed() }
        }
        return leaves
    }
}
