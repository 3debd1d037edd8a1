import Testing

@testable import InvoicePDF

@Suite("Numbers")
struct NumberStyleTests {
    @Test("are grouped and keep their digits")
    func numbers() {
        let style = NumberStyle(.demo)
        let table: [(DecimalNumber, String)] = [
            ("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1234567.5", "-1,234,567.5"), ("0.00042", "0.00042"), ("100000", "100,000"),
        ]
        for (number, expected) in table {
            #expect(style.text(number) == expected)
        }
    }

    @Test("of money carry the sign of the currency, with a space after letters")
    func money() {
        let table: [(String, String?, DecimalNumber, String)] = [
            ("USD", nil, "1234.5", "$1,234.50"), ("USD", nil, "-0.5", "-$0.50"), ("JPY", nil, "5000", "¥5,000"),
            ("KWD", nil, "1", "KWD\u{A0}1.000"),
            ("USD", "£", "1", "£1.00"), ("USD", "", "1", "1.00"), ("USD", "Fr", "1", "Fr\u{A0}1.00"),
        ]
        for (code, symbol, amount, expected) in table {
            var request = InvoiceRequest.lines([], currency: code)
            request.currencySymbol = symbol
            #expect(NumberStyle(request).money(amount) == expected)
        }
    }

    @Test("of rates are percentages")
    func percent() {
        let style = NumberStyle(.demo)
        let table: [(DecimalNumber, String)] = [
            ("0.08", "8%"), ("0.077", "7.7%"), ("1", "100%"), ("0", "0%"), ("0.5", "50%"), ("0.0825", "8.25%"),
            ("0.99999999999999999999999999999999999999", "99.999999999999999999999999999999999999%"),
        ]
        for (rate, expected) in table {
            #expect(style.percent(rate) == expected)
        }
    }
}

@Suite("Labels")
struct InvoiceLabelsTests {
    @Test("are filled in one pass, so that values cannot name placeholders")
    func filling() {
        #expect("{a} of {b}".filling(["{a}": "{b}", "{b}": "2"]) == "{b} of 2")
        #expect("{unknown} {a".filling(["{a}": "1"]) == "{unknown} {a")
    }

    @Test("write dates, also when month names are missing")
    func dates() throws {
        let date = try #require(InvoiceDate(year: 2025, month: 2, day: 3))
        #expect(InvoiceLabels.english.text(of: date) == "February 3, 2025")
        var labels = InvoiceLabels.english
        labels.months = []
        #expect(labels.text(of: date) == "2 3, 2025")
    }
}

@Suite("Paginator")
struct PaginatorTests {
    private let theme = Theme.classic
    private let head = Row(height: 16, marks: [.rule(x: 0, y: 0, width: 1, thickness: 1, ink: .rule)])

    @Test("fills pages and repeats the head of the table")
    func pages() throws {
        let pages = try paginated(Array(repeating: row(100, isInTable: true), count: 15))
        // 713.89 points of height hold seven rows of 100, then, with the head, six.
        #expect(pages.map(\.rows.count) == [7, 7, 3])
        #expect(pages[1].rows[0].row.height == head.height)
        #expect(pages[1].rows[1].top == theme.margin + head.height)
    }

    @Test("keeps rows together that belong together")
    func keeping() throws {
        let pages = try paginated([row(600), row(50, keepsWithNext: true), row(50, keepsWithNext: true), row(50)])
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
        #expect(pages[1].rows.map(\.top) == [theme.margin])
    }

    @Test("gives up after a thousand pages, without asking for more rows")
    func limit() {
        var asked = 0
        let rows = sequence(state: ()) { _ in
            asked += 1
            return row(700)
        }
        #expect(throws: InvoiceError.tooManyPages(limit: 1_000)) {
            var paginator = Paginator(theme: theme, tableHead: head)
            try paginator.place(rows)
        }
        #expect(asked == 1_001)
    }

    private func paginated(_ rows: [Row]) throws -> [Page] {
        var paginator = Paginator(theme: theme, tableHead: head)
        try paginator.place(rows)
        return try paginator.finished()
    }

    private func row(_ height: Double, keepsWithNext: Bool = false, isInTable: Bool = false) -> Row {
        Row(height: height, marks: head.marks, keepsWithNext: keepsWithNext, isInTable: isInTable)
    }
}
