import Testing

@testable import InvoicePDF

@Suite("The e-invoice of a French seller")
struct FrenchEInvoiceTests {
    @Test(
        "knows a SIREN and a SIRET by their check digits",
        arguments: [
            ("123456782", "123456782", ""), (" 123 456 782 ", "123456782", ""), ("123 456 782 00010", "123456782", "12345678200010"),
            ("35600000000001", "356000000", "35600000000001"),
        ]
    )
    func registration(text: String, siren: String, siret: String) throws {
        let registration = try #require(FrenchRegistration(parsing: text))
        #expect(registration.siren == siren)
        #expect(registration.siret == siret)
    }

    @Test(
        "takes no other number for one",
        arguments: [
            "", "123456783", "12345678", "1234567820", "12345678200011", "12345678300019", "35600000000002", "FR32123456782",
            "12345678\u{0662}", "12345678A",
        ]
    )
    func otherNumbers(text: String) { #expect(FrenchRegistration(parsing: text) == nil) }

    @Test("names both parties as French rules want")
    func parties() throws {
        let invoice = try made { _ in }
        #expect(invoice.seller.legalRegistration == EInvoice.Identifier(value: "123456782", scheme: "0002"))
        #expect(invoice.seller.identifiers == [EInvoice.Identifier(value: "12345678200010", scheme: "0009")])
        #expect(invoice.seller.electronicAddress == EInvoice.Identifier(value: "123456782", scheme: "0225"))
        #expect(invoice.seller.contact?.email == "billing@brightwater.example")
        #expect(invoice.buyer.legalRegistration == EInvoice.Identifier(value: "987654324", scheme: "0002"))
        #expect(invoice.buyer.identifiers.isEmpty)
        #expect(invoice.buyer.electronicAddress == EInvoice.Identifier(value: "987654324", scheme: "0225"))
        #expect(invoice.brokenRules.isEmpty)
    }

    @Test("has the business process and the legal notes")
    func notes() throws {
        let invoice = try made { _ in }
        #expect(invoice.businessProcess == "M1")
        #expect(invoice.notes.map(\.subject) == ["", "PMT", "PMD", "AAB"])
    }

    @Test("leaves a foreign buyer as it is")
    func foreignBuyer() throws {
        let invoice = try made { $0.to.country = "BE" }
        #expect(invoice.businessProcess == "M1")
        #expect(invoice.buyer.legalRegistration.value.isEmpty)
        #expect(invoice.buyer.electronicAddress.scheme == "EM")
    }

    @Test("has prices of at most six digits after the point, for more pieces when need be")
    func prices() throws {
        let invoice = try made { $0.items[1].unitPrice = "0.00000042" }
        #expect(invoice.lines[0].priceBaseQuantity == nil)
        #expect(invoice.lines[1].netPrice == "0.000042")
        #expect(invoice.lines[1].priceBaseQuantity == 100)
        #expect(invoice.lines[1].priceBaseUnit == "HUR")
    }

    @Test("is one like all others without a SIREN, in another country or in another profile", arguments: 0..<4)
    func others(index: Int) throws {
        let invoice: EInvoice
        switch index {
        case 0: invoice = try made { $0.from.taxID = "29/123/45678" }
        case 1: invoice = try made { $0.from.country = "DE" }
        case 2: invoice = try made(.facturXBasic) { _ in }
        default: invoice = try made(.xrechnung) { _ in }
        }
        #expect(invoice.businessProcess != "M1")
        #expect(invoice.notes.count == 1)
        #expect(invoice.seller.legalRegistration.value.isEmpty)
        #expect(invoice.buyer.legalRegistration.value.isEmpty)
        #expect(invoice.brokenRules.isEmpty)
    }

    private func made(_ profile: InvoiceProfile = .facturXEN16931, _ change: (inout InvoiceRequest) -> Void) throws -> EInvoice {
        var request = InvoiceRequest.eInvoice(profile)
        (request.from.country, request.from.taxID) = ("France", "123 456 782 00010")
        (request.to.country, request.to.taxID, request.to.vatID) = ("FR", "987654324", "FR14987654324")
        change(&request)
        return EInvoice(of: request, amounts: try .compute(for: request), profile: profile)
    }
}
