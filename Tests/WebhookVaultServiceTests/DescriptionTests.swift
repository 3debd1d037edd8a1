import TestKit
import Testing

@testable import WebhookVaultService

/// What the product says of itself is so: who may do what, and what its examples get.
@Suite struct DescriptionTests {
    @Test(arguments: DescriptionChecks<WebhookVault>.keyedOperations)
    func `each kind of key may do what is said of it`(id: String) async throws {
        #expect(try await DescriptionChecks<WebhookVault>.accessDeviations(of: id) == [])
    }

    @Test func `the examples work as they are printed, in their order`() async throws {
        #expect(try await DescriptionChecks<WebhookVault>.exampleDeviations() == [])
    }

    @Test func `every route is described, and nothing else`() async throws {
        #expect(try await DescriptionChecks<WebhookVault>.gaps() == [])
    }
}
