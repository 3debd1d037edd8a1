import Testing

@testable import HTTPCore

@Suite("API description")
struct APIDescriptionTests {
    private func described(_ path: String, _ method: String) throws -> JSONValue {
        try #require(Things.api.openAPI["paths"]?[path]?[method])
    }

    private func codes(_ operation: JSONValue, _ status: String) throws -> [String] {
        let name = try #require(operation["responses"]?[status]?["$ref"]?.stringValue?.dropFirst("#/components/responses/".count))
        let response = try #require(Things.api.openAPI["components"]?["responses"]?[String(name)])
        let schema = response["content"]?["application/problem+json"]?["schema"]?["allOf"]?[1]
        return try #require(schema?["properties"]?["code"]?["enum"]?.arrayValue).compactMap(\.stringValue)
    }

    // MARK: The document

    @Test func `every reference leads somewhere`() throws {
        let document = Things.api.openAPI
        var references: Set<String> = []
        func collect(_ value: JSONValue) {
            if let reference = value["$ref"]?.stringValue { references.insert(reference) }
            for (_, member) in value.objectValue ?? [:] { collect(member) }
            for element in value.arrayValue ?? [] { collect(element) }
        }
        collect(document)
        for reference in references {
            let steps = reference.dropFirst(2).split(separator: "/")
            let target = steps.reduce(document as JSONValue?) { value, step in value?[String(step)] }
            #expect(target.isThere, "\(reference)")
        }
        #expect(references.contains("#/components/schemas/Thing") && references.contains("#/components/schemas/Problem"))
    }

    @Test func `an operation answers the problems that follow from what it takes`() throws {
        let create = try described("/things", "post")
        #expect(try codes(create, "400") == ["invalid_json", "invalid_input", "malformed_request"])
        #expect(try codes(create, "401") == ["invalid_api_key"])
        #expect(try codes(create, "403") == ["insufficient_scope", "plan_limit_reached"])
        #expect(try codes(create, "409") == ["idempotency_key_in_use", "conflict"])
        #expect(try codes(create, "413") == ["payload_too_large"])
        #expect(try codes(create, "415") == ["unsupported_media_type"])
        #expect(try codes(create, "418") == ["teapot"])
        #expect(try codes(create, "422") == ["idempotency_key_reused"])
        let show = try described("/things/{id}", "get")
        #expect(try codes(show, "404") == ["not_found"])
        let statuses = show["responses"]?.objectValue?.map { $0.name }
        #expect(statuses == ["200", "400", "401", "403", "404", "408", "429", "431", "500", "503"])
        #expect(try codes(try described("/healthz", "get"), "400") == ["malformed_request"])
    }

    @Test func `only what counts requests or takes an idempotency key answers that there are too many`() {
        #expect(Things.show.allProblems.contains(.rateLimited) && Things.badge.allProblems.contains(.rateLimited))
        for operation in [Things.hook, Things.ping, Things.evaluate] + Operation.shared {
            #expect(!operation.allProblems.contains(.rateLimited), "\(operation.id)")
        }
        #expect(Things.ping.idempotent().allProblems.contains(.rateLimited))
    }

    @Test func `an answer that shares its status with problems is described with them`() throws {
        let response = try #require(try described("/ping/{token}", "get")["responses"]?["400"])
        #expect(response["content"]?.objectValue?.map { $0.name } == ["text/plain", "application/problem+json"])
        #expect(response["headers"]?["X-Request-Id"]?["required"] == true)
        let readiness = try #require(try described("/readyz", "get")["responses"]?["503"])
        #expect(readiness["content"]?.objectValue?.map { $0.name } == ["application/json", "application/problem+json"])
    }

    @Test func `the header fields of an answer follow from what is said about the operation`() throws {
        let created = try #require(try described("/things", "post")["responses"]?["201"]?["headers"]?.objectValue)
        #expect(created.map { $0.name } == ["Location", "X-Request-Id", "RateLimit", "RateLimit-Policy", "Idempotent-Replayed"])
        #expect(created["Idempotent-Replayed"]?["required"] == false && created["RateLimit"]?["required"] == true)
        let healthy = try #require(try described("/healthz", "get")["responses"]?["200"]?["headers"]?.objectValue)
        #expect(healthy.map { $0.name } == ["X-Request-Id"])
        let refused = Things.api.openAPI["components"]?["responses"]?["401.invalid_api_key.limited"]?["headers"]
        #expect(refused?["WWW-Authenticate"]?["required"] == true)
    }

    @Test func `who may use an operation is said in its security`() throws {
        let key: JSONValue = [["bearer": []], ["apiKey": []]]
        #expect(try described("/things", "get")["security"] == key)
        #expect(try described("/healthz", "get")["security"] == [])
        #expect(try described("/badge/{key}.svg", "get")["security"]?.arrayValue?.last == [:])
        let schemes = try #require(Things.api.openAPI["components"]?["securitySchemes"]?.objectValue)
        for scheme in try described("/evaluate", "post")["security"]?.arrayValue ?? [] {
            let name = try #require(scheme.objectValue?.first?.name)
            #expect(schemes[name].isThere, "\(name)")
        }
    }

    @Test func `a route that takes any method stands under all that are not described by themselves`() throws {
        let methods = try #require(Things.api.openAPI["paths"]?["/hook/{token}/{path}"]?.objectValue)
        #expect(Set(methods.map { $0.name }) == ["get", "put", "post", "delete", "options", "head", "patch", "trace"])
        let ids = methods.compactMap { $0.value["operationId"]?.stringValue }
        #expect(Set(ids).count == 8 && ids.contains("preflight") && ids.contains("receive_post"))
        #expect(methods["get"]?["requestBody"].isThere == false && methods["put"]?["requestBody"]?["required"] == false)
        let parameters = methods["get"]?["parameters"]?.arrayValue ?? []
        #expect(parameters.compactMap { $0["name"]?.stringValue } == ["token", "path"])
        #expect(parameters.allSatisfy { $0["required"] == true })
        #expect(methods["get"]?["responses"]?.objectValue?.map { $0.name } == ["200", "default"])
    }

    @Test func `a text in a query cannot hold a NUL`() throws {
        let parameters = try #require(try described("/things", "get")["parameters"]?.arrayValue)
        #expect(parameters.compactMap { $0["name"]?.stringValue } == ["name", "limit", "cursor"])
        #expect(parameters[0]["schema"]?["pattern"] == "^[^\\u0000]*$")
        #expect(parameters[1]["schema"]?["default"] == 50)
    }

    @Test func `the cursors of lists are what their pattern says`() throws {
        let pattern = try Regex(#require(Operation.Parameter.cursor.schema.keywords["pattern"]?.stringValue))
        for number in [0, 1, 9, 10, 99, 123, 4_567, 89_012, 345_678, 999_999_999_999_999_999] as [Int64] {
            #expect(ListPage.cursor(after: number).wholeMatch(of: pattern) != nil, "\(number)")
        }
        #expect("abc".wholeMatch(of: pattern) == nil && "".wholeMatch(of: pattern) == nil)
    }
}
