extension JSONValue {
    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// The truth value, or `nil` if this is something else.
    public var boolValue: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The number, or `nil` if this is something else.
    public var numberValue: JSONNumber? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The number as an integer, or `nil` if this is something else or not written as an integer (``JSONNumber/int64``).
    public var integerValue: Int64? { numberValue?.int64 }

    /// The text, or `nil` if this is something else.
    public var stringValue: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The elements, or `nil` if this is something else.
    public var arrayValue: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members, or `nil` if this is something else.
    public var objectValue: JSONObject? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The member of that name, or `nil` if there is none or this is no object.
    public subscript(name: String) -> JSONValue? { objectValue?[name] }

    /// The element at that position, counted from 0, or `nil` if there is none or this is no array.
    public subscript(position: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(position) else { return nil }
        return elements[position]
    }

    /// What kind of value this is, with its article, for messages to people: `a string`, `an array`, `null`.
    public var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
