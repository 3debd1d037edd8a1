import Database
import Timekeeping
import HTTPCore
import NIOCore
import ServiceKit
import TestKit
import Testing

@testable import DocuMintService

@Suite struct QuotaTests {
    /// How many of `count` invoices, asked for one after the other, were given.
    private func given(_ count: Int, to client: TestClient) async throws -> Int {
        var given = 0
        for _ in 0..<count { given += try await client.invoice().status == 200 ? 1 : 0 }
        return given
    }

    @Test func `a free account has five invoices a month`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            #expect(try await given(5, to: owner) == 5)
            let refusal = try await owner.invoice()
            #expect(refusal.status == 429)
            #expect(refusal.header("Content-Type") == "application/problem+json")
            #expect(try refusal.json["error"] == "Monthly limit reached. Upgrade your plan to continue.")
            #expect(try refusal.code == "quota_exceeded")
            #expect(refusal.header("Retry-After") == "918000", "from April 20th, 9:00, to May 1st")
            let other = try await service.signedUp("other@example.com")
            #expect(try await other.invoice().status == 200)
        }
    }

    @Test func `who has used up a month is told so before anything is typeset`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            #expect(try await given(5, to: owner) == 5)
            // Cannot be typeset.
            let refusal = try await owner.invoice(.invoice(["company": "🙂"]))
            #expect(refusal.status == 429)
            #expect(try refusal.json["error"] == "Monthly limit reached. Upgrade your plan to continue.")
            #expect(refusal.header("Retry-After") == "918000")
            #expect(try await owner.invoice(["items": []]).status == 400, "what is wrong in any month is said in any month")
        }
    }

    @Test func `a paid plan has as many as it says`() async throws {
        try await Service.run { service in
            let count = try await given(6, to: service.signedUp(plan: "starter"))
            #expect(count == 6)
        }
    }

    @Test func `the month ends at midnight in UTC`() async throws {
        let clock = TestClock(try #require(Timestamp(rfc3339: "2026-12-31T23:59:59Z")))
        try await Service.run(clock: clock) { service in
            let owner = try await service.signedUp()
            #expect(try await given(5, to: owner) == 5)
            #expect(try await owner.invoice().header("Retry-After") == "1")
            clock.advance(seconds: 1)
            #expect(try await given(6, to: owner) == 5)
        }
    }

    @Test func `only invoices that were given out count`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            #expect(try await owner.invoice(["items": []]).status == 400)
            #expect(try await owner.invoice(.invoice(["company": "🙂"])).status == 422)
            #expect(try await service.client.demo(.invoice()).status == 200)
            for _ in 0..<6 { _ = try await owner.amounts(.invoice()) }
            #expect(try await given(6, to: owner) == 5)
            _ = try await owner.amounts(.invoice())
        }
    }

    @Test func `the last invoice of a month is given once, however many ask at the same moment`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            #expect(try await given(4, to: owner) == 4)
            let body = JSONValue.invoice().serialized()
            let key = try #require(owner.headers["Authorization"])
            let head = [
                "POST /api/v1/invoice HTTP/1.1", "Host: documint.test", "Authorization: \(key)", "Content-Length: \(body.utf8.count)",
            ].joined(separator: "\r\n")
            var connections: [RawConnection] = []
            for _ in 0..<50 {
                let connection = try await RawConnection.open(port: service.ports.main)
                try await connection.send("\(head)\r\n\r\n\(body.dropLast())")
                connections.append(connection)
            }
            let statuses = try await withThrowingTaskGroup(of: String.self) { group in
                for connection in connections {
                    group.addTask {
                        try await connection.send("}")
                        let line = try await connection.read(until: "\r\n", within: .seconds(30))
                        await connection.close()
                        return String(decoding: line, as: UTF8.self).split(separator: " ")[1].description
                    }
                }
                return try await group.reduce(into: [:]) { counts, status in counts[status, default: 0] += 1 }
            }
            #expect(statuses == ["200": 1, "429": 49])
        }
    }

    @Test func `accounts, keys and counts outlive a restart`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("app.db")
        let key = try await Service.run(database: file) { service in
            let owner = try await service.signedUp()
            #expect(try await given(3, to: owner) == 3)
            return owner.headers
        }
        try await Service.run(database: file) { service in
            var owner = service.client
            owner.headers = key
            #expect(try await given(3, to: owner) == 2)
            let taken = try await service.client.post("/api/v1/signup", json: ["email": "OWNER@example.com"])
            #expect(taken.status == 409)
            #expect(try taken.code == "email_taken")
        }
    }
}
