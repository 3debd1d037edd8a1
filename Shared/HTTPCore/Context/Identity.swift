/// Who calls: the account and the key that a request was authenticated with.
///
/// Defined here so that every route can ask for it; filled in by whoever knows keys.
public struct Identity: Sendable, Hashable {
    /// The row id of the account.
    public var accountID: Int64
    /// The row id of the key.
    public var keyID: Int64
    /// The name of the account's plan, such as `free`.
    public var plan: String
    /// What the key may do, such as `read`, `write`, `admin`.
    public var scopes: Set<String>

    /// An authenticated caller.
    public init(accountID: Int64, keyID: Int64, plan: String, scopes: Set<String>) {
        self.accountID = accountID
        self.keyID = keyID
        self.plan = plan
        self.scopes = scopes
    }
}
