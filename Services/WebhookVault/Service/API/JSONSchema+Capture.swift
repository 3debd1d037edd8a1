import HTTPCore

extension JSONSchema {
    /// ``Capture/publicID``.
    static let captureID = string(pattern: "^req_[0-9A-Za-z]{24}$")

    /// What ``Capture/summary`` writes.
    static let captureSummary = named("RequestSummary", .object(summaryOfCapture))

    /// What ``Capture/details(body:baseURL:)`` writes.
    static let capture = named("Request", .object(summaryOfCapture + detailsOfCapture))

    private static let summaryOfCapture: [Property] = [
        namesOfCapture,
        bytes("path", "The path behind `/hook/{token}`, as it was sent."),
        bytes("query", "What follows the `?`.", orNull: true),
        bytes("content_type", "`Content-Type`, as it was sent.", orNull: true),
        factsOfCapture,
    ].flatMap { $0 }

    private static let namesOfCapture: [Property] = [
        .required("id", captureID, "Names the request in addresses."),
        .required("endpoint_id", endpointToken, "The endpoint that has captured it."),
        .required("number", .integer(1...), "Counts the requests of the endpoint."),
        .required("method", .string()),
    ]

    private static let factsOfCapture: [Property] = [
        .required("body_size", .integer(0...).nullable, "In bytes; `null` if the body was too large to be kept."),
        .required("body_too_large", .boolean),
        .required("client_address", .string().nullable, "The sender's address, as far as it is known."),
        .required("received_at", .timestamp),
    ]

    private static let detailsOfCapture: [Property] = [
        bytes("target", "Path and query, as they were sent."),
        contentOfCapture,
    ].flatMap { $0 }

    private static let contentOfCapture: [Property] = [
        .required("url", .string(), "The same with the address of the service before it."),
        .required("http_version", .choice("HTTP/1.0", "HTTP/1.1")),
        .required("headers", .array(of: fieldOfCapture), "In the order and case of the wire."),
        .required("body", .string().nullable, "The body if it is text in UTF-8."),
        .required("body_base64", .string().nullable, "The body if it is not."),
        .required("body_sha256", sha256.nullable),
        .required("raw_url", .uri, "Where the bytes of the body are."),
    ]

    private static let fieldOfCapture: JSONSchema = {
        let name: [Property] = [.required("name", .string())]
        return object(name + bytes("value", "Without white space around it."))
    }()

    /// A member that holds bytes, as `JSONObject.set` writes them.
    private static func bytes(_ name: String, _ description: String, orNull: Bool = false) -> [Property] {
        let text = JSONSchema.string()
        return [
            .required(name, orNull ? text.nullable : text, description),
            .optional("\(name)_base64", text, "Its bytes, if they are not UTF-8.", orNull: false),
        ]
    }
}
