import HTTPCore
import ServiceKit
import TestKit
import Testing

@testable import CronPingService

/// What the product says of itself is so: who may do what, and what its examples get.
@Suite struct DescriptionTests {
    @Test(arguments: AccessTable<CronPing>.operations.map(\.id))
    func `each kind of key may do what is said of it`(id: String) async throws {
        let operation = try #require(AccessTable<CronPing>.operations.first { $0.id == id })
        #expect(try await AccessTable<CronPing>(operation).deviations().map(\.description) == [])
    }

    @Test func `the examples work as they are printed, in their order`() async throws {
        try await TestService<CronPing>.run { service in
            let runner = try ExampleRunner(baseURL: service.client.address)
            for operation in CronPing.api(at: service.client.address).operations {
                let outcome = try await runner.runAndCapture(operation)
                #expect(outcome.status == operation.expectedStatus, "\(operation.id): \(String(decoding: outcome.body, as: UTF8.self))")
            }
        }
    }

    @Test func `every route is described, and nothing else`() async throws {
        let api = CronPing.api(at: "")
        #expect(api.faults == [])
        #expect(api.unusedCodes.filter(CronPing.errors.contains).map(\.code) == [])
        try await TestService<CronPing>.run { service in
            #expect(api.missing(from: service.routes).map(\.path) == [])
            #expect(api.unknown(to: service.routes).map(\.path) == [])
        }
    }
}
