// MARK: Names

extension JSONSchema {
    /// The schema under a name, by which the description refers to it. Names are those of types: `Monitor`, `MonitorDraft`.
    public static func named(_ name: String, _ schema: JSONSchema) -> JSONSchema {
        var reference = reference(to: name)
        reference.definitions = schema.definitions
        reference.definitions[name] = schema
        return reference
    }

    /// What is named so elsewhere: for schemas that contain themselves.
    public static func reference(to name: String) -> JSONSchema {
        JSONSchema(["$ref": .string(Self.namePrefix + name)])
    }

    /// What stands before the name in a reference.
    static let namePrefix = "#/components/schemas/"
}

// MARK: One of several

extension JSONSchema {
    /// A value of exactly one of these kinds.
    public static func oneOf(_ schemas: JSONSchema...) -> JSONSchema { combination("oneOf", schemas) }

    /// A value of at least one of these kinds.
    public static func anyOf(_ schemas: JSONSchema...) -> JSONSchema { combination("anyOf", schemas) }

    /// A value of all of these kinds at once.
    static func allOf(_ schemas: JSONSchema...) -> JSONSchema { combination("allOf", schemas) }

    private static func combination(_ keyword: String, _ schemas: [JSONSchema]) -> JSONSchema {
        JSONSchema([keyword: .array(schemas.map(\.json))], containing: schemas)
    }

    /// The same, or `null`.
    public var nullable: JSONSchema {
        if keywords.isEmpty || allowsNull { return self }
        // A constant has no second value, and a reference must stay what it is.
        guard let type = keywords["type"]?.stringValue, !says("const") else { return .anyOf(self, .null) }
        var schema = self
        schema.keywords["type"] = [.string(type), "null"]
        if let choices = keywords["enum"]?.arrayValue { schema.keywords["enum"] = .array(choices + [.null]) }
        return schema
    }

    private var allowsNull: Bool {
        let types = keywords["type"]
        return types == .string("null") || (types?.arrayValue ?? []).contains(.string("null"))
    }

    /// Whether the keyword stands there.
    func says(_ keyword: String) -> Bool { keywords.contains { $0.name == keyword } }
}

// MARK: Beside what is checked

extension JSONSchema {
    /// The same with a description; `nil` leaves it as it is.
    public func described(_ description: String?) -> JSONSchema { description.map { with("description", .string($0)) } ?? self }

    /// The same with values that show what is meant. schemathesis sends those of requests, so they must be accepted.
    public func examples(_ values: JSONValue...) -> JSONSchema { with("examples", .array(values)) }

    /// The same, saying what an absent value means.
    public func `default`(_ value: JSONValue) -> JSONSchema { with("default", value) }

    /// The same with a keyword of JSON Schema that has no word of its own here.
    public func with(_ keyword: String, _ value: JSONValue) -> JSONSchema {
        var schema = self
        schema.keywords[keyword] = value
        return schema
    }
}
