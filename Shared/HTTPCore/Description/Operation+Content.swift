extension Operation {
    /// A form in which a body is written.
    public struct Media: Sendable {
        let type: String
        /// What is in it; `nil` for bytes that no schema describes.
        let schema: JSONSchema?
        let example: JSONValue?

        /// A body in a media type.
        public init(_ type: String, _ schema: JSONSchema? = nil, example: JSONValue? = nil) {
            self.type = type
            self.schema = schema
            self.example = example
        }

        var isJSON: Bool { type.hasSuffix("json") }
    }

    /// The body that an operation reads.
    public struct Body: Sendable {
        let description: String
        let isRequired: Bool
        /// The forms in which it may be sent, one of them.
        let content: [Media]

        /// A body in one of several media types.
        public init(_ description: String, _ content: [Media], required: Bool = true) {
            self.description = description
            self.content = content
            isRequired = required
        }

        /// A body in JSON, as `Request.jsonBody` reads it.
        ///
        /// - Parameter example: what the operation's example sends, in which variables of the shell are expanded.
        public static func json(
            _ schema: JSONSchema,
            _ description: String = "",
            example: JSONValue? = nil,
            required: Bool = true
        ) -> Body {
            Body(description, [Media("application/json", schema, example: example)], required: required)
        }

        /// Whatever comes, in any media type, or nothing.
        public static func anything(_ description: String) -> Body {
            Body(
                description,
                [Media("application/json", .anything), Media("text/plain", .string()), Media("application/octet-stream")],
                required: false
            )
        }

        /// Whether nothing but JSON is read.
        var isJSON: Bool { content.allSatisfy(\.isJSON) }
    }

    /// A field of an answer's head.
    public struct Header: Sendable {
        let name: String
        let schema: JSONSchema
        let description: String
        /// Whether it is on every answer that says it may have it.
        let isRequired: Bool

        /// A field.
        public init(_ name: String, _ schema: JSONSchema, _ description: String, required: Bool = true) {
            self.name = name
            self.schema = schema
            self.description = description
            isRequired = required
        }
    }
}

extension Operation.Header {
    /// `Location`: where what was made can be found.
    public static let location = Operation.Header("Location", .string(format: "uri-reference"), "Where to find what was made.")
    /// `Link` to the next page of a list.
    public static let nextPage = Operation.Header(
        "Link",
        .string(),
        "`<…>; rel=\"next\"`, unless this page is the last.",
        required: false
    )
    /// `Content-Disposition` of a file.
    public static let disposition = Operation.Header("Content-Disposition", .string(), "The name for the file.")

    static let requestID = Operation.Header("X-Request-Id", .requestID, "Names the request, in the log too.")
    static let replayed = Operation.Header(
        "Idempotent-Replayed",
        .choice("true"),
        "There if this is the stored answer to an earlier request with the same `Idempotency-Key`.",
        required: false
    )
    static let retryAfter = Operation.Header("Retry-After", .integer(1...1_000_000_000), "In how many seconds to try again.")
    static let authenticate = Operation.Header("WWW-Authenticate", .string(pattern: "^Bearer"), "How to send a key.")

    /// `RateLimit` and `RateLimit-Policy`.
    static func rateLimit(required: Bool) -> [Operation.Header] {
        [
            Operation.Header(
                "RateLimit",
                .string(pattern: #"^"[a-z0-9_-]+";r=[0-9]+;t=[0-9]+"#).examples("\"default\";r=59;t=1"),
                "How many requests may follow at once (`r`), and in how many seconds all of them are allowed again (`t`).",
                required: required
            ),
            Operation.Header(
                "RateLimit-Policy",
                .string(pattern: #"^"[a-z0-9_-]+";q=[0-9]+;w=[0-9]+"#).examples("\"default\";q=60;w=60"),
                "How many requests are allowed (`q`) in how many seconds (`w`).",
                required: required
            ),
        ]
    }

    /// The same field, which not every answer has.
    var optional: Operation.Header { Operation.Header(name, schema, description, required: false) }
}
