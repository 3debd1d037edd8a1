import FlagRules

/// A project as evaluation sees it. Never changes: a change of a flag makes a new one.
struct LiveProject: Sendable {
    let keys: [SDKKey]
    let flags: FlagSnapshot
    /// The keys of all flags, sorted.
    let flagKeys: [String]

    init(keys: [SDKKey], flags: FlagSnapshot) {
        self.keys = keys
        self.flags = flags
        flagKeys = flags.keys.sorted()
    }
}
