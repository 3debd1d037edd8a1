import FlagRules
import HTTPCore
import ServiceKit
import Testing

@testable import FlagBitService

/// What no walk over the routes finds: whether the description knows all that flags can be made of.
@Suite struct APITests {
    private func schema(_ name: String) throws -> JSONValue {
        try #require(FlagBit.api(at: "").openAPI["components"]?["schemas"]?[name])
    }

    /// The texts that a member of the alternatives of a schema may be.
    private func choices(of member: String, in name: String) throws -> [String] {
        try #require(try schema(name)["anyOf"]?.arrayValue)
            .flatMap { $0["properties"]?[member]?["enum"]?.arrayValue ?? [] }
            .compactMap(\.stringValue)
    }

    @Test func `it says for each operator what it compares with`() throws {
        for name in ["FlagComparison", "PlaygroundRule"] {
            #expect(try choices(of: "operator", in: name).sorted() == ConditionOperator.allCases.map(\.rawValue).sorted())
        }
    }

    @Test func `it says for each type what its values are`() throws {
        for name in ["FlagDraft", "FlagChange"] {
            #expect(try choices(of: "type", in: name).sorted() == FlagType.allCases.map(\.rawValue).sorted())
        }
    }

    @Test(arguments: ["a", "...", "..a", ".a.", "-_", ".", "..", "", "a b", "é", "a/b", "a\n", "٣"])
    func `it knows which keys flags may have`(key: String) throws {
        for key in [key, String(repeating: key, count: 128), String(repeating: "x", count: 127) + key] {
            let matches = try Regex(JSONSchema.flagKeyPattern).wholeMatch(in: key) != nil
            #expect(matches == CompiledFlag.isValid(key: key))
        }
    }

    @Test func `it says how evaluations are counted, and what is lost when the service is killed`() throws {
        let operation = try #require(FlagBit.operations.first { $0.id == "evaluateFlags" })
        #expect(operation.details.contains("is lost when the service is killed"))
        #expect(!operation.isRateLimited)
    }
}
