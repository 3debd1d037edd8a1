import Cryptography
import HTTPCore
import HTTPTypes
import TestKit
import Testing

@testable import Accounts
@testable import Database

/// What is erased of an account that was adopted from the original's tables.
@Suite(.timeLimit(.minutes(2))) struct OriginalErasureTests {
    private static let users = """
        CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT UNIQUE NOT NULL, api_key_hash TEXT NOT NULL,
            plan TEXT DEFAULT 'free', created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, stripe_customer_id TEXT);
        INSERT INTO users (id, email, api_key_hash, stripe_customer_id) VALUES
            (7, 'gone@example.com', '\(SHA256.digest(of: "gone").hex)', 'cus_gone'),
            (8, 'left@example.com', '\(SHA256.digest(of: "left").hex)', 'cus_left'),
            (9, 'stays@example.com', '\(SHA256.digest(of: "stays").hex)', 'cus_stays');
        """
    private static let usage = """
        CREATE TABLE usage (id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INTEGER REFERENCES users (id), action TEXT,
            created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
        """

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Erases the accounts with these keys, looks for what they have left, and starts anew.
    private func erase(_ keys: [String]) async throws -> ErasureFixture {
        let fixture = try ErasureFixture(in: folder)
        for key in keys {
            let gone = try fixture.accounts.authenticate([.authorization: "Bearer \(key)"])
            try await fixture.accounts.erase(gone.accountID, fixture.erase)
        }
        // It may have been too soon for a purge after the last one.
        try await fixture.database.purge()
        for key in keys {
            for trace in ["\(key)@example.com", "cus_\(key)", "\(key)-invoice", SHA256.digest(of: key).hex] {
                #expect(try folder.occurrences(of: trace) == 0, "\(trace)")
            }
        }
        fixture.database.close()
        return try ErasureFixture(in: folder)
    }

    @Test func `a user of the original is erased from its tables, too, and the next start does not adopt him again`() async throws {
        let uses = "INSERT INTO usage (user_id, action) VALUES (7, 'gone-invoice'), (9, 'invoice'), (7, 'gone-invoice'), (9, 'invoice');"
        try runElsewhere(Self.users + Self.usage + uses, on: folder.file("app.db"))
        let fixture = try await erase(["gone"])
        #expect(!fixture.isKnown("gone") && fixture.isKnown("stays"))
        #expect(try fixture.number("SELECT count(*) AS number FROM accounts") == 2)
        #expect(try fixture.number("SELECT count(*) AS number FROM users") == 2)
        #expect(try fixture.number("SELECT count(*) AS number FROM usage WHERE user_id = 9") == 2)
        #expect(try fixture.number("SELECT count(*) AS number FROM usage") == 2)
    }

    @Test(arguments: ["REFERENCES users (id)", "REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED"])
    func `users to whom an unknown table refers stay as nobody, and are not adopted again`(reference: String) async throws {
        try runElsewhere(
            Self.users + "CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id INTEGER \(reference));"
                + "INSERT INTO orders (user_id) VALUES (7), (8), (9);",
            on: folder.file("app.db")
        )
        let fixture = try await erase(["gone", "left"])
        for key in ["gone", "left", ""] { #expect(!fixture.isKnown(key)) }
        #expect(fixture.isKnown("stays"))
        #expect(try fixture.number("SELECT count(*) AS number FROM accounts") == 1)
        #expect(try fixture.number("SELECT count(*) AS number FROM orders") == 3)
        #expect(try fixture.number("SELECT count(*) AS number FROM users WHERE api_key_hash = ''") == 2)
    }

    @Test func `many uses are deleted in steps, whatever gaps there are between their numbers`() async throws {
        let uses = """
            INSERT INTO usage (id, user_id, action)
                WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n <= \(2 * OriginalRows.step))
                SELECT n, 7 + n % 2 * 2, 'invoice' FROM numbers;
            INSERT INTO usage (id, user_id, action) VALUES (9000000000000000000, 7, 'invoice');
            """
        try runElsewhere(Self.users + Self.usage + uses, on: folder.file("app.db"))
        let fixture = try ErasureFixture(in: folder)
        let accountID = try fixture.accounts.authenticate([.authorization: "Bearer gone"]).accountID
        let rows = try #require(try OriginalRows(of: accountID, in: fixture.database))
        let writes = fixture.database.statistics.writes
        try await rows.delete()
        #expect(fixture.database.statistics.writes == writes + 4, "three steps, and the user")
        #expect(try fixture.number("SELECT count(*) AS number FROM usage WHERE user_id = 7") == 0)
        #expect(try fixture.number("SELECT count(*) AS number FROM usage WHERE user_id = 9") == OriginalRows.step + 1)
        #expect(try fixture.number("SELECT count(*) AS number FROM users") == 2)
        // May be called again.
        try await rows.delete()
    }
}
