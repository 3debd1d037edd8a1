import Cryptography
import Database
import HTTPCore
import TestKit
import Testing

@testable import DocuMintService

@Suite struct IssuedInvoiceTests {
    /// A picture of one pixel.
    static let logo = """
        data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
        """

    @Test func `what was issued is kept with its totals, and made again byte for byte`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let body = JSONValue.invoice([
                "invoice_number": "2026-7", "to": ["name": "Käufer"], "currency": "EUR", "tax_rate": "0.19", "amount_paid": 19,
                "logo":
                    .string(Self.logo),
            ])
            let issued = try await owner.invoice(body)
            try await issued.expectSoundPDF()
            let place = try #require(issued.header("Content-Location"))
            // The day that an invoice without a date has is that of its issue.
            service.clock.advance(seconds: 3 * 86_400)
            let again = try await owner.get(place)
            #expect(again.body == issued.body)
            #expect(again.header("ETag") == issued.header("ETag"))
            #expect(again.header("Content-Type") == "application/pdf")

            let facts = try await owner.get(String(place.dropLast("/pdf".count))).json
            let id = try #require(facts["id"]?.stringValue)
            #expect(
                facts == [
                    "id": .string(id), "type": "invoice", "number": "2026-7", "buyer": "Käufer", "currency": "EUR", "net_total": "100.00",
                    "tax_total": "19.00", "total": "119.00", "amount_due": "100.00", "media_type": "application/pdf",
                    "sha256": .string(SHA256.digest(of: issued.body).hex), "issued_at": "2026-04-20T09:00:00Z",
                    "pdf_url": .string("\(Service.baseURL)/api/v1/invoices/\(id)/pdf"),
                ]
            )
            #expect(try await owner.get("/api/v1/invoices").json == ["data": [facts], "next_cursor": nil])
        }
    }

    @Test func `a NUL character is kept nowhere, so that the way to PostgreSQL stays open`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            _ = try await owner.invoice(.invoice(["invoice_number": "a\u{0}b", "to": ["name": "\u{0}B"]]))
            let invoice = try await owner.get("/api/v1/invoices").json["data"]?[0]
            #expect(invoice?["number"] == "ab" && invoice?["buyer"] == "B")
            let raw = try service.database.read {
                try $0.first("SELECT count(*) AS number FROM invoices WHERE instr(request, char(0)) > 0") { try $0["number"] as Int }
            }
            #expect(raw == 0)
        }
    }

    @Test func `the list has the newest first, page by page`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for number in 1...5 { _ = try await owner.invoice(.invoice(["invoice_number": .string("\(number)")])) }
            var found: [String] = []
            var cursor = ""
            repeat {
                let page = try await owner.get("/api/v1/invoices?limit=2\(cursor)").json
                found += (page["data"]?.arrayValue ?? []).compactMap { $0["number"]?.stringValue }
                cursor = page["next_cursor"]?.stringValue.map { "&cursor=\($0)" } ?? ""
            } while !cursor.isEmpty
            #expect(found == ["5", "4", "3", "2", "1"])
        }
    }

    @Test func `what belongs to another account is not there`() async throws {
        try await Service.run { service in
            let place = try #require(try await service.signedUp().invoice().header("Content-Location"))
            let other = try await service.signedUp("other@example.com")
            for path in [place, String(place.dropLast("/pdf".count)), "/api/v1/invoices/inv_00000000000000000000/pdf"] {
                #expect(try await other.get(path).status == 404)
            }
            #expect(try await other.get("/api/v1/invoices").json["data"] == [])
        }
    }

    @Test func `neither a demo, nor amounts, nor what is refused is kept`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            _ = try await owner.demo(.invoice())
            _ = try await owner.amounts(.invoice())
            _ = try await owner.invoice(["items": []])
            #expect(try await owner.get("/api/v1/invoices").json["data"] == [])
        }
    }

    @Test func `a logo is kept once, however many invoices carry it`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for body in [
                JSONValue.invoice(["logo": .string(Self.logo)]), .invoice(["from": ["name": "Test", "logo": .string(Self.logo)]]),
            ] {
                let issued = try await owner.invoice(body)
                try await issued.expectSoundPDF()
                #expect(try await owner.get(try #require(issued.header("Content-Location"))).body == issued.body)
            }
            let count = try service.database.read { try $0.first("SELECT count(*) AS number FROM logos") { try $0["number"] as Int } }
            #expect(count == 1)
        }
    }
}
