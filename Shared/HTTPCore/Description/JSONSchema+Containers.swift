extension JSONSchema {
    /// Values in order.
    ///
    /// - Parameter count: how many. Default: any number.
    public static func array(of element: JSONSchema, _ count: ClosedRange<Int>? = nil) -> JSONSchema {
        var keywords: JSONObject = ["type": "array", "items": element.json]
        keywords.limit("minItems", "maxItems", to: count)
        return JSONSchema(keywords, containing: [element])
    }

    /// An object with these members, written in the order in which people should read them.
    ///
    /// - Parameter additional: what else it may hold. Default: nothing, as `ObjectReader` reads requests; answers may say so too.
    public static func object(_ properties: Property..., additional: Additional = .refused) -> JSONSchema {
        object(properties, additional: additional)
    }

    /// An object with these members, for lists of them that are put together.
    public static func object(_ properties: [Property], additional: Additional = .refused) -> JSONSchema {
        var keywords: JSONObject = ["type": "object"]
        if !properties.isEmpty {
            keywords["properties"] = .object(JSONObject(properties.map { ($0.name, $0.schema.json) }))
        }
        let required = properties.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { keywords["required"] = .array(required) }
        var parts = properties.map(\.schema)
        switch additional {
        case .allowed: break
        case .refused: keywords["additionalProperties"] = false
        case .each(let schema):
            keywords["additionalProperties"] = schema.json
            parts.append(schema)
        }
        return JSONSchema(keywords, containing: parts)
    }

    /// An object whose names are not known beforehand and whose values are all of one kind.
    public static func map(of value: JSONSchema) -> JSONSchema { object([], additional: .each(value)) }
}

extension JSONSchema {
    /// What an object may hold beside the members that are listed.
    public enum Additional: Sendable {
        /// Nothing.
        case refused
        /// Whatever comes.
        case allowed
        /// Members of any name, with values of this kind.
        case each(JSONSchema)
    }

    /// A member of an object.
    public struct Property: Sendable {
        /// Its name.
        public let name: String
        let schema: JSONSchema
        let isRequired: Bool

        /// A member that is always there.
        public static func required(_ name: String, _ schema: JSONSchema, _ description: String? = nil) -> Property {
            Property(name: name, schema: schema.described(description), isRequired: true)
        }

        /// A member that may be absent.
        ///
        /// - Parameter orNull: whether `null` means the same, as it does to `ObjectReader`. Default: `true`.
        public static func optional(
            _ name: String,
            _ schema: JSONSchema,
            _ description: String? = nil,
            orNull: Bool = true
        ) -> Property {
            Property(name: name, schema: (orNull ? schema.nullable : schema).described(description), isRequired: false)
        }
    }
}
