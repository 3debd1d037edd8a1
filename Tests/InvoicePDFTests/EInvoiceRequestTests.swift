import Testing

@testable import InvoicePDF

@Suite("The e-invoice of a request")
struct EInvoiceRequestTests {
    @Test(
        "has the type code of the document",
        arguments: [
            (DocumentType.invoice, "380"), (.creditNote, "381"), (.corrected, "384"), (.prepayment, "386"), (.selfBilled, "389"),
            (.proforma, "325"),
        ]
    )
    func typeCode(type: DocumentType, code: String) throws {
        #expect(try made { $0.type = type }.typeCode == code)
    }

    @Test("calls a prepayment invoice a partial one where XRechnung knows no other")
    func prepayment() throws {
        #expect(try made(.xrechnung) { $0.type = .prepayment }.typeCode == "326")
    }

    @Test(
        "says its specification",
        arguments: [
            (InvoiceProfile.facturXBasic, "factur-x.xml", "BASIC", "urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic"),
            (.facturXEN16931, "factur-x.xml", "EN 16931", "urn:cen.eu:en16931:2017"),
            (.xrechnung, "xrechnung.xml", "XRECHNUNG", "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"),
        ]
    )
    func specification(profile: InvoiceProfile, name: String, level: String, specification: String) throws {
        let request = InvoiceRequest.eInvoice(profile)
        let file = try #require(try EInvoiceFile.make(for: request, amounts: try .compute(for: request)))
        #expect(file.name == name)
        #expect(file.conformanceLevel == level)
        #expect(String(decoding: file.bytes, as: UTF8.self).contains("<ram:ID>\(specification)</ram:ID>"))
    }

    @Test(
        "knows countries by code and by name",
        arguments: [
            ("DE", "DE"), ("de", "DE"), ("Germany", "DE"), ("Deutschland", "DE"), ("ESPAÑA", "ES"), ("Frankreich", "FR"), ("U.S.A.", "US"),
            ("the netherlands", "NL"), ("日本", "JP"), ("Ελλάδα", "GR"), ("UK", "GB"), ("Trinidad and Tobago", "TT"), ("مصر", "EG"),
            ("Atlantis", nil), ("ZZ", nil), ("", nil),
        ]
    )
    func country(text: String, code: String?) { #expect(Country.code(of: text) == code) }

    @Test("has English names for all countries of the list")
    func countries() {
        let named = Set(Country.names.split(separator: "\n").compactMap { $0.split(separator: "|").first })
        #expect(named.count > 245)
        #expect(named.allSatisfy { CodeList.countries.contains(String($0)) })
    }

    @Test(
        "knows units by code and by word",
        arguments: [
            ("", "C62"), ("HUR", "HUR"), ("h", "HUR"), ("Stunden", "HUR"), ("pcs.", "H87"), ("Stk", "H87"), ("day", "DAY"), ("mois", "MON"),
            ("kg", "KGM"), ("km", "KMT"), ("m²", "MTK"), ("XBX", "XBX"), ("blobs", "C62"), ("lump sum", "LS"),
        ]
    )
    func unit(text: String, code: String) { #expect(UnitOfMeasure.code(of: text) == code) }

    @Test("takes the lines of an address apart")
    func address() throws {
        let address = try #require(try made { _ in }.buyer.address)
        #expect(address.line1 == "Vinohradská 112")
        #expect(address.line2 == "Building C")
        #expect(address.line3 == "Door 4, Bell 2")
        #expect(address.country == "CZ")
    }

    @Test("is paid by SEPA in euros, by another transfer in other currencies, and in some way without an account")
    func payment() throws {
        #expect(try made { _ in }.payment?.meansCode == "58")
        #expect(try made { $0.currency = .usd }.payment?.meansCode == "30")
        #expect(try made { $0.from.iban = "" }.payment?.meansCode == "1")
        #expect(try made { ($0.from.iban, $0.payment.reference) = ("", "") }.payment == nil)
    }

    @Test("counts below zero what has a price below zero")
    func negativePrice() throws {
        let line = try made { $0.items.append(InvoiceItem(description: "Credit", quantity: 2, unitPrice: "-5.55")) }.lines[2]
        #expect(line.quantity == -2)
        #expect(line.netPrice == "5.55")
        #expect(line.net == "-11.1")
    }

    @Test("has net prices that make the net amounts when prices have the tax in them")
    func inclusive() throws {
        let invoice = try made { $0.pricesIncludeTax = true }
        #expect(invoice.lines.allSatisfy { $0.allowances.isEmpty })
        #expect(invoice.lines[0].netPrice == invoice.lines[0].net)
        for line in invoice.lines {
            let product = try (line.quantity ?? 0) * (line.netPrice ?? 0)
            #expect(product.rounded(toFractionDigits: 2) == line.net)
        }
    }

    @Test(
        "gives the reasons of the European Union for not taxing",
        arguments: [
            (TaxCategory.reverseCharge, "VATEX-EU-AE"), (.intraCommunity, "VATEX-EU-IC"), (.export, "VATEX-EU-G"),
            (.notSubject, "VATEX-EU-O"), (.exempt, ""),
        ]
    )
    func exemption(category: TaxCategory, code: String) throws {
        let subtotal = try EInvoice.sample(category: category).taxBreakdown[0]
        #expect(subtotal.exemptionCode == code)
        #expect(!subtotal.exemptionReason.isEmpty)
        let request = {
            var request = InvoiceRequest.eInvoice(category: category); request.taxExemptionReason = "Ours"; return request
        }()
        #expect(
            try EInvoice(of: request, amounts: .compute(for: request), profile: .facturXEN16931).taxBreakdown[0].exemptionReason == "Ours"
        )
    }

    @Test("is without what Factur-X BASIC has no elements for")
    func basic() throws {
        let invoice = try made(.facturXBasic) { _ in }
        #expect(invoice.seller.contact == nil)
        #expect(invoice.lines[1].name == "Development Sprint 14")
        #expect(invoice.lines[1].description.isEmpty)
        #expect(invoice.lines[1].sellerArticle.isEmpty)
        #expect(invoice.payment?.transfers.first?.bic == "")
    }

    private func made(_ profile: InvoiceProfile = .facturXEN16931, _ change: (inout InvoiceRequest) -> Void) throws -> EInvoice {
        var request = InvoiceRequest.eInvoice(profile)
        change(&request)
        return EInvoice(of: request, amounts: try .compute(for: request), profile: profile)
    }
}
