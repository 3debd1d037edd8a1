import HTTPCore
import ServiceKit
import TestKit
import Testing

@testable import DocuMintService

/// What the product says of itself is so: who may do what, and what its examples get.
@Suite struct DescriptionTests {
    @Test(arguments: AccessTable<DocuMint>.operations.map(\.id))
    func `each kind of key may do what is said of it`(id: String) async throws {
        let operation = try #require(AccessTable<DocuMint>.operations.first { $0.id == id })
        #expect(try await AccessTable<DocuMint>(operation).deviations().map(\.description) == [])
    }

    @Test func `the examples work as they are printed, in their order`() async throws {
        try await TestService<DocuMint>.run { service in
            let runner = try ExampleRunner(baseURL: service.client.address)
            for operation in DocuMint.api(at: service.client.address).operations {
                let outcome = try await runner.runAndCapture(operation)
                #expect(outcome.status == operation.expectedStatus, "\(operation.id): \(String(decoding: outcome.body, as: UTF8.self))")
            }
        }
    }

    @Test func `every route is described, and nothing else`() async throws {
        let api = DocuMint.api(at: "")
        #expect(api.faults == [])
        #expect(api.unusedCodes.filter(DocuMint.errors.contains).map(\.code) == [])
        try await TestService<DocuMint>.run { service in
            #expect(api.missing(from: service.routes).map(\.path) == [])
            #expect(api.unknown(to: service.routes).map(\.path) == [])
        }
    }
}
