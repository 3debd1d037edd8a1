/// Who calls: the account and the key that a request was authenticated with.
///
/// Defined here so that every route can ask for it; filled in by whoever knows keys.
public struct Identity: Sendable, Hashable {
    /// The row id of the account.
    public var accountID: Int64
    /// The row id of the key.
    public var keyID: Int64
    /// What the key may do.
    public var scopes: Scopes

    /// An authenticated caller.
    public init(accountID: Int64, keyID: Int64, scopes: Scopes) {
        self.accountID = accountID
        self.keyID = keyID
        self.scopes = scopes
    }
}
