/// Puts schemas into words, for people.
struct SchemaText: Sendable {
    /// The named schemas.
    let definitions: [String: JSONSchema]

    /// What a value looks like: `string, 1–200 characters, or null`.
    func words(_ schema: JSONValue) -> String {
        if let name = Self.name(of: schema) { return name }
        if let constant = schema["const"] { return "always \(constant)" }
        if let choices = schema["enum"]?.arrayValue { return Self.alternatives(choices.map { $0 == "" ? "nothing" : Self.plain($0) }) }
        for keyword in ["oneOf", "anyOf"] {
            if let parts = schema[keyword]?.arrayValue { return Self.alternatives(parts.map(words)) }
        }
        let types = Self.types(of: schema)
        return types.isEmpty ? "any value" : Self.alternatives(types.map { words(ofType: $0, schema) })
    }

    /// The same, and what an absent value means.
    func valueWords(_ schema: JSONValue) -> String {
        words(schema) + (schema["default"].map { ", default \(Self.plain($0))" } ?? "")
    }

    private func words(ofType type: String, _ schema: JSONValue) -> String {
        switch type {
        case "string": string(schema)
        case "integer", "number": type + Self.limits(schema, "minimum", "maximum")
        case "array": "list of \(schema["items"].map(words) ?? "any values")\(Self.limits(schema, "minItems", "maxItems", "element"))"
        case "object": object(schema)
        default: type
        }
    }

    private func string(_ schema: JSONValue) -> String {
        var words = schema["format"]?.stringValue.map(Self.format) ?? "string"
        words += Self.limits(schema, "minLength", "maxLength", "character")
        // A longer one explains nothing to a person.
        if let pattern = schema["pattern"]?.stringValue, pattern.utf8.count <= 40 { words += ", like `\(pattern)`" }
        return words
    }

    private func object(_ schema: JSONValue) -> String {
        guard schema["properties"]?.objectValue == nil, let value = schema["additionalProperties"], value.objectValue != nil else {
            return "object"
        }
        return "object with values: \(words(value))"
    }

    private static func format(_ format: String) -> String {
        switch format {
        case "date-time": "time (RFC 3339)"
        case "uri": "address"
        default: format
        }
    }

    /// - Parameter unit: what is counted, in the singular.
    private static func limits(_ schema: JSONValue, _ minimum: String, _ maximum: String, _ unit: String = "") -> String {
        let (low, high) = (schema[minimum]?.numberValue?.text, schema[maximum]?.numberValue?.text)
        let plural = (high ?? low) == "1" ? "" : "s"
        let unit = unit.isEmpty ? "" : " \(unit)\(plural)"
        return switch (low, high) {
        case (let low?, let high?): low == high ? ", \(low)\(unit)" : ", \(low)–\(high)\(unit)"
        case (let low?, nil): ", at least \(low)\(unit)"
        case (nil, let high?): ", at most \(high)\(unit)"
        case (nil, nil): ""
        }
    }

    private static func alternatives(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        let comma = words.count > 2 || words[0].utf8.contains(UInt8(ascii: ",")) ? ", or " : " or "
        return words.dropLast().joined(separator: ", ") + comma + last
    }

    /// A value as people write it: a text without quotes.
    static func plain(_ value: JSONValue) -> String { value.stringValue ?? value.serialized() }

    // MARK: The parts of a schema

    /// The name that a reference refers to.
    static func name(of schema: JSONValue) -> String? {
        schema["$ref"]?.stringValue.map { String($0.dropFirst(JSONSchema.namePrefix.count)) }
    }

    /// The types that a value may have.
    static func types(of schema: JSONValue) -> [String] {
        guard let type = schema["type"] else { return [] }
        return type.stringValue.map { [$0] } ?? (type.arrayValue ?? []).compactMap(\.stringValue)
    }
}
