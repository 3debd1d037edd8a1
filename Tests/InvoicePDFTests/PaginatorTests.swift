import Testing

@testable import InvoicePDF

@Suite("Paginator")
struct PaginatorTests {
    /// A table whose foot says how many amounts stand above, in its height.
    private struct Table: TableContinuation {
        let footHeight = 10.0
        func foot(after items: Int) -> [Row] { [Row(height: 10, marks: PaginatorTests.marks)] }
        func head(after items: Int) -> [Row] { [Row(height: 16 + Double(items) / 100, marks: PaginatorTests.marks)] }
    }

    private static let marks = [Mark.rule(x: 0, y: 0, width: 1, thickness: 1, ink: .rule)]

    /// 720 points of height for rows.
    private let theme: Theme = {
        var theme = Theme(InvoiceAppearance())
        (theme.topMargin, theme.bottomMargin) = (50, theme.pageHeight - 770)
        return theme
    }()

    @Test("fills pages and repeats the head of the table below what is carried forward")
    func pages() throws {
        let pages = try paginated((0..<15).map { row(100, itemsAbove: $0) })
        #expect(pages.map(\.rows.count) == [8, 8, 3])
        #expect(pages.map { $0.rows.map(\.row.height) }[1] == [16.07] + Array(repeating: 100, count: 6) + [10])
        #expect(pages[1].rows[1].top == theme.topMargin + 16.07)
        #expect(pages[0].rows[7].top == theme.topMargin + 700)
    }

    @Test("needs no room for the foot of a table that ends")
    func endOfTable() throws {
        let pages = try paginated([row(600, itemsAbove: 0), row(60, keepsWithNext: true, itemsAbove: 1), row(60)])
        #expect(pages.map(\.rows.count) == [3])
    }

    @Test("keeps rows together that belong together")
    func keeping() throws {
        let pages = try paginated([row(620), row(50, keepsWithNext: true), row(50, keepsWithNext: true), row(50)])
        #expect(pages.map(\.rows.count) == [1, 3])
    }

    @Test("parts a group that no page can hold")
    func hugeGroup() throws {
        let pages = try paginated(Array(repeating: row(100, keepsWithNext: true), count: 20))
        #expect(pages.map(\.rows.count) == [7, 7, 6])
    }

    @Test("drops space at the top of a page")
    func space() throws {
        let pages = try paginated([row(700), .space(30, keepsWithNext: true), row(20)])
        #expect(pages[1].rows.map(\.top) == [theme.topMargin])
    }

    @Test("starts a page when the last one has no room down to a line", arguments: [(400.0, 1), (399, 2)])
    func room(bottom: Double, pages: Int) throws {
        var paginator = Paginator(theme: theme, table: Table())
        try paginator.place([row(350)])
        try paginator.makeRoom(downTo: bottom)
        #expect(try paginator.finished().count == pages)
    }

    @Test("gives up after a thousand pages, without asking for more rows")
    func limit() {
        var asked = 0
        let rows = sequence(state: ()) { _ in
            asked += 1
            return row(700)
        }
        #expect(throws: InvoiceError.tooManyPages(limit: 1_000)) {
            var paginator = Paginator(theme: theme, table: Table())
            try paginator.place(rows)
        }
        #expect(asked == 1_001)
    }

    private func paginated(_ rows: [Row]) throws -> [Page] {
        var paginator = Paginator(theme: theme, table: Table())
        try paginator.place(rows)
        return try paginator.finished()
    }

    private func row(_ height: Double, keepsWithNext: Bool = false, itemsAbove: Int? = nil) -> Row {
        Row(height: height, marks: Self.marks, keepsWithNext: keepsWithNext, itemsAbove: itemsAbove)
    }
}
