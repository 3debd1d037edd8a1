import Accounts
import Database
import HTTPCore
import TestKit
import Testing

@testable import WebhookVaultService

@Suite struct ExportTests {
    /// All captures of an account, page by page as an export reads them.
    private func readPages(
        _ service: Service,
        limit: Int = 100,
        betweenPages: () async throws -> Void = {}
    ) async throws -> [[JSONValue]] {
        let (store, accountID) = (service.product.store, try service.accountID())
        var pages: [[JSONValue]] = []
        var position: Int64? = 0
        while let after = position {
            let (rows, last) = try service.database.read { connection in
                try store.exportedCaptures(of: accountID, after: after, limit: limit, baseURL: Service.baseURL, in: connection)
            }
            if !rows.isEmpty { pages.append(rows) }
            if let last { #expect(last > after) }
            position = last
            try await betweenPages()
        }
        return pages
    }

    private func numbers(_ captures: [JSONValue]) -> [Int64] { captures.compactMap { $0["number"]?.integerValue } }

    @Test func `an export has endpoints and captures as the API shows them`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint(["response_headers": ["X-A": "1"]])
            _ = try await service.client.request("POST", "/hook/\(endpoint)/a?b=1", headers: ["X-Odd": "yes"], body: Array("text ü".utf8))
            let shown = try await owner.lastCapture(of: endpoint)
            let listed = try await owner.get("/api/v1/endpoints").json["endpoints"]
            let export = try await owner.get("/api/v1/account/export").json
            #expect(export["endpoints"] == listed)
            #expect(export["captures"]?.arrayValue?.count == 1)
            let capture = try #require(export["captures"]?[0]?.objectValue)
            let others: Set = ["body_encoding", "body_base64", "body_sha256", "raw_url"]
            for (name, value) in try #require(shown.objectValue) where !others.contains(name) { #expect(capture[name] == value, "\(name)") }
            #expect(capture["body"] == "text ü")
            #expect(capture["body_encoding"] == "utf-8")
        }
    }

    @Test func `a body says how it is written`() async throws {
        try await Service.run { service in
            let endpoint = try await service.signedUp().newEndpoint()
            let large = [UInt8](repeating: 0x61, count: (1 << 20) + 1)
            for body in [Array("text".utf8), [], [0xFF, 0x00], large] {
                _ = try await service.client.request("POST", "/hook/\(endpoint)", body: body)
            }
            let captures = try await readPages(service).flatMap { $0 }
            #expect(captures.compactMap { $0["body"] } == ["text", "", "/wA=", .null])
            #expect(captures.compactMap { $0["body_encoding"] } == ["utf-8", "utf-8", "base64", .null])
            #expect(captures.compactMap { $0["body_too_large"] } == [false, false, false, true])
        }
    }

    @Test func `nothing of another account's is in it, and nothing that has expired`() async throws {
        try await Service.run { service in
            let (owner, other) = (try await service.signedUp(), try await service.signedUp("other@example.com"))
            let endpoints = [try await owner.newEndpoint(), try await owner.newEndpoint(), try await other.newEndpoint()]
            try await service.capture(1, in: endpoints[0])
            service.clock.advance(seconds: 3_600)
            for endpoint in endpoints { try await service.capture(1, in: endpoint) }
            _ = try await owner.delete("/api/v1/endpoints/\(endpoints[1])")
            service.clock.advance(seconds: 86_400 - 3_600)
            let answer = try await owner.get("/api/v1/account/export")
            #expect(try answer.json["endpoints"]?.texts("endpoint_id") == [endpoints[0]])
            #expect(numbers(try #require(try answer.json["captures"]?.arrayValue)) == [2])
            for endpoint in endpoints.dropFirst() { #expect(!answer.text.contains(endpoint)) }
        }
    }

    @Test(arguments: [(1, [1, 1, 1, 1, 1]), (2, [2, 1, 2]), (100, [3, 2])])
    func `pages go through all endpoints, the oldest captures first`(limit: Int, sizes: [Int]) async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            try await service.changePlan(to: "starter")
            let endpoints = [try await owner.newEndpoint(), try await owner.newEndpoint(), try await owner.newEndpoint()]
            // The second has none, and they come in no order.
            for endpoint in [endpoints[2], endpoints[0], endpoints[0], endpoints[2], endpoints[0]] {
                try await service.capture(1, in: endpoint)
            }
            let pages = try await readPages(service, limit: limit)
            #expect(pages.map(\.count) == sizes)
            let captures = pages.flatMap { $0 }
            #expect(
                JSONValue.array(captures).texts("endpoint_id") == [endpoints[0], endpoints[0], endpoints[0], endpoints[2], endpoints[2]]
            )
            #expect(numbers(captures) == [1, 2, 3, 1, 2])
        }
    }

    @Test func `what is large goes out alone`() async throws {
        try await Service.run { service in
            let endpoint = try await service.signedUp().newEndpoint()
            for size in [600_000, 600_000, 1, 1, 1 << 20, 1] {
                _ = try await service.client.request("POST", "/hook/\(endpoint)", body: [UInt8](repeating: 0x61, count: size))
            }
            #expect(try await readPages(service).map(\.count) == [1, 3, 1, 1])
        }
    }

    @Test func `captures and endpoints that go meanwhile take no others with them`() async throws {
        try await Service.run { service in
            let owner = try await service.signedUp()
            let endpoints = [try await owner.newEndpoint(), try await owner.newEndpoint()]
            for endpoint in endpoints { try await service.capture(4, in: endpoint) }
            var page = 0
            let pages = try await readPages(service, limit: 2) {
                page += 1
                if page == 1 {
                    try await service.database.write { connection in
                        try connection.execute("DELETE FROM captures WHERE number <= 2")
                    }
                }
                if page == 2 { _ = try await owner.delete("/api/v1/endpoints/\(endpoints[0])") }
            }
            #expect(pages.map(numbers) == [[1, 2], [3, 4], [3, 4]])
        }
    }

    @Test(arguments: [(0, 0), (1, 0), (1, 1), (1, 68_719_476_735), (2, 0), (134_217_727, 68_719_476_735)] as [(Int64, Int64)])
    func `a position holds an endpoint and a number`(endpointID: Int64, number: Int64) {
        let position = ExportPosition(owner: endpointID, number: number)
        #expect(ExportPosition(position.value) == position)
        #expect(ExportPosition(owner: endpointID + 1, number: 0).value > position.value || endpointID == 134_217_727)
    }
}
