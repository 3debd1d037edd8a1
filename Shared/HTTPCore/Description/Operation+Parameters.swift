extension Operation {
    /// Something that an operation takes in the path, the query or a header field.
    public struct Parameter: Sendable {
        /// Where a parameter stands.
        public enum Place: String, Sendable {
            /// In the path: `/monitors/{id}`.
            case path
            /// In the query: `?limit=10`.
            case query
            /// In a header field of this name.
            case header
        }

        let place: Place
        let name: String
        let schema: JSONSchema
        let description: String
        let isRequired: Bool
        /// What the example sends; variables of the shell are expanded.
        let example: JSONValue?

        /// A parameter of the path.
        public static func path(
            _ name: String,
            _ schema: JSONSchema,
            _ description: String,
            example: JSONValue? = nil
        ) -> Parameter {
            Parameter(place: .path, name: name, schema: schema, description: description, isRequired: true, example: example)
        }

        /// A parameter of the query. One with an example is in the operation's example.
        public static func query(
            _ name: String,
            _ schema: JSONSchema,
            _ description: String,
            required: Bool = false,
            example: JSONValue? = nil
        ) -> Parameter {
            Parameter(place: .query, name: name, schema: schema, description: description, isRequired: required, example: example)
        }

        /// A header field. One with an example is in the operation's example.
        public static func header(
            _ name: String,
            _ schema: JSONSchema,
            _ description: String,
            required: Bool = false,
            example: JSONValue? = nil
        ) -> Parameter {
            Parameter(place: .header, name: name, schema: schema, description: description, isRequired: required, example: example)
        }
    }
}

// MARK: What many operations take

extension Operation.Parameter {
    static let limit = query("limit", .integer(1...100).default(50), "How many entries to give at most.")

    static let cursor = query(
        "cursor",
        .string(pattern: cursorPattern),
        "The `next_cursor` of the page before; absent for the first page."
    )

    /// What `ListPage` takes for a cursor: decimal digits in base 64 for addresses, four characters for three of them.
    private static let cursorPattern: String = {
        let pair = "(?:[MN][DTjz]|O[DT])[AEIMQUYcgk]"
        return "^(?:\(pair)[wxyz0-5]){0,5}(?:\(pair)[wxyz0-5]|\(pair)|[MN][AQgw]|O[AQ])$"
    }()
}
