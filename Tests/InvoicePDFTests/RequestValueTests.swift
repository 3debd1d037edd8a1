import InvoicePDF
import Testing

@Suite("Currencies")
struct CurrencyTests {
    @Test("know their exponent", arguments: [("USD", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("eur", 2), ("ISK", 0), ("TND", 3)])
    func exponent(code: String, exponent: Int) throws {
        let currency = try #require(Currency(code: code))
        #expect(currency.exponent == exponent)
        #expect(currency.code == code.uppercased())
    }

    @Test("outside ISO 4217 are unknown", arguments: ["", "US", "USDX", "ZZZ", "€", "DEM", "ınr", "ıdr"])
    func unknown(code: String) {
        #expect(Currency(code: code) == nil)
    }

    @Test("without a sign of their own are written with their code")
    func symbol() {
        #expect(Currency(code: "CHF")?.symbol == "CHF")
        #expect(Currency(code: "GBP")?.symbol == "£")
    }
}

@Suite("Dates")
struct InvoiceDateTests {
    @Test("are read and written as RFC 3339", arguments: ["2025-01-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
    func roundTrip(text: String) throws {
        #expect(try #require(InvoiceDate(parsing: text)).description == text)
    }

    @Test("are in order")
    func order() {
        let days = ["2024-12-31", "2025-01-02", "2025-01-10", "2025-02-01"].compactMap { InvoiceDate(parsing: $0) }
        #expect(days.count == 4 && days.reversed().sorted() == days)
    }

    @Test(
        "that do not exist are refused",
        arguments: [
            "2025-02-29", "1900-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00", "0000-01-01", "2025-1-1", "2025/01/01", "",
            "2025-01-31T00:00", "२०२५-०१-३१", "-025-01-01", "2025-01-3x",
        ]
    )
    func refused(text: String) {
        #expect(InvoiceDate(parsing: text) == nil)
    }
}
