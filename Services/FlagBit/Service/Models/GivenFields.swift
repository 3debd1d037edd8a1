import HTTPCore

/// The fields of a flag or segment that a request names, null included.
struct GivenFields: Sendable {
    var members: JSONObject

    /// Reads them, none of which need be there.
    ///
    /// - Parameter names: in the order in which they are shown.
    init(_ names: [String], _ reader: ObjectReader) {
        // A client may send back what it was given, changed in part.
        _ = (reader.value("created_at"), reader.value("updated_at"))
        members = JSONObject(names.compactMap { name in reader.value(name).map { (name, $0) } })
    }

    /// The field's value; `nil` if it is not named.
    subscript(name: String) -> JSONValue? { members[name] }

    /// The key that is named, or "any": what is wrong with the other fields does not depend on it.
    var keyOrAny: JSONValue {
        let key: JSONValue = members["key"] ?? .null
        return key.isNull ? "any" : key
    }

    /// Whether a key is named that is another one.
    func namesAnotherKey(than key: String) -> Bool {
        guard let named = members["key"], !named.isNull else { return false }
        return named != .string(key)
    }
}
