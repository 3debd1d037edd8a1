public import Database
public import Timekeeping
public import HTTPCore

extension Accounts {
    /// What a product makes for a new account, in the same transaction: members for the answer, such as its limits.
    public typealias Provision = @Sendable (_ connection: Connection, _ accountID: Int64, _ now: Timestamp) throws -> JSONObject

    /// Makes an account on the free plan with its first key, which may do everything.
    ///
    /// - Parameter provision: what the product adds.
    /// - Returns: `api_key` (never to be seen again), `plan`, what `provision` gives, and `message`.
    ///
    /// Throws `Problem` `email_taken` (409).
    public func signUp(email: EmailAddress, provision: @escaping Provision) async throws -> JSONValue {
        let key = try APIKey(prefix: policy.keyPrefix)
        let plan = policy.plans[0]
        let now = now()
        let provided: JSONObject = try await database.write { connection in
            let accountID: Int64? = try connection.first(
                "INSERT INTO accounts (email, email_key, plan, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id",
                email.text,
                email.key,
                plan.name,
                now
            ) { try $0["id"] }
            guard let accountID else { throw Problem(.emailTaken, "There is an account with this e-mail address already.") }
            try connection.execute(
                "INSERT INTO api_keys (account_id, hash, prefix, scopes, created_at) VALUES (?, ?, ?, ?, ?)",
                accountID,
                key.hash,
                key.displayPrefix,
                Self.allScopes,
                now
            )
            return try provision(connection, accountID, now)
        }
        var answer: JSONObject = ["api_key": .string(key.text), "plan": .string(plan.name)]
        for (name, value) in provided { answer[name] = value }
        answer["message"] = "Save your API key — it won't be shown again."
        return .object(answer)
    }

    /// What a first key may do, as it is stored.
    static let allScopes = "read write admin"
}

extension EmailAddress {
    /// The address that somebody signs up with.
    ///
    /// Throws `Problem` `invalid_email` (400).
    init(signingUp input: String) throws {
        guard let address = EmailAddress(input) else {
            throw Problem(.invalidEmail, "\"email\" must be an address that mail can be sent to, such as \"you@example.com\".")
        }
        self = address
    }
}
