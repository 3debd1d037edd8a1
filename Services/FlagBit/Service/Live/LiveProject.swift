import FlagRules

/// A project as evaluation sees it. Never changes: a change of a flag makes a new one.
struct LiveProject: Sendable {
    /// Whose it is: for whom its evaluations are counted.
    let accountID: Int64
    let keys: [SDKKey]
    let flags: FlagSnapshot
    /// The keys of all flags, sorted.
    let flagKeys: [String]

    /// `nil` without a key: nobody can evaluate it.
    init?(keys: [SDKKey], flags: FlagSnapshot) {
        guard let accountID = keys.first?.accountID else { return nil }
        self.accountID = accountID
        self.keys = keys
        self.flags = flags
        flagKeys = flags.keys.sorted()
    }
}
