import HTTPCore
import ServiceKit
import TestKit
import Testing

@testable import DocuMintService

@Suite struct ValidationTests {
    private func report(on body: [UInt8], _ client: TestClient) async throws -> JSONValue {
        let answer = try await client.request("POST", "/api/v1/validate", headers: ["Content-Type": "application/pdf"], body: body)
        #expect(answer.status == 200, "\(answer.text)")
        return try answer.json
    }

    @Test func `our own files are sound, and their amounts are those that we computed`() async throws {
        try await Service.run { service in
            let request = EInvoiceRouteTests.request(["profile": "facturx-en16931"])
            let report = try await report(on: service.client.demo(request).body, service.client)
            #expect(report["valid"] == true, "\(report)")
            #expect(report["container"]?["claims"]?["pdfa"] == "3b")
            #expect(report["container"]?["claims"]?["pdfua"] == "1")
            #expect(report["container"]?["claims"]?["e_invoice_level"] == "EN 16931")
            #expect(report["invoice"]?["rules_failed"] == [])
            let amounts = try await service.client.demo(request, headers: ["Accept": "application/json"]).json
            for name in ["lines_total", "net_total", "tax_total", "total", "amount_due"] {
                #expect(report["invoice"]?["amounts"]?[name] == amounts[name], "\(name)")
            }
        }
    }

    @Test func `an e-invoice that was tampered with fails the rule that it breaks`() async throws {
        try await Service.run { service in
            let xml = try await service.client.demo(EInvoiceRouteTests.request(), headers: ["Accept": "application/xml"]).text
            let tampered = xml.replacing(
                "<ram:GrandTotalAmount>297.20</ram:GrandTotalAmount>",
                with: "<ram:GrandTotalAmount>299.20</ram:GrandTotalAmount>"
            )
            let report = try await report(on: Array(tampered.utf8), service.client)
            #expect(report["valid"] == false)
            #expect(report["kind"] == "xml" && report["container"]?.isNull == true)
            let failed = (report["invoice"]?["rules_failed"]?.arrayValue ?? []).compactMap { $0["rule"]?.stringValue }
            #expect(failed.contains("BR-CO-15"), "\(failed)")
            #expect(report["invoice"]?["amounts"]?["total"] == "297.20")
        }
    }

    @Test func `what is no invoice has no report, or one that says so`() async throws {
        try await Service.run { service in
            for (body, code) in [
                (Array("hello".utf8), "unreadable_document"), ([], "unreadable_document"), ([0xFF, 0xFE], "unreadable_document"),
            ] {
                let answer = try await service.client.request("POST", "/api/v1/validate", body: body)
                #expect(answer.status == 422)
                #expect(try answer.code == code)
            }
            let report = try await report(on: Array("<a><b></a>".utf8), service.client)
            #expect(report["valid"] == false)
            #expect(report["xml_faults"]?.arrayValue?.isEmpty == false)
        }
    }

    @Test func `what is too large is not read`() async throws {
        try await Service.run { service in
            let connection = try await RawConnection.open(port: service.ports.main)
            try await connection.send("POST /api/v1/validate HTTP/1.1\r\nHost: x\r\nContent-Length: \((5 << 20) + 1)\r\n\r\n%PDF")
            let answer = String(decoding: try await connection.read(until: "\r\n"), as: UTF8.self)
            #expect(answer.hasPrefix("HTTP/1.1 413"), "\(answer)")
        }
    }

    @Test func `strangers have a limit, owners of a key another`() async throws {
        try await Service.run(environment: ["VALIDATIONS_PER_HOUR": "1"]) { service in
            let owner = try await service.signedUp()
            for (client, statuses) in [(service.client, [200, 429]), (owner, [200, 200])] {
                for status in statuses {
                    let answer = try await client.request("POST", "/api/v1/validate", body: Array("<a/>".utf8))
                    #expect(answer.status == status)
                }
            }
        }
    }
}
