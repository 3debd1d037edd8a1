import HTTPCore
import ServiceKit
import TestKit
import Testing

@testable import WebhookVaultService

/// The description of the API.
@Suite struct APITests {
    private let api = WebhookVault.api(at: Service.baseURL)

    @Test func `an endpoint is described as it is answered`() async throws {
        try await Service.run { service async throws in
            let owner = try await service.signedUp()
            let endpoint = try await owner.newEndpoint(["response_headers": ["X-A": "1"]])
            _ = try await service.client.request("POST", "/hook/\(endpoint)?a", headers: ["Content-Type": "text/plain"], body: [0xFF])
            let shown = try await owner.get("/api/v1/endpoints/\(endpoint)").json
            #expect(shown.names == names(of: "Endpoint"))
            #expect(try await owner.captures(of: endpoint)[0].names == names(of: "RequestSummary").filter { !$0.hasSuffix("_base64") })
            let known = Set(names(of: "Request"))
            #expect(Set(try await owner.lastCapture(of: endpoint).names).isSubset(of: known))
            #expect(try await service.client.get("/api/v1/echo").json.names == names(of: "Echo"))
        }
    }

    // MARK: Rules that the description puts in other words than the code

    @Test(
        arguments: [
            ("X-A", true), ("x", true), ("te", false), ("TE", false), ("tE", false), ("ten", true), ("Set-Cookie", false),
            ("set_cookie", true), ("X-Request-ID", false), ("a b", false), ("a:", false), ("", false), ("ü", false),
            ("!#$%&'*+.^_`|~-", true), (String(repeating: "x", count: 100), true), (String(repeating: "x", count: 101), false),
        ]
    )
    func `a name of a header field is accepted if the description says so`(name: String, isAccepted: Bool) async throws {
        let rules = try #require(try draft("response_headers")["propertyNames"])
        #expect(try isMatch(name, rules) == isAccepted)
        try await Service.run { service async throws in
            let headers = JSONValue.object(JSONObject([(name, .string("1"))]))
            let answer = try await service.signedUp().post("/api/v1/endpoints", json: ["name": "x", "response_headers": headers])
            #expect(answer.status == (isAccepted ? 201 : 400))
        }
    }

    @Test(
        arguments: [
            ("text/plain", true), ("a/b", true), ("text/plain; charset=utf-8", true), ("text/plain ;", true), ("text/plain;;", true),
            ("application/vnd.shop+json", true), ("text", false), ("text/", false), ("/plain", false), ("text/plain/x", false),
            ("text /plain", false), ("text/plain x", false), (" text/plain", false), ("text/plain ", false), ("text/plain; ", false),
            ("text/plain; x=ü", false), ("text/plain\n", false),
        ]
    )
    func `a media type is accepted if the description says so`(type: String, isAccepted: Bool) async throws {
        #expect(try isMatch(type, draft("response_content_type")) == isAccepted)
        try await Service.run { service async throws in
            let json: JSONValue = ["name": "x", "response_content_type": .string(type)]
            #expect(try await service.signedUp().post("/api/v1/endpoints", json: json).status == (isAccepted ? 201 : 400))
        }
    }

    /// The members of a schema in the description, in order.
    private func names(of schema: String) -> [String] {
        api.openAPI["components"]?["schemas"]?[schema]?["properties"]?.names ?? []
    }

    /// The schema of a member of what makes an endpoint.
    private func draft(_ member: String) throws -> JSONValue {
        try #require(api.openAPI["components"]?["schemas"]?["EndpointDraft"]?["properties"]?[member])
    }

    /// Whether a text is as a schema says, as far as it speaks of length and patterns.
    private func isMatch(_ text: String, _ schema: JSONValue) throws -> Bool {
        let count = Int64(text.unicodeScalars.count)
        if let least = schema["minLength"]?.integerValue, count < least { return false }
        if let most = schema["maxLength"]?.integerValue, count > most { return false }
        if let pattern = schema["pattern"]?.stringValue, try !isFound(pattern, in: text) { return false }
        if let other = schema["not"], try isMatch(text, other) { return false }
        return true
    }

    private func isFound(_ pattern: String, in text: String) throws -> Bool {
        // Elsewhere `$` is the very end; here it also stands before a last line feed.
        guard !text.hasSuffix("\n") else { return false }
        let regex = try Regex(pattern)
        return text.firstMatch(of: regex) != nil
    }
}
