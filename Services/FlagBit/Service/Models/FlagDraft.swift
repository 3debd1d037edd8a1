import FlagRules
import HTTPCore

/// A flag as its owner wants it: read, checked, and ready to be stored.
struct FlagDraft: Sendable {
    /// The most bytes of a flag as JSON, and of any request.
    static let sizeLimit = 65_536
    /// The most rules and conditions of a flag, counted together.
    static let partLimit = 1_000
    /// Members that play no part in evaluation: what people read, and what an answer carries beside the flag itself.
    static let bystandingFields: Set<String> = ["name", "description", "tags", "created_at", "updated_at"]

    let key: String
    /// Members in the order in which they are shown. Those that nobody has set are absent, but for `name`, `description`, `tags`, `enabled`,
    /// `type` and `rules`.
    let definition: JSONObject
    let size: FlagSize

    /// Reads a flag, or changes to one.
    ///
    /// A member that is null counts as not set, except for the values of a flag of type `json`, for which null is a value. What the flag
    /// means is not looked into if it is too large.
    ///
    /// - Parameters:
    ///   - body: all members of a new flag, or any of them.
    ///   - old: the flag that is changed; what `body` does not name stays.
    /// - Throws: all that is wrong with the flag as it would be.
    init(_ body: JSONValue, changing old: Flag? = nil) throws(InvalidInput) {
        let reader = ObjectReader(body)
        let members = reader.members(changing: old)
        size = FlagSize(of: members)
        reader.checkDescription()
        if reader.checkSize(size), body.objectValue != nil { reader.checkMeaning(of: members) }
        try reader.finish()
        key = members["key"]?.stringValue ?? ""
        definition = members
    }
}

extension ObjectReader {
    private static let fields = [
        "key", "name", "description", "tags", "enabled", "type", "rules", "variants", "default_value", "off_value",
    ]

    /// The members of the old flag, overlaid with those that are read here, in the order of ``fields``.
    fileprivate func members(changing old: Flag?) -> JSONObject {
        // A client may send back what it was given, changed in part.
        _ = (value("created_at"), value("updated_at"))
        var given = JSONObject(Self.fields.compactMap { name in value(name).map { (name, $0) } })
        if let old, let key = given["key"] {
            if key.isNull {
                given["key"] = nil
            } else if key != .string(old.key) {
                fault("key", .notAllowed, "cannot be changed: applications ask for the flag by its key")
            }
        }
        let type = given["type"] ?? old?.definition["type"] ?? nil
        let defaults: JSONObject = [
            "name": given["key"] ?? JSONValue(old?.key), "description": nil, "tags": [], "enabled": true, "type": "boolean", "rules": [],
        ]
        return JSONObject(
            Self.fields.compactMap { name in
                let isValue = type == "json" && (name == "default_value" || name == "off_value")
                if let value = given[name] ?? old?.definition[name], isValue || !value.isNull { return (name, value) }
                return defaults[name].map { (name, $0) }
            }
        )
    }

    fileprivate func checkDescription() {
        checkPlain(string("name", length: 1...200), at: path.member("name"))
        checkPlain(string("description", length: 0...2_000), at: path.member("description"), except: "\n\r\t")
        _ = strings("tags", count: 0...20, length: 1...50)
        for (position, tag) in (value("tags")?.arrayValue ?? []).prefix(20).enumerated() {
            checkPlain(tag.stringValue, at: path.member("tags").element(position))
        }
    }

    /// - Returns: whether the flag is small enough.
    fileprivate func checkSize(_ size: FlagSize) -> Bool {
        if size.bytes > FlagDraft.sizeLimit {
            fault(at: path, .tooLong, "the flag must have at most \(FlagDraft.sizeLimit) bytes as JSON, not \(size.bytes)")
        }
        if size.parts > FlagDraft.partLimit {
            fault("rules", .tooLong, "must have at most \(FlagDraft.partLimit) rules and conditions together, not \(size.parts)")
        }
        return size.bytes <= FlagDraft.sizeLimit && size.parts <= FlagDraft.partLimit
    }

    fileprivate func checkMeaning(of members: JSONObject) {
        let deciding = JSONObject(members.filter { !FlagDraft.bystandingFields.contains($0.name) }.map { ($0.name, $0.value) })
        guard let json = flagValue(.object(deciding), at: path) else { return }
        do throws(DefinitionError) {
            // Whether a flag makes sense does not depend on its seed.
            _ = try CompiledFlag(json: json, seed: "")
        } catch {
            report(error)
        }
    }
}
