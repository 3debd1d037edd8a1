import HTTPTypes

extension APIDescription {
    /// The description in OpenAPI 3.1.
    public var openAPI: JSONValue {
        var responses = OpenAPIResponses()
        let paths = paths(&responses)
        let named = schemas.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }
        let tags = groups.map { JSONValue.object(["name": .string($0)]) }
        let components: JSONObject = [
            "schemas": .object(JSONObject(named)),
            "responses": .object(responses.components),
            "securitySchemes": Operation.Access.schemes(sdk: operations.contains { $0.access == .sdkKey }),
        ]
        return [
            "openapi": "3.1.0",
            "info": ["title": .string(title), "summary": .string(summary), "version": .string(version)],
            "servers": [["url": .string(baseURL.isEmpty ? "/" : baseURL)]],
            "tags": .array(tags),
            "paths": paths,
            "components": .object(components),
        ]
    }

    private func paths(_ responses: inout OpenAPIResponses) -> JSONValue {
        var paths = JSONObject()
        for operation in operations {
            let path = operation.openAPIPath
            var methods = paths[path]?.objectValue ?? JSONObject()
            let written = responses.responses(of: operation)
            for (method, id) in names(of: operation) {
                methods[method] = operation.openAPI(method: method, id: id, responses: written)
            }
            paths[path] = .object(methods)
        }
        return .object(paths)
    }

    /// The methods under which an operation stands, each with an id of its own: one, or for a route that takes any method all that OpenAPI
    /// knows and that are not described by themselves.
    private func names(of operation: Operation) -> [(method: String, id: String)] {
        if let method = operation.method { return [(method.rawValue.lowercased(), operation.id)] }
        let others = operations.filter { $0.path == operation.path }.compactMap(\.method)
        return Self.methods.filter { !others.contains($0) }.map { method in
            let name = method.rawValue.lowercased()
            return (name, "\(operation.id)_\(name)")
        }
    }

    private static let methods: [HTTPRequest.Method] = [.get, .put, .post, .delete, .options, .head, .patch, .trace]
}
