public import HTTPCore
import TestKit
import Testing

@testable import DocuMintService

typealias Service = TestService<DocuMint>

extension TestService<DocuMint> {
    /// A client with the key of a new account.
    func signedUp(_ email: String = "owner@example.com", plan: String = "free") async throws -> TestClient {
        let owner = try await client.signedUp(email)
        if plan != "free" { try await changePlan(to: plan, of: email) }
        return owner
    }
}

extension TestClient {
    /// Asks for a demo invoice with a body of any kind.
    func demo(_ body: some Sequence<UInt8>, headers: [String: String] = [:]) async throws -> TestResponse {
        try await request("POST", "/api/v1/demo-invoice", headers: headers, body: Array(body))
    }

    /// Asks for a demo invoice.
    func demo(_ body: JSONValue, headers: [String: String] = [:]) async throws -> TestResponse {
        try await demo(body.serializedBytes(), headers: headers)
    }

    /// Asks for an invoice.
    func invoice(_ body: JSONValue = .invoice(), headers: [String: String] = [:]) async throws -> TestResponse {
        try await post("/api/v1/invoice", json: body, headers: headers)
    }

    /// Asks for the amounts that an invoice would have.
    func amounts(_ body: JSONValue) async throws -> JSONValue {
        let answer = try await invoice(body, headers: ["Accept": "application/json"])
        #expect(answer.status == 200, "\(answer.text)")
        #expect(answer.header("Content-Type") == "application/json")
        return try answer.json
    }
}

extension JSONValue {
    /// A request for an invoice of one item, with more members.
    static func invoice(_ members: JSONObject = [:]) -> JSONValue {
        var body: JSONObject = ["company": "Test", "items": [["description": "Item", "quantity": 1, "unit_price": 100]]]
        for (name, value) in members { body[name] = value }
        return .object(body)
    }

    /// A request whose only item has these members beside its price.
    static func item(_ members: JSONObject) -> JSONValue {
        var item: JSONObject = ["unit_price": 1]
        for (name, value) in members { item[name] = value }
        return .invoice(["items": [.object(item)]])
    }
}

extension TestResponse {
    /// The lines of text in a PDF, with single spaces.
    var lines: [String] {
        get async throws {
            let text = try await runTool("pdftotext", ["-layout", "/dev/stdin", "-"], input: body).text
            return text.split(whereSeparator: \.isNewline).map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
        }
    }

    /// Fails the test unless this is a PDF in which qpdf finds nothing wrong.
    func expectSoundPDF(_ sourceLocation: SourceLocation = #_sourceLocation) async throws {
        #expect(status == 200, "\(text)", sourceLocation: sourceLocation)
        #expect(header("Content-Type") == "application/pdf", sourceLocation: sourceLocation)
        let check = try await runTool("qpdf", ["--check", "/dev/stdin"], input: body)
        #expect(check.status == 0, "\(check.text)\(check.errorText)", sourceLocation: sourceLocation)
    }
}

extension JSONValue: ExpressibleByFloatLiteral {
    /// The shortest digits that give the same number: in these tests, those of the literal.
    public init(floatLiteral value: Double) { self = JSONValue(JSONNumber("\(value)")) }
}
