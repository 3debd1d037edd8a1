import HTTPCore
import TestKit
import Testing

@testable import DocuMintService

@Suite struct AccountTests {
    @Test func `an account says how many invoices it has of how many, and until when`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for _ in 0..<2 { #expect(try await owner.invoice().status == 200) }
            let account = try await owner.get("/api/v1/account").json
            #expect(account["limits"] == ["monthly_limit": 5])
            #expect(
                account["usage"] == [
                    "invoice": [
                        "used": 2, "limit": 5, "remaining": 3, "window": "month", "over_limit": false, "resets_at": "2026-05-01T00:00:00Z",
                    ]
                ]
            )
            #expect(account["resets_at"] == "2026-05-01T00:00:00Z")
        }
    }

    @Test func `invoices that were given out are listed by the day`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for _ in 0..<2 { _ = try await owner.invoice() }
            service.clock.advance(seconds: 86_400)
            for _ in 0..<4 { _ = try await owner.invoice() }
            _ = try await owner.amounts(.invoice())
            let usage = try await owner.get("/api/v1/usage").json
            #expect(
                usage["data"] == [
                    ["date": "2026-04-20", "action": "invoice", "count": 2], ["date": "2026-04-21", "action": "invoice", "count": 3],
                ],
                "the sixth was refused"
            )
            #expect(usage["period"]?["totals"] == ["invoice": 5])
        }
    }

    @Test func `plans from a file hold for sign-up and invoices`() async throws {
        let folder = try TemporaryFolder()
        let plans = #"{"plans": [{"name": "free", "price": 0, "limits": {"monthly_limit": 1}}]}"#
        let file = try folder.write(plans.utf8, to: "plans.json")
        try await Service.run(environment: ["PLANS_FILE": file]) { service in
            let signUp = try await service.client.post("/api/v1/signup", json: ["email": "owner@example.com"]).json
            #expect(signUp["monthly_limit"] == 1)
            let owner = service.client.authorized(try #require(signUp["api_key"]?.stringValue))
            #expect(try await owner.invoice().status == 200)
            #expect(try await owner.invoice().status == 429)
        }
    }
}
