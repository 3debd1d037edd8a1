import HTTPCore

extension JSONSchema {
    /// ``Endpoint/token``.
    static let endpointToken = string(pattern: "^ep_[0-9A-Za-z]{20}$")

    /// What ``EndpointDefinition`` reads.
    static let endpointDraft = named(
        "EndpointDraft",
        .object(
            .required(
                "name",
                .string(EndpointDefinition.nameLength, pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f]*$"),
                "For people, without line breaks and other control characters."
            ),
            .optional("response_code", .integer(CannedResponse.codes).default(200), "The status of every answer."),
            .optional(
                "response_body",
                .string(CannedResponse.bodyLength, pattern: "^[^\\u0000]*$").default(#"{"ok": true}"#),
                "The body of every answer that may have one."
            ),
            .optional(
                "response_content_type",
                .string(CannedResponse.contentTypeLength, pattern: mediaTypePattern).default("application/json"),
                "The media type of the body, with its parameters."
            ),
            .optional(
                "response_headers",
                chosenHeaders,
                "Further header fields of every answer, but none of those that are the service's to set: `Content-Length`, `Set-Cookie` …"
            )
        )
    )

    /// What ``Endpoint`` writes.
    static let endpoint = named(
        "Endpoint",
        .object(
            .required("endpoint_id", endpointToken, "Names the endpoint in addresses."),
            .required("url", .uri, "Where webhooks are to be sent."),
            .required("inspect_url", .uri, "The page of the endpoint."),
            .required("name", .string(EndpointDefinition.nameLength)),
            .required("response_code", .integer(CannedResponse.codes)),
            .required("response_content_type", .string(CannedResponse.contentTypeLength)),
            .required("response_headers", .map(of: .string(CannedResponse.headerLength))),
            .required("response_body", .string(CannedResponse.bodyLength)),
            .required("request_count", .integer(0...), "All requests that it has ever captured, those that are gone included."),
            .required("last_request_at", .timestamp.nullable, "When the last of them came."),
            .required("created_at", .timestamp),
            .required("expires_at", .timestamp.nullable, "From then on it is gone; `null` for never.")
        )
    )

    // MARK: The rules of HTTP for what an owner chooses

    /// RFC 9110 §5.6.2.
    private static let token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+"

    /// RFC 9110 §8.3.1, with anything for parameters.
    private static let mediaTypePattern = "^\(token)/\(token)(?: *;(?:[ -~]*[!-~])?)?$"

    private static let chosenHeaders = map(
        of: .string(CannedResponse.headerLength, pattern: "^(?:[!-~](?:[ -~]*[!-~])?)?$")
    )
    .with("propertyNames", headerNames)
    .with("maxProperties", .integer(CannedResponse.headerCount))

    private static let headerNames = string(CannedResponse.headerNameLength, pattern: "^\(token)$")
        .with("not", ["pattern": .string(reservedPattern)])
        .json

    /// The names that cannot be chosen, in any case, which a pattern has no other way to say than `[Tt][Ee]`.
    private static let reservedPattern: String = {
        let names = CannedResponse.reservedHeaders.sorted().map { name in
            name.map { $0.isLetter ? "[\($0.uppercased())\($0)]" : String($0) }.joined()
        }
        return "^(?:\(names.joined(separator: "|")))$"
    }()
}
