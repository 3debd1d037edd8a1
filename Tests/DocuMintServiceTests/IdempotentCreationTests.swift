import HTTPCore
import TestKit
import Testing

@testable import DocuMintService

@Suite struct IdempotentCreationTests {
    private let key = ["Idempotency-Key": "3c0d1e52-8a5b-4f1c-9d3e-1f6f6a2b7c11"]

    private func used(by client: TestClient) async throws -> JSONValue? {
        try await client.get("/api/v1/account").json["usage"]?["invoice"]?["used"]
    }

    @Test func `an invoice that is asked for twice is the same, and counts once`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let first = try await owner.invoice(headers: key)
            try await first.expectSoundPDF()
            #expect(first.header("Idempotent-Replayed") == nil)
            // On another day a request without a date would make another invoice.
            service.clock.advance(seconds: 23 * 3_600)
            let second = try await owner.invoice(headers: key)
            #expect(second.status == 200)
            #expect(second.header("Idempotent-Replayed") == "true")
            #expect(second.body == first.body)
            for name in ["Content-Type", "Content-Disposition", "ETag"] { #expect(second.header(name) == first.header(name), "\(name)") }
            #expect(try await used(by: owner) == 1)
            #expect(try await owner.invoice().body != first.body)
        }
    }

    @Test func `the last invoice of a month can be fetched again`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            for _ in 0..<4 { _ = try await owner.invoice() }
            let last = try await owner.invoice(headers: key)
            #expect(try await owner.invoice().status == 429)
            #expect(try await owner.invoice(headers: key).body == last.body)
            #expect(try await used(by: owner) == 5)
        }
    }

    @Test func `another invoice needs another key`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            _ = try await owner.invoice(headers: key)
            let other = try await owner.invoice(.invoice(["company": "Other"]), headers: key)
            #expect(other.status == 422)
            #expect(try other.code == "idempotency_key_reused")
            #expect(try await used(by: owner) == 1)
        }
    }

    @Test func `another form of an invoice needs another key`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            #expect(try await owner.invoice(EInvoiceRouteTests.request(), headers: key).status == 200)
            let headers = key.merging(["Accept": "application/xml"]) { _, given in given }
            let other = try await owner.invoice(EInvoiceRouteTests.request(), headers: headers)
            #expect(other.status == 422)
            #expect(try other.code == "idempotency_key_reused")
        }
    }

    @Test func `what was refused may be tried again`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            #expect(try await owner.invoice(.invoice(["company": "🙂"]), headers: key).status == 422)
            let answer = try await owner.invoice(headers: key)
            #expect(answer.status == 200)
            #expect(answer.header("Idempotent-Replayed") == nil)
        }
    }

    @Test func `amounts are always computed anew`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let headers = key.merging(["Accept": "application/json"]) { _, given in given }
            for number in 1...2 {
                let answer = try await owner.invoice(.item(["unit_price": .integer(number)]), headers: headers)
                #expect(answer.status == 200)
                #expect(try answer.json["total"] == "\(number).00")
                #expect(answer.header("Idempotent-Replayed") == nil)
            }
            #expect(try await used(by: owner) == 0)
            #expect(try await owner.invoice(headers: key).header("Content-Type") == "application/pdf")
        }
    }
}
