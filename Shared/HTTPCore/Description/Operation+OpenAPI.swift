import HTTPTypes

extension Operation {
    /// The path as OpenAPI writes it: what the router takes for `**` is a parameter there, too.
    var openAPIPath: String { path.replacing("**", with: "{path}") }

    /// Everything it takes: first what stands in the path, in that order, then what is declared, then what follows from the rest.
    var allParameters: [Parameter] {
        let names = openAPIPath.split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first.map(String.init) }
        let inPath = names.map { name in
            parameters.first { $0.place == .path && $0.name == name } ?? Parameter.path(name, .string(), "")
        }
        let others = parameters.filter { $0.place != .path }
        return inPath + others
    }

    /// What is said of it beside its own details.
    var notes: [String] {
        // In words, as Stripe's description does: as a parameter it would be made up by test programs, which send the same one with another
        // body and take the refusal for a fault.
        isIdempotent
            ? ["Takes an `Idempotency-Key`: a text of 1 to 255 printable characters that you choose anew for each new request."] : []
    }

    /// What it answers apart from its problems, with the header fields that follow from what is said about it.
    var fullAnswers: [Answer] {
        answers.map { answer in
            var headers = answer.headers + [Header.requestID]
            if isRateLimited { headers += Header.rateLimit(required: true) }
            if isIdempotent, answer.status.kind == .successful { headers.append(.replayed) }
            return Answer(answer.status, answer.description, answer.content, headers: headers)
        }
    }

    /// The operation as it stands under a path and a method.
    ///
    /// - Parameters:
    ///   - method: in lowercase.
    ///   - id: its own, or one made of it if it stands under several methods.
    func openAPI(method: String, id: String, responses: JSONValue) -> JSONValue {
        var members: JSONObject = ["operationId": .string(id), "tags": [.string(group)], "summary": .string(summary)]
        members["description"] = .string(([details, access.words] + notes).filter { !$0.isEmpty }.joined(separator: "\n\n"))
        let parameters = allParameters.map(\.openAPI)
        if !parameters.isEmpty { members["parameters"] = .array(parameters) }
        if let body, Self.methodsWithBody.contains(method) { members["requestBody"] = body.openAPI }
        members["responses"] = responses
        members["security"] = access.security
        return .object(members)
    }

    /// Those whose body means something (RFC 9110 §9.3).
    private static let methodsWithBody: Set<String> = ["post", "put", "patch"]
}

extension Operation.Parameter {
    var openAPI: JSONValue {
        var members: JSONObject = ["name": .string(name), "in": .string(place.rawValue), "required": .bool(isRequired)]
        if !description.isEmpty { members["description"] = .string(description) }
        members["schema"] = carriedSchema.json
        // An example with a variable of the shell is none.
        if let example, ShellText.variables(in: example.serialized()).isEmpty { members["example"] = example }
        return .object(members)
    }

    /// No query can carry a NUL: ``PercentDecoding`` refuses it. A text of which nothing else is said says that.
    private var carriedSchema: JSONSchema {
        let isText = place == .query && schema.keywords["type"] == .string("string")
        guard isText, !["pattern", "enum", "format"].contains(where: schema.says) else { return schema }
        return schema.with("pattern", "^[^\\u0000]*$")
    }
}

extension Operation.Body {
    var openAPI: JSONValue {
        var members: JSONObject = ["required": .bool(isRequired), "content": Operation.Media.openAPI(content)]
        if !description.isEmpty { members["description"] = .string(description) }
        return .object(members)
    }
}

extension Operation.Media {
    /// Several forms of the same body.
    static func openAPI(_ content: [Operation.Media]) -> JSONValue {
        .object(JSONObject(content.map { ($0.type, $0.openAPI) }))
    }

    private var openAPI: JSONValue {
        var members = JSONObject()
        if let schema { members["schema"] = schema.json }
        // An example with a variable of the shell is none.
        if let example, ShellText.variables(in: example.serialized()).isEmpty { members["example"] = example }
        return .object(members)
    }
}

extension Operation.Answer {
    var openAPI: JSONValue {
        var members: JSONObject = ["description": .string(description)]
        members["headers"] = .object(JSONObject(headers.map { ($0.name, $0.openAPI) }))
        if !content.isEmpty { members["content"] = Operation.Media.openAPI(content) }
        return .object(members)
    }
}

extension Operation.Header {
    fileprivate var openAPI: JSONValue {
        ["description": .string(description), "required": .bool(isRequired), "schema": schema.json]
    }
}
