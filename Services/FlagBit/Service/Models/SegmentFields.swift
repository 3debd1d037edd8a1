import HTTPCore

/// The fields of a segment that a request names. One that is null counts as not set.
struct SegmentFields: Sendable {
    /// In the order in which they are shown.
    private static let names = ["key", "name", "description", "conditions"]

    let given: GivenFields

    /// Reads them, none of which need be there.
    init(_ reader: ObjectReader) { given = GivenFields(Self.names, reader) }

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
    var standingAlone: JSONObject { completed(with: ["key": given.keyOrAny]) }
}
