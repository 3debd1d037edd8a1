import FlagRules
import HTTPCore

/// Changes to a flag: any of its fields.
struct FlagChange: Sendable {
    private let fields: FlagFields

    /// Reads them, and checks them as far as that can be done without the flag.
    ///
    /// - Throws: all that is wrong with them whatever the flag.
    init(_ body: JSONValue) throws(InvalidInput) {
        let reader = ObjectReader(body)
        let fields = FlagFields(reader)
        let alone = fields.standingAlone
        reader.checkDescription()
        reader.checkTags()
        if reader.checkSize(FlagSize(of: alone)), body.objectValue != nil { _ = reader.flag(of: alone) }
        try reader.finish()
        self.fields = fields
    }

    /// The flag with the changes.
    ///
    /// - Throws: `Problem` `conflict` (409) with all that is wrong, if they make sense, but not for this flag: a value of another type than
    ///   the flag has, rules that do not fit a new type.
    func applied(to old: Flag) throws -> FlagDraft {
        let members = fields.completed(with: old.definition)
        let reader = ObjectReader(.object(members))
        reader.acceptUnknownFields()
        if fields.given.namesAnotherKey(than: old.key) {
            reader.fault("key", .notAllowed, "cannot be changed: applications ask for the flag by its key")
        }
        let size = FlagSize(of: members)
        let meaning = reader.checkSize(size) ? reader.flag(of: members) : nil
        do throws(InvalidInput) {
            try reader.finish()
        } catch {
            throw Problem(notFitting: error, "flag")
        }
        return FlagDraft(definition: members, size: size, meaning: meaning ?? FlagDefinition(key: old.key, seed: ""))
    }
}

extension Problem {
    /// 409: a change that a flag or segment as it is rules out.
    init(notFitting input: InvalidInput, _ noun: String) {
        let first = input.faults.first.map { " \($0.path): \($0.message)." } ?? ""
        self.init(.conflict, "The change does not fit the \(noun) as it is.\(first)", faults: input.faults)
    }
}
