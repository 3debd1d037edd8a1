public import Database
public import HTTPCore
public import Timekeeping

extension Accounts {
    /// What a product makes for a new account, in the same transaction: members for the answer, such as its limits.
    public typealias Provision = @Sendable (_ connection: Connection, _ accountID: Int64, _ now: Timestamp) throws -> JSONObject
}

/// An account that is about to be made, on the free plan, with a first key that may do everything. The key is chosen before the
/// transaction, whose work may be done twice.
struct NewAccount: Sendable {
    /// 409: there is an account with the address.
    static let emailTaken = Problem(.emailTaken, "There is an account with this e-mail address already.")

    private let email: EmailAddress
    private let plan: Plan
    private let key: NewKey
    private let now: Timestamp
    private let provision: Accounts.Provision

    init(_ email: EmailAddress, in accounts: Accounts, provision: @escaping Accounts.Provision) throws {
        self.email = email
        self.provision = provision
        plan = accounts.policy.plans[0]
        key = try NewKey(prefix: accounts.policy.keyPrefix)
        now = accounts.now()
    }

    /// Writes the account, its first key, and what the product makes for it.
    ///
    /// - Returns: the account's row, and the answer: `api_key` (never to be seen again), `plan`, what the product gives, and `message`.
    ///   `nil` if there is an account with the address; then something was written, too, that changes nothing.
    func insert(in connection: Connection) throws -> (accountID: Int64, answer: JSONValue)? {
        let accountID: Int64? = try connection.first(
            "INSERT INTO accounts (email, email_key, plan, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id",
            email.text,
            email.key,
            plan.name,
            now
        ) { try $0["id"] }
        guard let accountID else {
            // For the time that it takes: this has to wait for the disk as a new account does, in the same queue, once. The column has an
            // index, whose page is written anew; one without is left alone by SQLite where its value stays the same.
            try connection.execute("UPDATE accounts SET email_key = ? WHERE email_key = ?", email.key, email.key)
            return nil
        }
        _ = try key.insert(.first, for: accountID, at: now, in: connection)
        var answer: JSONObject = ["api_key": key.text, "plan": .string(plan.name)]
        for (name, value) in try provision(connection, accountID, now) { answer[name] = value }
        answer["message"] = NewKey.message
        return (accountID: accountID, answer: .object(answer))
    }
}
