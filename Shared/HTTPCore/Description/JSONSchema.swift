/// What a JSON value looks like, in JSON Schema 2020-12, the dialect of OpenAPI 3.1.
///
///     extension JSONSchema {
///         static let monitor = named(
///             "Monitor",
///             .object(
///                 .required("id", .string(pattern: "^mon_[0-9A-Za-z]{20}$"), "Names the monitor in addresses."),
///                 .required("state", .choice("up", "late", "down")),
///                 .required("last_ping_at", .timestamp.nullable, "When it was last heard of.")
///             )
///         )
///         static let monitorDraft = object(
///             .required("name", .string(1...200)),
///             .optional("schedule_minutes", .integer(1...525_600).default(60))
///         )
///     }
///
/// What is ``named(_:_:)`` stands in the description once, under its name; everything else stands where it is used.
public struct JSONSchema: Sendable {
    /// The keywords in the order in which they are written.
    var keywords: JSONObject
    /// The named schemas that this one refers to, and those that they refer to.
    var definitions: [String: JSONSchema]

    /// A schema of these keywords.
    ///
    /// - Parameter parts: the schemas that stand in the keywords.
    init(_ keywords: JSONObject, containing parts: [JSONSchema] = []) {
        self.keywords = keywords
        definitions = parts.reduce(into: [:]) { $0.merge($1.definitions) { first, _ in first } }
    }

    /// The schema as it stands in a document.
    public var json: JSONValue { .object(keywords) }
}

// MARK: Texts

extension JSONSchema {
    /// A text.
    ///
    /// - Parameters:
    ///   - length: how many Unicode scalars it has, as `ObjectReader` counts them. Default: any number.
    ///   - pattern: a regular expression (ECMA-262) that finds something in it; `^…$` for the whole text.
    ///   - format: one of JSON Schema's own, such as `uuid`. Good for answers; what a request may hold is said more exactly by a pattern.
    public static func string(
        _ length: ClosedRange<Int>? = nil,
        pattern: String? = nil,
        format: String? = nil
    ) -> JSONSchema {
        var keywords: JSONObject = ["type": "string"]
        keywords.limit("minLength", "maxLength", to: length)
        keywords["pattern"] = pattern.map(JSONValue.string)
        keywords["format"] = format.map(JSONValue.string)
        return JSONSchema(keywords)
    }

    /// One of a few texts.
    public static func choice(_ texts: String...) -> JSONSchema { choice(texts) }

    /// One of the raw values of a type, as `ObjectReader` and ``QueryReader`` read them.
    public static func choice<Choice: RawRepresentable<String> & CaseIterable>(of type: Choice.Type) -> JSONSchema {
        choice(type.allCases.map(\.rawValue))
    }

    /// One of a few texts.
    public static func choice(_ texts: [String]) -> JSONSchema {
        JSONSchema(["type": "string", "enum": .array(texts.map(JSONValue.string))])
    }

    /// A time of an answer: RFC 3339 in UTC.
    public static let timestamp = string(format: "date-time").examples("2026-11-26T09:00:00Z")
    /// An absolute address of an answer.
    public static let uri = string(format: "uri")
}

// MARK: Numbers and the rest

extension JSONSchema {
    /// A whole number. In requests it needs a range: without one any size is promised.
    public static func integer(_ range: ClosedRange<Int>? = nil) -> JSONSchema {
        numeric("integer", from: range?.lowerBound, to: range?.upperBound)
    }

    /// A whole number that is not smaller than the lower bound: `.integer(0...)`.
    public static func integer(_ range: PartialRangeFrom<Int>) -> JSONSchema { numeric("integer", from: range.lowerBound, to: nil) }

    /// A number. Bounds that are no integers: ``with(_:_:)``.
    public static func number(_ range: ClosedRange<Int>? = nil) -> JSONSchema {
        numeric("number", from: range?.lowerBound, to: range?.upperBound)
    }

    private static func numeric(_ type: String, from minimum: Int?, to maximum: Int?) -> JSONSchema {
        var keywords: JSONObject = ["type": .string(type)]
        keywords["minimum"] = minimum.map { JSONValue.integer($0) }
        keywords["maximum"] = maximum.map { JSONValue.integer($0) }
        return JSONSchema(keywords)
    }

    /// `true` or `false`.
    public static let boolean = JSONSchema(["type": "boolean"])
    /// `null`.
    public static let null = JSONSchema(["type": "null"])
    /// Any value at all.
    public static let anything = JSONSchema([:])

    /// This value and no other.
    public static func constant(_ value: JSONValue) -> JSONSchema { JSONSchema(["const": value]) }
}

extension JSONObject {
    /// Writes the ends of a range of sizes; a lower one of 0 says nothing.
    mutating func limit(_ minimum: String, _ maximum: String, to range: ClosedRange<Int>?) {
        guard let range else { return }
        if range.lowerBound > 0 { self[minimum] = .integer(range.lowerBound) }
        self[maximum] = .integer(range.upperBound)
    }
}
