import Database
import HTTPCore
import Timekeeping

extension Accounts {
    /// Brings the users of the original program into the accounts: the same address, plan and key, which keeps working, and what they have
    /// used of each month.
    ///
    /// Runs at every start and takes only users that are not accounts yet, so that a founder who went back to the original for a day loses
    /// nobody. The original's tables stay as they are.
    @Sendable static func adoptOriginalUsers(_ connection: Connection) throws {
        let exists = try connection.first("SELECT 1 AS one FROM sqlite_master WHERE type = 'table' AND name = 'users'") {
            try $0["one"] as Int
        }
        guard exists != nil else { return }
        // Users without a key are what an erasure has left of them.
        let users = try connection.all(
            """
            SELECT id, email, api_key_hash, plan, created_at, stripe_customer_id FROM users
            WHERE api_key_hash <> '' AND NOT EXISTS (SELECT 1 FROM accounts WHERE original_id = users.id) ORDER BY id
            """
        ) { try OriginalUser($0) }
        var accounts: [Int64: Int64] = [:]
        for user in users { accounts[user.id] = try user.adopt(in: connection) }
        if !accounts.isEmpty { try OriginalUsage.adopt(of: accounts, in: connection) }
    }
}

/// A row of the original's `users`.
private struct OriginalUser {
    let id: Int64
    let email: String
    let keyHash: String
    let plan: String
    let createdAt: Timestamp
    let stripeCustomer: String?

    init(_ row: borrowing Row) throws {
        id = try row["id"]
        email = try row["email"]
        keyHash = (try row["api_key_hash"] as String).lowercased()
        plan = try row["plan"] as String? ?? "free"
        stripeCustomer = try row["stripe_customer_id"]
        createdAt = OriginalTime.timestamp(try row["created_at"]) ?? Timestamp(seconds: 0)
    }

    /// - Returns: the account's id.
    func adopt(in connection: Connection) throws -> Int64? {
        // Two users whose addresses differ in case only were two accounts and stay two: the second goes without an address to compare.
        let key = EmailAddress(email)?.key ?? email.lowercased()
        let isTaken = try connection.first("SELECT 1 AS one FROM accounts WHERE email_key = ?", key) { try $0["one"] as Int } != nil
        let accountID: Int64? = try connection.first(
            """
            INSERT INTO accounts (email, email_key, plan, created_at, stripe_customer_id, original_id) VALUES (?, ?, ?, ?, ?, ?) RETURNING id
            """,
            email,
            isTaken ? nil : key,
            plan,
            createdAt,
            stripeCustomer,
            id
        ) { try $0["id"] }
        try connection.execute(
            "INSERT INTO api_keys (account_id, public_id, hash, scopes, created_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING",
            accountID,
            try NewKey.publicID(),
            keyHash,
            Scopes.all.stored,
            createdAt
        )
        return accountID
    }
}
