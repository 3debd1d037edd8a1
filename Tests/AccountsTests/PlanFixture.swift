import Accounts
import Database
import TestKit
import Timekeeping

/// Accounts with plans, on a file of their own, with a clock that the test moves.
struct PlanFixture: Sendable {
    static let invoices = Quota(action: "invoice", limit: "monthly_limit", window: .month)
    static let requests = Quota(action: "request", limit: "daily_limit", window: .day)
    static let monitors = Holding("monitors", limit: "monitor_limit") { connection, accountID, _ in
        try connection.first("SELECT count(*) AS count FROM monitors WHERE account_id = ?", accountID) { try $0["count"] as Int } ?? 0
    }
    /// The table of what is held.
    static let schema = Schema([
        Table("monitors", columns: [.identity(), .reference("account_id", to: "accounts", onDelete: .cascade)])
    ])
    static let policy = AccountPolicy(
        keyPrefix: "xx_",
        free: Plan("free", price: 0, limits: ["monthly_limit": 5, "daily_limit": 3, "monitor_limit": 3]),
        paid: [Plan("pro", price: 19, limits: ["monthly_limit": 1_000, "daily_limit": 100, "monitor_limit": 100])],
        quotas: [invoices, requests],
        holdings: [monitors]
    )

    let folder: TemporaryFolder
    let clock: TestClock
    let accounts: Accounts

    init() throws {
        let clock = TestClock()
        folder = try TemporaryFolder()
        let database = try DatabaseFile(path: folder.file("app.db"), schema: Accounts.schema + Self.schema)
        accounts = Accounts(policy: Self.policy, database: database) { clock.now }
        self.clock = clock
    }

    /// A new account.
    ///
    /// - Returns: its id.
    func account(plan: String = "free") async throws -> Int64 {
        let now = clock.now
        let id: Int64? = try await accounts.database.write { connection in
            try connection.first("INSERT INTO accounts (email, plan, created_at) VALUES ('', ?, ?) RETURNING id", plan, now) {
                try $0["id"] as Int64
            }
        }
        return id ?? 0
    }

    func setPlan(_ plan: String, of accountID: Int64) async throws {
        try await accounts.database.write { try $0.execute("UPDATE accounts SET plan = ? WHERE id = ?", plan, accountID) }
    }

    /// Marks the account as one that its owner has erased.
    func erase(_ accountID: Int64) async throws {
        let now = clock.now
        try await accounts.database.write { try $0.execute("UPDATE accounts SET erased_at = ? WHERE id = ?", now, accountID) }
    }

    func take(_ quota: Quota, for accountID: Int64) async throws -> Bool {
        let now = clock.now
        return try await accounts.database.write { [accounts] in try accounts.take(quota, for: accountID, at: now, in: $0) }
    }

    /// Takes units one after the other.
    ///
    /// - Returns: how many of them there were.
    func take(_ number: Int, of quota: Quota, for accountID: Int64) async throws -> Int {
        var taken = 0
        for _ in 0..<number { taken += try await take(quota, for: accountID) ? 1 : 0 }
        return taken
    }

    func used(_ quota: Quota, by accountID: Int64) throws -> Int {
        try accounts.database.read { try accounts.used(quota, by: accountID, at: clock.now, in: $0) }
    }

    /// What is counted in the file: `1 invoice 2026-04 3`.
    func rows() throws -> [String] {
        try accounts.database.read { connection in
            try connection.all("SELECT account_id, action, period, count FROM usage_counts ORDER BY account_id, action, period") { row in
                "\(try row["account_id"] as Int) \(try row["action"] as String) \(try row["period"] as String) \(try row["count"] as Int)"
            }
        }
    }
}
