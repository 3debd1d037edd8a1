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
        if reader.checkSize(FlagSize(of: alone)), body.objectValue != nil { reader.checkMeaning(of: alone) }
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
        if fields.namesAnotherKey(than: old.key) {
            reader.fault("key", .notAllowed, "cannot be changed: applications ask for the flag by its key")
        }
        let size = FlagSize(of: members)
        if reader.checkSize(size) { reader.checkMeaning(of: members) }
        do throws(InvalidInput) {
            try reader.finish()
        } catch {
            throw Problem(notFitting: error)
        }
        return FlagDraft(key: old.key, definition: members, size: size)
    }
}

extension Problem {
    /// 409: a change that the flag as it is rules out.
    fileprivate init(notFitting input: InvalidInput) {
        let first = input.faults.first.map { " \($0.path): \($0.message)." } ?? ""
        self.init(.conflict, "The change does not fit the flag as it is.\(first)", faults: input.faults)
    }
}
