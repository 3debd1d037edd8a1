/// Distributes rows over pages.
struct Paginator {
    /// More pages than anybody prints; a request that needs more is a mistake or an attack.
    static let maximumPages = 1_000

    private let theme: Theme
    private let table: any TableContinuation
    private var pages = [Page()]
    /// Where the next row goes.
    private(set) var top: Double
    /// Rows that must not be parted, and whose last is still to come.
    private var group: [Row] = []

    /// - Parameter table: what is added where a page ends inside the table.
    init(theme: Theme, table: any TableContinuation) {
        self.theme = theme
        self.table = table
        top = theme.topMargin
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

    /// Ends the page unless there is nothing on it, or room down to `bottom`.
    ///
    /// - Throws: ``InvoiceError/tooManyPages(limit:)``.
    mutating func makeRoom(downTo bottom: Double) throws(InvoiceError) {
        try placeGroup()
        if top > bottom { try startPage(with: .empty) }
    }

    /// The pages, when all rows have been placed.
    ///
    /// - Throws: ``InvoiceError/tooManyPages(limit:)``.
    mutating func finished() throws(InvoiceError) -> [Page] {
        try placeGroup()
        return pages
    }

    private mutating func placeGroup() throws(InvoiceError) {
        defer { group.removeAll(keepingCapacity: true) }
        guard let first = group.first, let last = group.last else { return }
        let height = group.reduce(0) { $0 + $1.height }
        if !fits(height, endingWith: last) { try startPage(with: first) }
        if fits(height, endingWith: last) {
            for row in group { add(row) }
        } else {
            try placeParted()
        }
    }

    /// A group that is higher than a page is parted all the same.
    private mutating func placeParted() throws(InvoiceError) {
        for row in group {
            if !fits(row.height, endingWith: row) { try startPage(with: row) }
            add(row)
        }
    }

    /// Below rows of the table there is to be room for its foot, in case the page ends there.
    private func fits(_ height: Double, endingWith last: Row) -> Bool {
        top + height + (last.isInTable ? table.footHeight : 0) <= theme.contentBottom
    }

    private mutating func startPage(with row: Row) throws(InvoiceError) {
        guard pages.count < Self.maximumPages else { throw .tooManyPages(limit: Self.maximumPages) }
        guard !isPageEmpty else { return }
        if let items = row.itemsAbove { table.foot(after: items).forEach { add($0) } }
        pages.append(Page())
        top = theme.topMargin
        if let items = row.itemsAbove { table.head(after: items).forEach { add($0) } }
    }

    private mutating func add(_ row: Row) {
        let isSpaceAtTop = row.marks.isEmpty && isPageEmpty
        guard !isSpaceAtTop else { return }
        pages[pages.count - 1].rows.append((top, row))
        top += row.height
    }

    private var isPageEmpty: Bool { pages[pages.count - 1].rows.isEmpty }
}

/// A table that goes on over pages.
protocol TableContinuation {
    /// The height of what ``foot(after:)`` gives.
    var footHeight: Double { get }
    /// What stands at the foot of a page that ends inside the table, below so many amounts.
    func foot(after items: Int) -> [Row]
    /// What stands at the top of the next page.
    func head(after items: Int) -> [Row]
}
