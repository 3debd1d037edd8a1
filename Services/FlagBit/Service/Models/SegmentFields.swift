import HTTPCore

/// The fields of a segment that a request names. One that is null counts as not set.
struct SegmentFields: Sendable {
    /// In the order in which they are shown.
    private static let names = ["key", "name", "description", "conditions"]

    private var given: JSONObject

    /// Reads them, none of which need be there.
    init(_ reader: ObjectReader) {
        // A client may send back what it was given, changed in part.
        _ = (reader.value("created_at"), reader.value("updated_at"))
        given = JSONObject(Self.names.compactMap { name in reader.value(name).map { (name, $0) } })
    }

    /// Whether a key is named that is another one.
    func namesAnotherKey(than key: String) -> Bool {
        guard let named = given["key"], !named.isNull else { return false }
        return named != .string(key)
    }

    /// The segment that is meant, its fields in the order in which they are shown. Only `key` may be absent.
    ///
    /// - Parameter old: the segment that is changed; what is not named stays, and its key stays in any case.
    func completed(with old: JSONObject = [:]) -> JSONObject {
        let key = old["key"] ?? given["key"] ?? .null
        var members: JSONObject = ["name": key, "description": nil, "conditions": []]
        for (name, standard) in members {
            let value = given[name] ?? old[name] ?? standard
            members[name] = value.isNull ? standard : value
        }
        guard !key.isNull else { return members }
        return JSONObject([("key", key)] + members.map { ($0.name, $0.value) })
    }

    /// The fields as a segment of their own, so that what is wrong with them whatever the segment can be found.
    var standingAlone: JSONObject {
        let key: JSONValue = given["key"] ?? .null
        return completed(with: ["key": key.isNull ? "any" : key])
    }
}
