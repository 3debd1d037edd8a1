/// Distributes rows over pages.
struct Paginator {
    /// More pages than anybody prints; a request that needs more is a mistake or an attack.
    static let maximumPages = 1_000

    private let theme: Theme
    private let tableHead: Row
    private var pages = [Page()]
    private var top: Double
    /// Rows that must not be parted, and whose last is still to come.
    private var group: [Row] = []

    /// - Parameter tableHead: repeated at the top of every page that begins inside the table.
    init(theme: Theme, tableHead: Row) {
        self.theme = theme
        self.tableHead = tableHead
        top = theme.margin
    }

    /// Takes rows one after the other, so that a lazy sequence of too many is never laid out to its end.
    ///
    /// - Throws: ``InvoiceError/tooManyPages(limit:)``.
    mutating func place(_ rows: some Sequence<Row>) throws(InvoiceError) {
        for row in rows {
            group.append(row)
            if !row.keepsWithNext { try placeGroup() }
        }
    }

    /// The pages, when all rows have been placed.
    ///
    /// - Throws: ``InvoiceError/tooManyPages(limit:)``.
    consuming func finished() throws(InvoiceError) -> [Page] {
        try placeGroup()
        return pages
    }

    /// A group that is higher than a page is parted all the same.
    private mutating func placeGroup() throws(InvoiceError) {
        if let first = group.first, !fits(group.reduce(0) { $0 + $1.height }) { try startPage(with: first) }
        for row in group {
            if !fits(row.height) { try startPage(with: row) }
            add(row)
        }
        group.removeAll(keepingCapacity: true)
    }

    private func fits(_ height: Double) -> Bool {
        top + height <= theme.contentBottom
    }

    private mutating func startPage(with row: Row) throws(InvoiceError) {
        guard pages.count < Self.maximumPages else { throw .tooManyPages(limit: Self.maximumPages) }
        guard !isPageEmpty else { return }
        pages.append(Page())
        top = theme.margin
        if row.isInTable { add(tableHead) }
    }

    private mutating func add(_ row: Row) {
        let isSpaceAtTop = row.marks.isEmpty && isPageEmpty
        guard !isSpaceAtTop else { return }
        pages[pages.count - 1].rows.append((top, row))
        top += row.height
    }

    private var isPageEmpty: Bool { pages[pages.count - 1].rows.isEmpty }
}
