/// A page with what it inherits (ISO 32000-1 §7.7.3).
struct InspectedPage {
    /// The number of its object; 0 when it is none.
    let number: Int
    let entries: [String: PDFValue]
    let resources: [String: PDFValue]

    private static let maximumCount = 10_000

    /// The pages in order.
    static func all(in file: PDFFile) -> [InspectedPage] {
        var pages: [InspectedPage] = []
        var visited: Set<Int> = []
        var pending: [(value: PDFValue, resources: PDFValue?)] = [(file.catalog["Pages"] ?? .null, nil)]
        var count = 0
        while let (value, inherited) = pending.popLast(), pages.count < maximumCount, count < 10 * maximumCount {
            count += 1
            if let number = value.reference, !visited.insert(number).inserted { continue }
            let entries = file.entries(value)
            let resources = entries["Resources"] ?? inherited
            if let kids = file.resolved(entries["Kids"]).array {
                count += kids.count
                if count < 10 * maximumCount { pending += kids.reversed().map { ($0, resources) } }
            } else if !entries.isEmpty {
                pages.append(InspectedPage(number: value.reference ?? 0, entries: entries, resources: file.entries(resources)))
            }
        }
        return pages
    }
}
