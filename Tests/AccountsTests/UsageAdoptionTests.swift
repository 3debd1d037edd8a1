import Database
import Timekeeping
import TestKit
import Testing

@testable import Accounts

/// What users of the original have used of their month is not given to them again.
@Suite struct UsageAdoptionTests {
    static let users = """
        CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT UNIQUE NOT NULL, api_key_hash TEXT NOT NULL,
            plan TEXT DEFAULT 'free', created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, stripe_customer_id TEXT);
        INSERT INTO users (id, email, api_key_hash) VALUES (7, 'a@example.com', 'a'), (9, 'b@example.com', 'b');
        """
    static let usage =
        "CREATE TABLE usage (id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INTEGER, action TEXT, created_at TIMESTAMP);"

    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("app.db")
    }

    private func counts(in database: DatabaseFile) throws -> [String] {
        try database.read { connection in
            try connection.all(
                """
                SELECT accounts.original_id, action, period, count FROM usage_counts JOIN accounts ON accounts.id = account_id
                ORDER BY original_id, action, period
                """
            ) { row in
                "\(try row["original_id"] as Int) \(try row["action"] as String) \(try row["period"] as String) \(try row["count"] as Int)"
            }
        }
    }

    @Test func `each day and each month is counted by itself, once, and the rows stay as they are`() async throws {
        try runElsewhere(
            Self.users + Self.usage + """
                INSERT INTO usage (user_id, action, created_at) VALUES
                    (7, 'invoice', '2026-11-01 00:00:00'), (7, 'invoice', '2026-11-30 23:59:59'), (7, 'generate-invoice', 1793491200),
                    (7, 'Invoice.created', 1793491200000.0), (7, 'invoice', '2026-10-31 23:59:59'),
                    (7, 'demo_invoice', '2026-11-02 00:00:00'),
                    (9, 'API call', '2026-11-02T10:00:00.123456'), (8, 'invoice', '2026-11-02 00:00:00'), (NULL, 'invoice', 1793491200),
                    (7, NULL, 1793491200), (7, 'invoice', NULL), (7, 'invoice', 'yesterday');
                """,
            on: path
        )
        let rows = "SELECT group_concat(coalesce(user_id, '-') || coalesce(action, '-') || coalesce(created_at, '-')) FROM usage"
        let before = try rowsElsewhere(rows, on: path)
        for _ in 0..<2 {
            let database = try DatabaseFile(path: path, schema: Accounts.schema)
            #expect(
                try counts(in: database) == [
                    "7 demo_invoice 2026-11 1", "7 demo_invoice 2026-11-02 1", "7 invoice 2026-10 1", "7 invoice 2026-10-31 1",
                    "7 invoice 2026-11 4", "7 invoice 2026-11-01 3", "7 invoice 2026-11-30 1", "9 API call 2026-11 1",
                    "9 API call 2026-11-02 1",
                ]
            )
            database.close()
        }
        #expect(try rowsElsewhere(rows, on: path) == before)
        let database = try DatabaseFile(path: path, schema: Accounts.schema)
        let november = try #require(Timestamp(rfc3339: "2026-11-15T00:00:00Z"))
        let account = try database.read { try $0.first("SELECT id FROM accounts WHERE original_id = 7") { try $0["id"] as Int64 } }
        let accountID = try #require(account)
        // One is left of the month's five.
        let accounts = Accounts(policy: PlanFixture.policy, database: database)
        let taken = try await database.write { connection in
            try (0..<2).map { _ in try accounts.take(PlanFixture.invoices, for: accountID, at: november, in: connection) }
        }
        #expect(taken == [true, false])
    }

    @Test(arguments: ["", "CREATE TABLE usage (id INTEGER PRIMARY KEY, what TEXT);", usage])
    func `without such a table, or without rows in it, there is nothing to count`(usage: String) throws {
        try runElsewhere(Self.users + usage, on: path)
        #expect(try counts(in: try DatabaseFile(path: path, schema: Accounts.schema)).isEmpty)
    }
}
