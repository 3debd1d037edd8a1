import Testing

@testable import InvoicePDF

@Suite("The inspection of an XML")
struct InspectionXMLTests {
    private func faults(of text: String) throws -> [String] {
        try DocumentInspection.inspect(Array(text.utf8)).faults.map { "\($0.location): \($0.message)" }
    }

    @Test("reads back the e-invoice that was written")
    func roundTrip() throws {
        let report = try DocumentInspection.inspect(InspectionSamples.xml.get())
        let invoice = try #require(report.invoice)
        #expect(report.kind == .xml)
        #expect(report.faults == [])
        #expect(try CIIWriter.bytes(of: invoice) == InspectionSamples.xml.get())
        #expect(EInvoiceRules.failures(of: invoice) == [])
    }

    @Test("says where XML is not well-formed")
    func notWellFormed() throws {
        #expect(try faults(of: "<a>\n  <b></a>") == [": not well-formed at line 2, column 8: mismatched tag"])
        #expect(try faults(of: "<a/><b/>").count == 1)
    }

    @Test("refuses document types, and with them entities")
    func documentType() throws {
        let laughs = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"
        #expect(try faults(of: laughs) == [": document type declarations are not accepted"])
        #expect(try faults(of: "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>") == [": document type declarations are not accepted"])
    }

    @Test("refuses to go deeper than any invoice")
    func depth() throws {
        let deep = String(repeating: "<a>", count: 65) + String(repeating: "</a>", count: 65)
        #expect(try faults(of: deep).first?.contains("nested deeper") == true)
    }

    @Test("names a root that it does not know")
    func unknownRoot() throws {
        let report = try DocumentInspection.inspect(Array("<html/>".utf8))
        #expect(report.invoice == nil)
        #expect(report.faults.map(\.location) == ["/html"])
    }

    @Test("reads UTF-16 as well")
    func utf16() throws {
        let units = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><html>ü</html>".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try DocumentInspection.inspect([0xFE, 0xFF] + units).faults.map(\.location) == ["/html"])
    }

    @Test(
        "says where a value is no number or no day",
        arguments: [
            (">11155.06<", ">11 155.06<", "/CrossIndustryInvoice/SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement"),
            (">20250131<", ">20250132<", "/CrossIndustryInvoice/ExchangedDocument/IssueDateTime/DateTimeString: “20250132” is no day"),
            (
                ">37<", ">1e2<",
                "/CrossIndustryInvoice/SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem[2]/SpecifiedLineTradeDelivery/BilledQuantity: "
                    + "“1e2” is no number"
            ),
        ]
    )
    func values(old: String, new: String, expected: String) throws {
        let text = String(decoding: try InspectionSamples.xml.get(), as: UTF8.self)
        let found = try faults(of: text.replacing(old, with: new))
        #expect(found.first?.hasPrefix(expected) == true)
    }

    @Test("reads UBL")
    func ubl() throws {
        let text = """
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="urn:cbc" xmlns:cac="urn:cac">
            <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID><cbc:ID>7</cbc:ID><cbc:IssueDate>2025-01-31</cbc:IssueDate>
            <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:Note>#AAI#Thanks</cbc:Note><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
            <cac:AccountingSupplierParty><cac:Party><cbc:EndpointID schemeID="EM">a@b.example</cbc:EndpointID>
            <cac:PartyIdentification><cbc:ID schemeID="SEPA">DE98ZZZ</cbc:ID></cac:PartyIdentification>
            <cac:PartyTaxScheme><cbc:CompanyID>DE1</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
            <cac:PartyLegalEntity><cbc:RegistrationName>Seller</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
            <cac:PaymentMeans><cbc:PaymentMeansCode name="SEPA">59</cbc:PaymentMeansCode></cac:PaymentMeans>
            <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">1.90</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxableAmount>10</cbc:TaxableAmount>
            <cbc:TaxAmount>1.90</cbc:TaxAmount><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
            <cac:LegalMonetaryTotal><cbc:PayableAmount>11.90</cbc:PayableAmount></cac:LegalMonetaryTotal>
            <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="C62">2</cbc:InvoicedQuantity><cac:Item><cbc:Name>Item</cbc:Name></cac:Item>
            <cac:Price><cbc:PriceAmount>5</cbc:PriceAmount></cac:Price></cac:InvoiceLine></Invoice>
            """
        let report = try DocumentInspection.inspect(Array(text.utf8))
        let invoice = try #require(report.invoice)
        #expect(report.faults == [])
        #expect(invoice.notes == [EInvoice.Note(subject: "AAI", text: "Thanks")])
        #expect(invoice.seller.name == "Seller" && invoice.seller.vatID == "DE1" && invoice.seller.identifiers == [])
        #expect(invoice.payment?.creditorID == "DE98ZZZ" && invoice.payment?.meansCode == "59")
        #expect(invoice.taxBreakdown.first?.rate == 19 && invoice.totals.tax == "1.9" && invoice.totals.due == "11.90")
        #expect(invoice.lines.first?.quantity == 2 && invoice.lines.first?.unit == "C62" && invoice.lines.first?.netPrice == 5)
    }
}
