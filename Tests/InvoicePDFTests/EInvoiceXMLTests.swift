import Testing

@testable import InvoicePDF

@Suite("The XML of an e-invoice")
struct EInvoiceXMLTests {
    @Test("is the same for equal invoices")
    func deterministic() throws {
        #expect(CIIWriter.bytes(of: try .sample()) == CIIWriter.bytes(of: try .sample()))
    }

    @Test(
        "has the elements that were asked for",
        arguments: [
            "<ram:IssueDateTime><udt:DateTimeString format=\"102\">20250131</udt:DateTimeString></ram:IssueDateTime>",
            "<ram:BilledQuantity unitCode=\"HUR\">37.5</ram:BilledQuantity>",
            "<ram:LineTotalAmount>4320.00</ram:LineTotalAmount>",
            "<ram:TaxTotalAmount currencyID=\"EUR\">1528.48</ram:TaxTotalAmount>",
            "<ram:RateApplicablePercent>19</ram:RateApplicablePercent>",
            "<ram:ID schemeID=\"VA\">DE123456788</ram:ID>",
            "<ram:URIID schemeID=\"EM\">ap@capek.example</ram:URIID>",
            "<ram:IBANID>DE02120300000000202051</ram:IBANID>",
            "<ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator>",
            "<ram:Name>Čapek &amp; Søn</ram:Name>",
        ]
    )
    func elements(text: String) throws {
        #expect(Self.text(of: try .sample()).contains(text))
    }

    @Test("escapes what would be markup and drops what XML cannot have")
    func escaping() throws {
        var invoice = try EInvoice.sample()
        invoice.number = "a<b>&\"c\u{0}\u{8}" + Self.noncharacters + "\u{FFBE}\u{1F600}\r\n"
        #expect(Self.text(of: invoice).contains("<ram:ID>a&lt;b&gt;&amp;&quot;c\u{FFBE}\u{1F600}&#13;\n</ram:ID>"))
    }

    @Test(
        "writes numbers exactly",
        arguments: [
            ("0", "0.00"), ("-0.5", "-0.50"), ("12345678901234567890123", "12345678901234567890123.00"), ("0.00042", "0.00042"),
            ("18446744073709551615", "18446744073709551615.00"), ("0.0000000000000000000000001", "0.0000000000000000000000001"),
        ] as [(DecimalNumber, String)]
    )
    func numbers(number: DecimalNumber, text: String) {
        var xml = XMLWriter(capacity: 0)
        xml.number("n", number, fractionDigits: 2)
        #expect(String(decoding: xml.bytes, as: UTF8.self).hasSuffix("<n>\(text)</n>"))
    }

    @Test("has no decimals in currencies without")
    func yen() throws {
        var request = InvoiceRequest.eInvoice()
        request.currency = Currency(code: "JPY") ?? .usd
        request.shipping = 10
        let invoice = EInvoice(of: request, amounts: try .compute(for: request), profile: .facturXEN16931)
        #expect(Self.text(of: invoice).contains("<ram:LineTotalAmount>4320</ram:LineTotalAmount>"))
    }

    @Test("has no element without content but the one that must stand")
    func empty() {
        let text = Self.text(of: EInvoice())
        #expect(text.hasSuffix("</ram:ApplicableHeaderTradeDelivery></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>"))
        #expect(!text.contains("ram:SellerTradeParty"))
    }

    @Test(
        "cleans texts",
        arguments: [
            ("plain text", "plain text"), ("  two \t\n lines ", "two lines"), ("\u{0}\u{2}", ""), ("x\u{1}y", "xy"), ("é  è", "é è"),
            ("", ""),
        ]
    )
    func cleaned(text: String, expected: String) { #expect(text.cleaned == expected) }

    @Test("keeps the lines of texts that may have some")
    func cleanedLines() {
        #expect("\r\n a \r\n\r\n b\u{2028}c \n\n".cleanedLines == "a\n\nb\nc")
    }

    /// U+FFFE and U+FFFF, which no literal can have.
    private static let noncharacters = String(String.UnicodeScalarView([0xFFFE, 0xFFFF].compactMap(Unicode.Scalar.init)))

    private static func text(of invoice: EInvoice) -> String { String(decoding: CIIWriter.bytes(of: invoice), as: UTF8.self) }
}
