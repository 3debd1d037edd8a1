import Database
import HTTPCore
import TestKit
import Testing

@testable import DocuMintService

@Suite struct ExportTests {
    @Test func `an export has the invoices, with what is needed to make them again`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp(plan: "starter")
            let bodies = (1...12).map { JSONValue.invoice(["invoice_number": .string("\($0)"), "logo": .string(IssuedInvoiceTests.logo)]) }
            for body in bodies { #expect(try await owner.invoice(body).status == 200) }
            let export = try await owner.get("/api/v1/account/export").json
            #expect(export.names == ["exported_at", "product", "account", "keys", "usage", "invoices"])
            #expect(export["usage"] == [["date": "2026-04-20", "action": "invoice", "count": 12]])
            let invoices = export["invoices"]?.arrayValue ?? []
            #expect(invoices.map { $0["request"] } == bodies)
            #expect(invoices.first?["total"] == "100.00")
        }
    }

    @Test func `an erased account leaves no invoice, no logo, and none that was kept for its key`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            _ = try await owner.invoice(.invoice(["logo": .string(IssuedInvoiceTests.logo)]), headers: ["Idempotency-Key": "1"])
            #expect(try await owner.delete("/api/v1/account").status == 204)
            #expect(try await owner.invoice(headers: ["Idempotency-Key": "1"]).status == 401)
            let kept = try service.database.read { connection in
                try connection.first(
                    """
                    SELECT (SELECT count(*) FROM idempotent_answers) + (SELECT count(*) FROM invoices) + (SELECT count(*) FROM logos) AS number
                    """
                ) { try $0["number"] as Int }
            }
            #expect(kept == 0)
        }
    }
}
