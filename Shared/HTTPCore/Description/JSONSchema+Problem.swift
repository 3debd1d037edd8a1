extension JSONSchema {
    /// The body of every error: what ``Problem/json(requestID:)`` writes.
    static let problem = named(
        "Problem",
        .object(
            .required("type", .string(pattern: "^/errors/[a-z0-9_]+$"), "The page that explains this error."),
            .required("title", .string(1...100), "The error in a few words."),
            .required("status", .integer(400...599), "The status of the answer."),
            .required("code", .string(pattern: "^[a-z0-9_]+$"), "The name of the error. It never changes: compare this one."),
            .required("detail", .string(), "What is wrong this time, in a sentence that a person can act on."),
            .required("error", .string(), "The same for clients of the first version of this API, which promised some wordings."),
            .required("request_id", requestID, "Names the request. Tell it to whoever runs the service."),
            .optional("errors", .array(of: fault, 1...(InvalidInput.listedFaults + 1)), "All that is wrong with the input.", orNull: false)
        )
        .described("An error (RFC 9457).")
    )

    /// The body of an error that has one of these codes.
    static func problem(with codes: [ProblemCode]) -> JSONSchema {
        let names = codes.map { JSONValue.string($0.code) }
        return .allOf(.problem, JSONSchema(["properties": ["code": ["enum": .array(names)]]]))
    }

    /// What ``RequestID`` makes, or takes over from a trusted proxy.
    static let requestID = string(pattern: "^[A-Za-z0-9._-]{1,128}$").examples("k3v9x2m40000001")

    private static let fault = named(
        "InputFault",
        .object(
            .required("path", .string(), "Where, as a JSON path: `$.items[0].quantity`; of a query, `query.limit`."),
            .required("code", .string(pattern: "^[A-Za-z0-9_-]+$"), "What, for programs; a rule of a standard goes by its own name."),
            .required("message", .string(), "What, for people.")
        )
    )
}
