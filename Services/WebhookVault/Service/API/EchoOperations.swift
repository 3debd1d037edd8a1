import HTTPCore
import HTTPTypes

extension Operation {
    static let echo = Operation(nil, "/api/v1/echo", id: "echo", in: "Echo", "See what you send")
        .saying(
            """
            Takes any method, and anything in the query, the head and the body, and says what has arrived. Nothing is kept.

            Without settings of the service to the contrary, an address may ask 120 times a minute.
            """
        )
        .reading(.anything("Whatever you want to see."))
        .answering(.json(.ok, "What has arrived.", .echo))
        .rateLimited()
        .example(query: ["color": "blue"], body: #"{"hello": "world"}"#)
}

extension JSONSchema {
    /// What ``Echo`` writes.
    fileprivate static let echo = named(
        "Echo",
        .object(
            .required("method", .string()),
            .required("headers", .map(of: .string()), "By names in lower case; several of one name are joined by commas."),
            .required("body", .string(), "As text, with U+FFFD for what is not UTF-8: `body_base64` has the bytes."),
            .required("timestamp", .timestamp, "When it arrived, to the second."),
            .required("url", .string()),
            .required("path", .string(), "As it was sent, without the query."),
            .required("args", formFields, "The query. A name that comes more than once has a list."),
            .required("form", formFields, "The fields of a form in the body, the same way."),
            .required("files", filesOfForm, "The files of a form in the body, without their content."),
            .required("json", .anything, "The body as JSON, or `null` if it is none."),
            .required("origin", .string().nullable, "The address that it came from, as far as it is known."),
            .required("http_version", .choice("HTTP/1.0", "HTTP/1.1")),
            .required("headers_raw", .array(of: .array(of: .string(), 2...2)), "Names and values in the order and case of the wire."),
            .required("body_base64", .string()),
            .required("body_sha256", .sha256)
        )
    )

    private static let formFields = map(of: .oneOf(.string(), .array(of: .string())))
    private static let filesOfForm = map(of: .oneOf(fileOfForm, .array(of: fileOfForm)))

    private static let fileOfForm = named(
        "FormFile",
        .object(
            .required("filename", .string()),
            .required("content_type", .string().nullable, "As the form says, if it does."),
            .required("size", .integer(0...), "In bytes."),
            .required("sha256", .sha256)
        )
    )

    /// A digest in hexadecimal.
    static let sha256 = string(pattern: "^[0-9a-f]{64}$")
}
