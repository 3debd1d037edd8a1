import Cryptography
import Database
import Timekeeping
import HTTPCore
import HTTPTypes
import TestKit
import Testing

@testable import Accounts

@Suite struct AdoptionTests {
    static let original = """
        CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT UNIQUE NOT NULL, api_key_hash TEXT NOT NULL,
            plan TEXT DEFAULT 'free', created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, stripe_customer_id TEXT);
        CREATE TABLE usage (id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INTEGER, action TEXT, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
        """
    private let policy = AccountPolicy(keyPrefix: "dm_", free: Plan("free", price: 0, limits: [:]), paid: [])

    private func insert(_ email: String, key: String, plan: String = "'free'", createdAt: String = "'2025-03-01 12:00:00'") -> String {
        """
        INSERT INTO users (email, api_key_hash, plan, created_at, stripe_customer_id)
        VALUES ('\(email)', '\(SHA256.digest(of: key).hex)', \(plan), \(createdAt), 'cus_1');
        """
    }

    private func identity(_ key: String, _ accounts: Accounts) throws -> Identity {
        try accounts.authenticate([.authorization: "Bearer \(key)"])
    }

    /// The plan that the row of the key's account names.
    private func plan(_ key: String, _ accounts: Accounts) throws -> String? {
        try accounts.database.first("SELECT plan FROM accounts WHERE id = ?", identity(key, accounts).accountID) { try $0["plan"] }
    }

    @Test func `a file of the original starts, keeps its rows, and the old keys authenticate`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        try runElsewhere(
            Self.original + insert("Ann@Example.com", key: "dm_old-key", plan: "'pro'")
                + insert("bob@example.com", key: "short", plan: "NULL")
                + "INSERT INTO usage (user_id, action) VALUES (1, 'invoice'), (1, 'invoice');",
            on: path
        )
        for _ in 0..<2 {
            let database = try DatabaseFile(path: path, schema: Accounts.schema)
            let accounts = Accounts(policy: policy, database: database)
            #expect(try plan("dm_old-key", accounts) == "pro")
            #expect(try plan("short", accounts) == "free")
            #expect(throws: Problem.self) { try identity("dm_other", accounts) }
            let rows = try database.read { connection in
                try connection.all(
                    """
                    SELECT (SELECT count(*) FROM users) AS users, (SELECT count(*) FROM usage) AS uses, count(*) AS accounts,
                        min(created_at) AS created_at, min(stripe_customer_id) AS customer FROM accounts
                    """
                ) { row in
                    (
                        try row["users"] as Int, try row["uses"] as Int, try row["accounts"] as Int,
                        (try row["created_at"] as Timestamp).rfc3339, try row["customer"] as String
                    )
                }
            }
            #expect(try #require(rows.first) == (2, 2, 2, "2025-03-01T12:00:00Z", "cus_1"))
            await #expect(throws: Problem.self, "the address is taken, whatever its case") {
                _ = try await accounts.signUp(email: try EmailAddress(signingUp: "ann@example.COM")) { _, _, _ in [:] }
            }
            database.close()
        }
    }

    @Test(
        arguments: [
            ("'2025-03-01 12:00:00'", "2025-03-01T12:00:00Z"), ("'2025-03-01T12:00:00.250000'", "2025-03-01T12:00:00.250Z"),
            ("1740830400", "2025-03-01T12:00:00Z"), ("1740830400.25", "2025-03-01T12:00:00Z"),
            ("1740830400000", "2025-03-01T12:00:00Z"), ("1740830400000000", "2025-03-01T12:00:00Z"),
            ("1740830400000000000", "2025-03-01T12:00:00Z"), ("9223372036854775807", "2262-04-11T23:47:16.854Z"),
            ("1e300", "1970-01-01T00:00:00Z"), ("'some day'", "1970-01-01T00:00:00Z"), ("NULL", "1970-01-01T00:00:00Z"),
        ]
    )
    func `a time is read however the original wrote it`(written: String, read: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        try runElsewhere(Self.original + insert("a@example.com", key: "one", createdAt: written), on: path)
        let database = try DatabaseFile(path: path, schema: Accounts.schema)
        let time = try database.read { try $0.first("SELECT created_at FROM accounts") { try $0["created_at"] as Timestamp } }
        #expect(time?.rfc3339 == read)
    }

    @Test func `addresses that differ in case only stay two accounts with two working keys`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        try runElsewhere(Self.original + insert("a@example.com", key: "one") + insert("A@example.com", key: "two"), on: path)
        let accounts = Accounts(policy: policy, database: try DatabaseFile(path: path, schema: Accounts.schema))
        #expect(try identity("one", accounts).accountID != identity("two", accounts).accountID)
    }

    @Test func `users who came while the original ran again are adopted at the next start`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("app.db")
        try runElsewhere(Self.original + insert("a@example.com", key: "one"), on: path)
        try DatabaseFile(path: path, schema: Accounts.schema).close()
        try runElsewhere(insert("b@example.com", key: "two", createdAt: "1740830400"), on: path)
        let accounts = Accounts(policy: policy, database: try DatabaseFile(path: path, schema: Accounts.schema))
        #expect(try identity("two", accounts).accountID == 2)
    }

    @Test func `a new file has no table of the original`() throws {
        let folder = try TemporaryFolder()
        let database = try DatabaseFile(path: folder.file("app.db"), schema: Accounts.schema)
        let found = try database.read {
            try $0.first("SELECT 1 AS one FROM sqlite_master WHERE name IN ('users', 'usage')") { try $0["one"] as Int }
        }
        #expect(found == nil)
    }
}
