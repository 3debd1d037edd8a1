import FlagRules
import HTTPCore

/// A flag as its owner wants it: read, checked, and ready to be stored.
struct FlagDraft: Sendable {
    /// The most bytes of a flag or segment as JSON, and of any request.
    static let sizeLimit = 65_536
    /// The most parts of a flag or segment, as ``FlagSize`` counts them.
    static let partLimit = 1_000
    /// Members that play no part in evaluation: what people read, and what an answer carries beside the flag itself.
    static let bystandingFields: Set<String> = ["name", "description", "tags", "created_at", "updated_at"]

    /// As ``FlagFields/completed(with:)`` gives it.
    let definition: JSONObject
    let size: FlagSize
    /// What it means; its seed is not known here.
    let meaning: FlagDefinition

    var key: String { meaning.key }
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
            if fields.given.namesAnotherKey(than: name) { reader.fault("key", .notAllowed, "must be the name of the flag") }
            members = fields.completed(with: ["key": .string(name)])
        } else {
            members = fields.completed()
        }
        let size = FlagSize(of: members)
        reader.checkDescription()
        reader.checkTags()
        let isReadable = reader.checkSize(size) && body.objectValue != nil
        let meaning = isReadable ? reader.flag(of: members) : nil
        try reader.finish()
        // Whatever has no fault has been read.
        self.init(definition: members, size: size, meaning: meaning ?? FlagDefinition(key: "", seed: ""))
    }
}
