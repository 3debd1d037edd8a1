import HTTPCore
import TestKit
import Testing

@testable import DocuMintService

@Suite struct EInvoiceRouteTests {
    /// All that EN 16931 and XRechnung want.
    static let complete: JSONObject = [
        "from": [
            "name": "Brightwater Studio GmbH", "address": "Lindenstraße 14", "postal_code": "10969", "city": "Berlin", "country": "DE",
            "email": "billing@brightwater.example", "phone": "+49 30 1234567", "vat_id": "DE123456789", "iban": "DE02120300000000202051",
        ],
        "to": [
            "name": "Čapek & Søn", "address": "Vinohradská 112", "postal_code": "13000", "city": "Praha", "country": "Czechia",
            "email": "ucty@capek.example", "vat_id": "CZ12345678",
        ],
        "items": [["description": "Design", "quantity": "2.5", "unit": "hours", "unit_price": "99.90"]],
        "invoice_number": "2026-0042", "date": "2026-11-26", "due_date": "2026-12-10", "delivery_date": "2026-11-20", "tax_rate": "0.19",
        "currency": "EUR", "buyer_reference": "04011000-12345-34",
    ]

    static func request(_ members: JSONObject = [:], without names: [String] = []) -> JSONValue {
        var request = complete
        for (name, value) in members { request[name] = value }
        for name in names { request[name] = nil }
        return .object(request)
    }

    @Test("a PDF carries the e-invoice that comes alone as XML", arguments: ["facturx-basic", "facturx-en16931", "xrechnung"])
    func embedded(profile: String) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let request = Self.request(["profile": .string(profile)])
            let pdf = try await owner.invoice(request)
            try await pdf.expectSoundPDF()
            let xml = try await owner.invoice(request, headers: ["Accept": "application/xml"])
            #expect(xml.status == 200)
            #expect(xml.header("Content-Type") == "application/xml")
            #expect(xml.header("Content-Disposition") == "inline; filename=\"invoice.xml\"")
            #expect(xml.text.contains("<ram:GrandTotalAmount>297.20</ram:GrandTotalAmount>"))
            let name = profile == "xrechnung" ? "xrechnung.xml" : "factur-x.xml"
            let attached = try await runTool("pdfdetach", ["-savefile", name, "-o", "/dev/stdout", "/dev/stdin"], input: pdf.body)
            #expect(attached.output == xml.body, "\(attached.errorText)")
            // Both were kept, and both can be had in either form.
            let places = [pdf, xml].compactMap { $0.header("Content-Location") }
            #expect(places.map { $0.suffix(4) } == ["/pdf", "/xml"])
            #expect(try await owner.get(places[1]).body == xml.body)
            #expect(try await owner.get(places[0].replacing("/pdf", with: "/xml")).body == xml.body)
        }
    }

    @Test("XML comes to those who prefer it", arguments: ["application/xml", "text/xml", "application/xml, application/pdf;q=0.9"])
    func accept(types: String) async throws {
        try await Service.run { service in
            let answer = try await service.client.demo(Self.request(), headers: ["Accept": types])
            #expect(answer.header("Content-Type") == "application/xml")
        }
    }

    @Test func `a demo says that it is one, to machines too`() async throws {
        try await Service.run { service in
            let headers = ["Accept": "application/xml"]
            #expect(try await service.client.demo(Self.request(), headers: headers).text.contains("<ram:Content>DEMO</ram:Content>"))
            let real = try await service.signedUp().invoice(Self.request(), headers: headers)
            #expect(real.status == 200 && !real.text.contains("DEMO"))
        }
    }

    @Test func `an e-invoice without a profile is one of EN 16931`() async throws {
        try await Service.run { service in
            let xml = try await service.client.demo(Self.request(), headers: ["Accept": "application/xml"])
            #expect(xml.text.contains("<ram:ID>urn:cen.eu:en16931:2017</ram:ID>"))
        }
    }

    /// What is changed, and a path with its rule and term that is reported.
    static let incomplete: [(JSONValue, path: String, rule: String, term: String)] = [
        (request(["profile": "facturx-en16931"], without: ["invoice_number"]), "$.invoice_number", "BR-02", "BT-1"),
        (request(["profile": "facturx-en16931", "to": ["name": "B"]]), "$.to.country", "BR-11", "BT-55"),
        (request(["profile": "xrechnung"], without: ["buyer_reference"]), "$.buyer_reference", "BR-DE-15", "BT-10"),
        (
            request([
                "profile": "facturx-en16931", "tax_rate": nil, "tax_category": "AE",
                "to": ["name": "B", "address": "S 1", "city": "P", "country": "CZ"],
            ]),
            "$.to.vat_id", "BR-AE-02", "BT-48"
        ),
        (
            request(["profile": "facturx-en16931", "tax_rate": nil, "tax_category": "K"], without: ["delivery_date"]),
            "$.delivery_date", "BR-IC-11", "BT-72"
        ),
        (
            request(["profile": "facturx-en16931", "tax_rate": nil, "tax_category": "E"]),
            "$.tax_exemption_reason", "BR-E-10", "BT-120"
        ),
    ]

    @Test("what an e-invoice lacks is named by place, rule and term", arguments: incomplete.indices)
    func obligations(row: Int) async throws {
        try await Service.run { service in
            let (request, path, rule, term) = Self.incomplete[row]
            let owner = try await service.signedUp()
            let answer = try await owner.invoice(request)
            #expect(answer.status == 422, "\(answer.text.prefix(200))")
            #expect(try answer.code == "e_invoice_incomplete")
            let faults = try answer.json["errors"]?.arrayValue ?? []
            let fault = faults.first { $0["path"]?.stringValue == path && $0["code"]?.stringValue == rule }
            #expect(fault?["message"]?.stringValue?.contains(term) == true, "\(answer.text)")
            #expect(try await owner.get("/api/v1/account").json["usage"]?["invoice"]?["used"] == 0)
        }
    }

    @Test func `everything that is missing is named at once`() async throws {
        try await Service.run { service in
            let answer = try await service.client.demo(["profile": "xrechnung", "items": [["unit_price": 1]]])
            #expect(answer.status == 422)
            #expect(try answer.faults.count > 8)
        }
    }
}
