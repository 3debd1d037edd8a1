import Testing

@testable import InvoicePDF

@Suite("Totals")
struct TotalsTests {
    /// A text of a row of totals.
    private struct Text {
        let text: String
        let line: TextLine
        let x: Double
    }

    private let fonts: FontSet

    init() throws {
        fonts = try FontSet(opening: .notoSans)
    }

    @Test("have names before the amounts")
    func names() throws {
        var request = InvoiceRequest.lines([("2", "50"), ("1", "10")], taxRate: "0.19")
        request.items[1].taxRate = "0.07"
        #expect(
            try rows(of: request).map { $0.map(\.text) } == [
                ["Subtotal", "$110.00"], ["Tax 19% on $100.00", "$19.00"], ["Tax 7% on $10.00", "$0.70"], ["Total USD", "$129.70"],
            ]
        )
    }

    @Test("take a shorter name where there is no room for the amount in it")
    func shorterNames() throws {
        let names = try rows(of: large(symbol: "$")).map { $0[0].text }
        #expect(names == ["Subtotal", "Tax 1%", "Tax 0% on $40,000,000,000,000,000.00", "Total"])
    }

    @Test("never cut an amount: it shrinks, and the name gives way", arguments: ["", "$", "WWWWWWWWWW"])
    func wideAmounts(symbol: String) throws {
        let request = large(symbol: symbol).set(.modern)
        let theme = Theme(request.appearance)
        let rows = try rows(of: request)
        let amounts: [DecimalNumber] = ["80000000000000000", "400000000000000", "0", "80400000000000000"]
        #expect(rows.compactMap { $0.last?.text } == amounts.map { NumberStyle(request).money($0) })
        for row in rows {
            let number = try #require(row.last)
            #expect(number.x >= theme.right - theme.totalsWidth + theme.table.inset - 0.01)
            #expect(abs(number.x + number.line.width - theme.right + theme.table.inset) < 0.01)
            if row.count > 1 { #expect(row[0].x + row[0].line.width + theme.gutter * 0.5 <= number.x + 0.01) }
        }
        let isTooWide = symbol.count == 10
        let size = try #require(rows[3].last).line.style.size
        #expect(isTooWide ? size < theme.total.size : size == theme.total.size)
        #expect(rows[3].count == (isTooWide ? 1 : 2))
    }

    @Test("cut a name that is too long")
    func longName() throws {
        var labels = InvoiceLabels.english
        labels.total = String(repeating: "Total ", count: 40)
        let theme = Theme(InvoiceAppearance())
        let row = try #require(try rows(of: .demo, labels: labels).last)
        #expect(row[0].text.hasPrefix("Total Total") && row[0].text.hasSuffix("…"))
        #expect(row[0].x + row[0].line.width + theme.gutter * 0.5 <= row[1].x + 0.01)
        #expect(row[1].text == "$100.00")
    }

    /// Amounts that are nearly as large as can be, at two rates.
    private func large(symbol: String) -> InvoiceRequest {
        var request = InvoiceRequest.lines([("1", "40000000000000000"), ("1", "40000000000000000")], taxRate: "0.01")
        request.items[1].taxRate = "0"
        request.currencySymbol = symbol
        return request
    }

    /// The texts of each row that has any.
    private func rows(of request: InvoiceRequest, labels: InvoiceLabels = .english) throws -> [[Text]] {
        let amounts = try InvoiceAmounts.compute(for: request)
        var request = request
        request.locale.labels = labels
        let totals = try InvoiceLayout(of: request, amounts: amounts, fonts: fonts).totals
        return totals.map(texts).filter { !$0.isEmpty }
    }

    private func texts(of row: Row) -> [Text] {
        row.marks.compactMap { mark in
            guard case .text(let line, let x, _) = mark.content else { return nil }
            let scalars = line.runs.flatMap(\.glyphs).flatMap(line.text)
            return Text(text: String(String.UnicodeScalarView(scalars)), line: line, x: x)
        }
    }
}
