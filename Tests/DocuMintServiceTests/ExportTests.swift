import Database
import HTTPCore
import TestKit
import Testing

@testable import DocuMintService

@Suite struct ExportTests {
    @Test func `an export has no invoices, because none are kept`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            _ = try await owner.invoice()
            let export = try await owner.get("/api/v1/account/export").json
            #expect(export.names == ["exported_at", "product", "account", "keys", "usage"])
            #expect(export["usage"] == [["date": "2026-04-20", "action": "invoice", "count": 1]])
        }
    }

    @Test func `an erased account leaves no invoice that was kept for its key`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            _ = try await owner.invoice(headers: ["Idempotency-Key": "1"])
            #expect(try await owner.delete("/api/v1/account").status == 204)
            #expect(try await owner.invoice(headers: ["Idempotency-Key": "1"]).status == 401)
            let kept = try service.database.read {
                try $0.first("SELECT count(*) AS number FROM idempotent_answers") { try $0["number"] as Int }
            }
            #expect(kept == 0)
        }
    }
}
