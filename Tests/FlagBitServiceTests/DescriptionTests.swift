import TestKit
import Testing

@testable import FlagBitService

/// What the product says of itself is so: who may do what, and what its examples get.
@Suite struct DescriptionTests {
    @Test(arguments: DescriptionChecks<FlagBit>.keyedOperations)
    func `each kind of key may do what is said of it`(id: String) async throws {
        #expect(try await DescriptionChecks<FlagBit>.accessDeviations(of: id) == [])
    }

    @Test func `the examples work as they are printed, in their order`() async throws {
        #expect(try await DescriptionChecks<FlagBit>.exampleDeviations() == [])
    }

    @Test func `every route is described, and nothing else`() async throws {
        #expect(try await DescriptionChecks<FlagBit>.gaps() == [])
    }
}
