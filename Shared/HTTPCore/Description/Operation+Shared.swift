import HTTPTypes

extension Operation {
    /// What every service offers beside its API proper: its description, its error pages and its state.
    public static let shared = [document, documentation, errorList, errorPage, health, readiness, version]

    private static let service = "Service"
    private static let lasting = "It changes only when the service does: ask again with `If-None-Match`."

    private static let document = Operation(.get, "/openapi.json", id: "getOpenAPI", in: service, "Read this description as OpenAPI 3.1")
        .saying(lasting)
        .answering(.json(.ok, "The description.", .map(of: .anything), headers: [.entityTag]), .unchanged)

    private static let documentation = Operation(.get, "/api-docs", id: "getDocumentation", in: service, "Read this description as a page")
        .saying(lasting)
        .answering(.html(.ok, "The page.", headers: [.entityTag]), .unchanged)
        .example(output: "api-docs.html")

    private static let errorList = Operation(.get, "/errors", id: "listErrors", in: service, "Read about all errors")
        .saying(lasting)
        .answering(.html(.ok, "The page.", headers: [.entityTag]), .unchanged)
        .example(output: "errors.html")

    private static let errorPage = Operation(.get, "/errors/{code}", id: "explainError", in: service, "Read about an error")
        .saying(lasting)
        .taking(.path("code", .string(pattern: "^[a-z0-9_]+$"), "The `code` of the error.", example: "invalid_input"))
        .answering(.html(.ok, "What it means, and what to do about it.", headers: [.entityTag]), .unchanged)
        .example(output: "error.html")

    private static let health = Operation(.get, "/healthz", id: "getHealth", in: service, "Ask whether the service runs")
        .answering(
            .json(.ok, "It does.", .object(.required("status", .choice("ok")))),
            .json(
                .serviceUnavailable,
                "It still answers, and is about to stop.",
                .object(.required("status", .choice("stopping"))),
                headers: [.retryAfter]
            )
        )

    private static let readiness = Operation(.get, "/readyz", id: "getReadiness", in: service, "Ask whether the service can work")
        .saying("It writes to its file and looks for room on the disk.")
        .answering(
            .json(.ok, "It can.", state("ready")),
            .json(.serviceUnavailable, "It cannot; `checks` says what failed.", state("not_ready"), headers: [.retryAfter])
        )

    private static func state(_ status: String) -> JSONSchema {
        .object(
            .required("status", .choice(status)),
            .required("checks", .map(of: .choice("ok", "failed")), "What was checked, by name.")
        )
    }

    private static let version = Operation(.get, "/version", id: "getVersion", in: service, "Ask which version runs")
        .answering(
            .json(
                .ok,
                "The version.",
                .object(
                    .required("name", .string(), "The product."),
                    .required("version", .string()),
                    .required("commit", .string(), "What it was built from, or `unknown`."),
                    .required("swift", .string(), "The version of the language.")
                )
            )
        )
}

extension Operation.Answer {
    fileprivate static let unchanged = Operation.Answer(
        .notModified,
        "It is still what it was when you got its `ETag`.",
        headers: [.entityTag]
    )
}

extension Operation.Header {
    fileprivate static let entityTag = Operation.Header("ETag", .string(pattern: "^\"[0-9a-f]{32}\"$"), "Names this state of the document.")
}
