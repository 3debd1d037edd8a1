import HTTPTypes

/// Writes what operations answer. Problems that are the same for several operations are written once, among the components.
struct OpenAPIResponses {
    /// The components, by name: `404.not_found`.
    private(set) var components = JSONObject()

    /// The responses of an operation, from the lowest status to the highest.
    mutating func responses(of operation: Operation) -> JSONValue {
        operation.answersAnyStatus ? anyResponse(of: operation) : knownResponses(of: operation)
    }

    private mutating func knownResponses(of operation: Operation) -> JSONValue {
        var answers: [Int: Operation.Answer] = [:]
        for answer in operation.fullAnswers {
            let status = answer.status.code
            answers[status] = answers[status]?.merged(with: answer) ?? answer
        }
        var responses: [Int: JSONValue] = answers.mapValues(\.openAPI)
        for (problem, codes) in operation.problemAnswers {
            let status = problem.status.code
            if let answer = answers[status] {
                responses[status] = answer.merged(with: problem).openAPI
            } else {
                responses[status] = reference(to: problem, codes: codes, isRateLimited: operation.isRateLimited)
            }
        }
        return .object(JSONObject(responses.keys.sorted().map { (String($0), responses[$0] ?? .null) }))
    }

    private mutating func reference(to problem: Operation.Answer, codes: [ProblemCode], isRateLimited: Bool) -> JSONValue {
        let parts =
            [String(problem.status.code)] + codes.map(\.code) + (isRateLimited ? ["limited"] : [])
            + (problem.content.count > 1 ? ["forms"] : [])
        let name = parts.joined(separator: ".")
        components[name] = problem.openAPI
        return ["$ref": .string("#/components/responses/\(name)")]
    }

    /// Whoever has chosen an answer may have chosen any status for it: a media type or schema promised for one of them could be wrong.
    private func anyResponse(of operation: Operation) -> JSONValue {
        var responses = JSONObject()
        for answer in operation.fullAnswers { responses[String(answer.status.code)] = answer.openAPI }
        let problems = operation.allProblems.map { "- \($0.status.code) `\($0.code)`: \($0.title)." }.joined(separator: "\n")
        let description = "What the owner of the address has chosen, or a problem (`application/problem+json`):\n\n\(problems)"
        responses["default"] = Operation.Answer(.ok, description, headers: [.requestID]).openAPI
        return .object(responses)
    }
}
