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
        let table: [(String, String, String?, DecimalNumber, String)] = [
            ("en", "USD", nil, "1234.5", "$1,234.50"), ("en", "USD", nil, "-0.5", "-$0.50"), ("en", "JPY", nil, "5000", "¥5,000"),
            ("en", "KWD", nil, "1", "KWD\u{A0}1.000"), ("en", "USD", "£", "1", "£1.00"), ("en", "USD", "", "1", "1.00"),
            ("en", "USD", "Fr", "1", "Fr\u{A0}1.00"), ("en", "USD", "Fr.", "-1", "-Fr.\u{A0}1.00"),
            ("de", "USD", "", "-1", "-1,00"), ("de", "EUR", "Taler", "1", "1,00\u{A0}Taler"), ("nl", "EUR", nil, "-1", "€\u{A0}-1,00"),
            ("nl", "EUR", "", "-1", "-1,00"), ("de", "USD", "{amount}", "1", "1,00\u{A0}{amount}"),
        ]
        for (tag, code, symbol, amount, expected) in table {
            #expect(style(tag, currency: code, symbol: symbol)?.money(amount) == expected)
        }
    }

    @Test("of rates are percentages")
    func percent() {
        let style = NumberStyle(.demo)
        let table: [(DecimalNumber, String)] = [
            ("0.08", "8%"), ("0.077", "7.7%"), ("1", "100%"), ("0", "0%"), ("0.5", "50%"), ("0.0825", "8.25%"), ("-0.05", "-5%"),
            ("0.99999999999999999999999999999999999999", "99.999999999999999999999999999999999999%"),
        ]
        for (rate, expected) in table {
            #expect(style.percent(rate) == expected)
        }
    }

    @Test("are marked where a page from right to left would tear them apart")
    func marks() {
        let arabic = style("ar", currency: "USD")
        #expect(arabic?.text("-5") == "\u{200E}-5")
        #expect(arabic?.percent("0.05") == "\u{200E}5%")
        #expect(arabic?.money("-5") == "\u{200E}-5.00\u{A0}US$\u{200E}")
        #expect(arabic?.money("5") == "5.00\u{A0}US$\u{200E}")
        #expect(arabic?.text("5") == "5")
        #expect(style("he", numbersOf: "de-CH")?.text("1234") == "\u{200E}1’234")
        #expect(style("he", numbersOf: "en")?.money("5") == "\u{200E}$5.00")
        #expect(style("he", currency: "ILS")?.money("-5") == "\u{200E}-5.00\u{A0}₪")
    }

    @Test("are written as CLDR says in every locale")
    func amounts() {
        let table = rows(of: LocaleExpectations.amounts)
        #expect(table.map(\.tag) == InvoiceLocale.tags)
        for (tag, expected) in table {
            let printed =
                LocaleExpectations.numbers.map { style(tag)?.text(number($0)) }
                + LocaleExpectations.rates.map { style(tag)?.percent(number($0)) }
                + LocaleExpectations.money.map { money in
                    let (code, amount) = (money.prefix(3), money.dropFirst(4))
                    return style(tag, currency: String(code))?.money(number(String(amount)))
                }
            #expect(printed.map { withoutMarks($0 ?? "") } == expected, "\(tag)")
        }
    }

    @Test("have the signs of currencies that CLDR has")
    func symbols() throws {
        let currencies = try LocaleExpectations.currencies.split(separator: " ").map { try #require(Currency(code: String($0))) }
        for (tag, expected) in rows(of: LocaleExpectations.symbols) {
            let locale = try #require(InvoiceLocale(tag: tag))
            #expect(currencies.map(locale.numbers.symbol) == expected, "\(tag)")
        }
    }

    @Test("and names of months make the dates of CLDR")
    func dates() throws {
        let days = try (1...12).map { try #require(InvoiceDate(year: 2025, month: $0, day: 3)) }
        for (tag, expected) in rows(of: LocaleExpectations.dates) {
            let locale = try #require(InvoiceLocale(tag: tag))
            #expect(days.map(locale.dates.text) == expected, "\(tag)")
        }
    }

    @Test("stand for months that have no name")
    func unnamedMonths() throws {
        var format = DateFormat()
        format.months = []
        #expect(format.text(of: try #require(InvoiceDate(year: 2025, month: 2, day: 3))) == "2 3, 2025")
    }

    private func style(_ tag: String, numbersOf numbers: String) -> NumberStyle? {
        guard let language = InvoiceLocale(tag: tag), let locale = InvoiceLocale(tag: numbers) else { return nil }
        var request = InvoiceRequest.lines([])
        request.locale = locale.speaking(language)
        return NumberStyle(request)
    }

    private func style(_ tag: String, currency: String = "USD", symbol: String? = nil) -> NumberStyle? {
        guard let locale = InvoiceLocale(tag: tag) else { return nil }
        var request = InvoiceRequest.lines([], currency: currency)
        request.locale = locale
        request.currencySymbol = symbol
        return NumberStyle(request)
    }

    private func number(_ text: String) -> DecimalNumber {
        DecimalNumber(stringLiteral: text)
    }

    private func withoutMarks(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{200E}" }))
    }

    private func rows(of table: String) -> [(tag: String, values: [String])] {
        table.split(separator: "\n").map { line in
            let cells = line.split(separator: " | ").map(String.init)
            return (cells[0], Array(cells.dropFirst()))
        }
    }
}
