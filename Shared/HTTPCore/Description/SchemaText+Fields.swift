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
    func fields(of schema: JSONValue) -> [Field] { forms(of: schema).flatMap { $0 } }

    /// The same for each form that a value of this schema may have: one, or several if it has alternatives.
    func forms(of schema: JSONValue) -> [[Field]] {
        containers(in: schema, seen: []).map { fields(of: $0, under: "") }.filter { !$0.isEmpty }
    }

    private func fields(of container: Container, under prefix: String) -> [Field] {
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
            for inner in containers(in: value, seen: container.seen) { fields += self.fields(of: inner, under: field.path) }
        }
        return fields
    }

    private struct Container {
        let properties: JSONObject
        let required: [JSONValue]
        /// `[]` for each list around it.
        let suffix: String
        /// The names on the way here. A schema that contains itself is described once.
        let seen: Set<String>
    }

    /// The objects whose fields a value of this schema may have: itself, what it refers to, its elements, or its alternatives.
    private func containers(in schema: JSONValue, suffix: String = "", seen: Set<String>) -> [Container] {
        if let name = Self.name(of: schema) {
            guard !seen.contains(name), let definition = definitions[name] else { return [] }
            return containers(in: definition.json, suffix: suffix, seen: seen.union([name]))
        }
        if let element = schema["items"] { return containers(in: element, suffix: suffix + "[]", seen: seen) }
        if let properties = schema["properties"]?.objectValue {
            return [Container(properties: properties, required: schema["required"]?.arrayValue ?? [], suffix: suffix, seen: seen)]
        }
        let alternatives = schema["anyOf"]?.arrayValue ?? schema["oneOf"]?.arrayValue ?? []
        return alternatives.flatMap { containers(in: $0, suffix: suffix, seen: seen) }
    }

    private func description(of schema: JSONValue) -> String {
        if let own = schema["description"]?.stringValue { return own }
        return Self.name(of: schema).flatMap { definitions[$0] }?.keywords["description"]?.stringValue ?? ""
    }
}
