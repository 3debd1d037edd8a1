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
    /// As ``FlagFields/completed(with:)`` gives it.
    let definition: JSONObject
    let size: FlagSize
}

extension FlagDraft {
    /// Reads a new flag. What it means is not looked into if it is too large.
    ///
    /// - Parameters:
    ///   - body: the flag.
    ///   - name: its key, where it stands under that; then it need not hold one.
    ///   - path: where the flag is.
    /// - Throws: all that is wrong with it.
    init(_ body: JSONValue, named name: String? = nil, at path: JSONPath = .root) throws(InvalidInput) {
        let reader = ObjectReader(body, path: path)
        let fields = FlagFields(reader)
        let members: JSONObject
        if let name {
            if fields.namesAnotherKey(than: name) { reader.fault("key", .notAllowed, "must be the name of the flag") }
            members = fields.completed(with: ["key": .string(name)])
        } else {
            members = fields.completed()
        }
        let size = FlagSize(of: members)
        reader.checkDescription()
        if reader.checkSize(size), body.objectValue != nil { reader.checkMeaning(of: members) }
        try reader.finish()
        self.init(key: members["key"]?.stringValue ?? "", definition: members, size: size)
    }
}
