import HTTPCore

/// The fields of a flag that a request names, null included.
///
/// A field that is null counts as not set, except for the values of a flag of type `json`, for which null is a value.
struct FlagFields: Sendable {
    /// In the order in which they are shown.
    private static let names = [
        "key", "name", "description", "tags", "enabled", "type", "prerequisites", "rules", "variants", "default_value", "off_value",
    ]

    private(set) var given: GivenFields

    /// Reads them, none of which need be there.
    init(_ reader: ObjectReader) { given = GivenFields(Self.names, reader) }

    /// The flag that is meant, its fields in the order in which they are shown. Those that nobody has set are absent, but for `name`,
    /// `description`, `tags`, `enabled`, `type` and `rules`.
    ///
    /// - Parameter old: the flag that is changed; what is not named stays, and its key stays in any case.
    func completed(with old: JSONObject = [:]) -> JSONObject {
        var given = given
        if let key = old["key"] { given.members["key"] = key }
        let type: JSONValue = given["type"] ?? old["type"] ?? .null
        let defaults: JSONObject = [
            "name": given["key"] ?? .null, "description": nil, "tags": [], "enabled": true, "type": "boolean", "rules": [],
        ]
        return JSONObject(
            Self.names.compactMap { name in
                // Few flags have prerequisites, so that the others do not show the field.
                if name == "prerequisites", (given[name] ?? old[name]) == [] { return nil }
                let isValue = type == "json" && (name == "default_value" || name == "off_value")
                if let value = given[name] ?? old[name], isValue || !value.isNull { return (name, value) }
                return defaults[name].map { (name, $0) }
            }
        )
    }

    /// The fields as a flag of their own, so that what is wrong with them whatever the flag can be found. Values of any type pass where no
    /// type is named.
    var standingAlone: JSONObject {
        var alone = self
        alone.given.members["key"] = given.keyOrAny
        alone.given.members["type"] = given["type"] ?? "json"
        return alone.completed()
    }
}
