extension SchemaText {
    /// A field of a body, wherever in it.
    struct Field: Sendable, Hashable {
        /// Where it is: `items[].quantity`.
        let path: String
        /// Whether it must be there.
        let isRequired: Bool
        /// What its value looks like.
        let words: String
        /// What it means.
        let description: String
    }

    /// All fields of a value of this schema, those inside of others after them.
    func fields(of schema: JSONValue) -> [Field] { fields(of: schema, under: "", seen: []) }

    /// - Parameter seen: the names on the way here. A schema that contains itself is described once.
    private func fields(of schema: JSONValue, under prefix: String, seen: Set<String>) -> [Field] {
        guard let container = findContainer(in: schema, seen: seen) else { return [] }
        let prefix = prefix.isEmpty && container.suffix.isEmpty ? "" : "\(prefix)\(container.suffix)."
        var fields: [Field] = []
        for (name, value) in container.properties {
            let field = Field(
                path: prefix + name,
                isRequired: container.required.contains(.string(name)),
                words: valueWords(value),
                description: description(of: value)
            )
            fields.append(field)
            fields += self.fields(of: value, under: field.path, seen: container.seen)
        }
        return fields
    }

    private struct Container {
        let properties: JSONObject
        let required: [JSONValue]
        /// `[]` for each list around it.
        let suffix: String
        let seen: Set<String>
    }

    /// The object whose fields a value of this schema has: itself, what it refers to, its elements, or what it is unless it is `null`.
    private func findContainer(in schema: JSONValue, suffix: String = "", seen: Set<String>) -> Container? {
        if let name = Self.name(of: schema) {
            guard !seen.contains(name), let definition = definitions[name] else { return nil }
            return findContainer(in: definition.json, suffix: suffix, seen: seen.union([name]))
        }
        if let element = schema["items"] { return findContainer(in: element, suffix: suffix + "[]", seen: seen) }
        if let properties = schema["properties"]?.objectValue {
            return Container(properties: properties, required: schema["required"]?.arrayValue ?? [], suffix: suffix, seen: seen)
        }
        let alternatives = (schema["anyOf"]?.arrayValue ?? []).filter { $0 != JSONSchema.null.json }
        guard let only = alternatives.first, alternatives.count == 1 else { return nil }
        return findContainer(in: only, suffix: suffix, seen: seen)
    }

    private func description(of schema: JSONValue) -> String {
        if let own = schema["description"]?.stringValue { return own }
        return Self.name(of: schema).flatMap { definitions[$0] }?.keywords["description"]?.stringValue ?? ""
    }
}
