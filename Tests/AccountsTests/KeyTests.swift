import Cryptography
import Database
import HTTPCore
import HTTPTypes
import TestKit
import Testing
import Timekeeping

@testable import Accounts

@Suite struct KeyTests {
    private let folder: TemporaryFolder
    private let clock: TestClock
    private let accounts: Accounts

    init() throws {
        let clock = TestClock()
        folder = try TemporaryFolder()
        let policy = AccountPolicy(keyPrefix: "dm_", free: Plan("free", price: 0, limits: [:]), paid: [])
        let database = try DatabaseFile(path: folder.file("app.db"), schema: Accounts.schema)
        accounts = Accounts(policy: policy, database: database, now: { clock.now })
        self.clock = clock
    }

    private func signUp(_ email: String = "you@example.com") async throws -> String {
        let answer = try await accounts.signUp(email: try EmailAddress(signingUp: email)) { _, _, _ in [:] }
        return try #require(answer["api_key"]?.stringValue)
    }

    private func identity(_ key: String) throws -> Identity {
        try accounts.authenticate([.authorization: "Bearer \(key)"])
    }

    /// The problem with a key, or `nil` if it is accepted.
    private func refusal(of key: String) throws -> Problem? {
        do {
            _ = try identity(key)
            return nil
        } catch let problem as Problem {
            return problem
        }
    }

    private func lastUse() throws -> Timestamp? {
        try accounts.database.first("SELECT last_used_at FROM api_keys") { row -> Timestamp? in try row["last_used_at"] } ?? nil
    }

    private func usedKeys() throws -> Int? {
        try accounts.database.first("SELECT count(last_used_at) AS number FROM api_keys") { try $0["number"] }
    }

    // MARK: Keys that work no more

    @Test func `a revoked key is refused, and who holds it is told so`() async throws {
        let (key, now) = (try await signUp(), clock.now)
        try await accounts.database.write { try $0.execute("UPDATE api_keys SET revoked_at = ?", now) }
        let problem = try #require(try refusal(of: key))
        #expect(problem.detail == "This API key was revoked.")
        #expect(problem.code == .unauthorized)
        #expect(problem.error == "Unauthorized: invalid or missing API key")
        #expect(problem.headers == [.wwwAuthenticate: "Bearer"])
    }

    @Test func `a key ends at the moment that it was made for, also one that was seen before`() async throws {
        let (key, end) = (try await signUp(), clock.now.adding(seconds: 60))
        try await accounts.database.write { try $0.execute("UPDATE api_keys SET expires_at = ?", end) }
        clock.advance(seconds: 59)
        #expect(try refusal(of: key) == nil)
        clock.advance(seconds: 1)
        let problem = try #require(try refusal(of: key))
        #expect(problem.detail == "This API key expired at 2026-04-20T09:01:00Z.")
        #expect(problem.code == .unauthorized)
        #expect(problem.error == "Unauthorized: invalid or missing API key")
        accounts.forgetKeys(of: 1)
        #expect(try refusal(of: key)?.detail == problem.detail, "and read from the file again")
    }

    @Test func `the key of an account that is being erased is unknown`() async throws {
        let (key, now) = (try await signUp(), clock.now)
        #expect(try refusal(of: key) == nil)
        try await accounts.database.write { try $0.execute("UPDATE accounts SET erased_at = ?", now) }
        accounts.forgetKeys(of: 1)
        #expect(try refusal(of: key)?.detail.hasPrefix("No account has this API key.") == true)
    }

    @Test func `an account that is being erased gets no new key`() async throws {
        let (_, now) = (try await signUp(), clock.now)
        let key = try NewKey(prefix: "dm_")
        try await accounts.database.write { try $0.execute("UPDATE accounts SET erased_at = ?", now) }
        await #expect(throws: Problem.self) {
            try await accounts.database.write { _ = try Accounts.addKey(key, .first, for: 1, at: now, in: $0) }
        }
    }

    // MARK: Scopes

    @Test(
        "a scope that this program does not know is passed over",
        arguments: [
            ("read write admin", Scopes.all), ("read", [.read]), (" write  read ", [.read, .write]), ("read fly", [.read]),
            ("Read administer", []), ("", []),
        ] as [(String, Scopes)]
    )
    func unknownScopes(stored: String, scopes: Scopes) async throws {
        let key = try await signUp()
        try await accounts.database.write { try $0.execute("UPDATE api_keys SET scopes = ?", stored) }
        #expect(try identity(key).scopes == scopes)
    }

    @Test func `scopes are stored as their names`() {
        #expect(Scopes.all.stored == "read write admin")
        #expect(([.admin, .read] as Scopes).stored == "read admin")
    }

    // MARK: What is remembered

    @Test func `a key that was seen before costs no query, another one does`() async throws {
        let key = try await signUp()
        _ = try identity(key)
        accounts.database.close()
        #expect(try identity(key).accountID == 1)
        #expect(throws: DatabaseError.closed) { _ = try identity("dm_other") }
    }

    @Test func `a row that was read before a revoke is not remembered after it`() throws {
        let cache = KeyCache()
        let digest = SHA256.digest(of: "a key")
        let key = KnownKey(Identity(accountID: 1, keyID: 2, scopes: .all), expiresAt: nil, lastUsedAt: nil)

        let before = cache.generation
        cache.removeAll(of: 1)
        cache.insert(key, for: digest, generation: before)
        #expect(cache.key(for: digest) == nil)

        cache.insert(key, for: digest, generation: cache.generation)
        #expect(cache.key(for: digest) === key)
        cache.removeAll(of: 2)
        #expect(cache.key(for: digest) === key)
        cache.removeAll(of: 1)
        #expect(cache.key(for: digest) == nil)
    }

    @Test func `a revoke costs the keys of other accounts no query`() async throws {
        let (key, other, now) = (try await signUp(), try await signUp("other@example.com"), clock.now)
        for key in [key, other] { _ = try identity(key) }
        let second = try NewKey(prefix: "dm_")
        let stored = try await accounts.database.write { try Accounts.addKey(second, .first, for: 1, at: now, in: $0) }
        try await accounts.revokeKey(stored.publicID, of: 1)
        accounts.database.close()
        #expect(try identity(other).accountID == 2)
        #expect(throws: DatabaseError.closed) { _ = try identity(key) }
    }

    // MARK: When a key was last used

    @Test func `a use is written when it is time, not with the request, and at most once a minute`() async throws {
        let key = try await signUp()
        let first = clock.now
        for _ in 0..<50 { _ = try identity(key) }
        #expect(try lastUse() == nil)
        try await accounts.flushLastUses()
        #expect(try lastUse() == first)

        clock.advance(seconds: 60)
        _ = try identity(key)
        #expect(accounts.lastUses.takeAll().isEmpty, "less than a minute and a millisecond later it is the same use")
        clock.advance(seconds: 1)
        _ = try identity(key)
        try await accounts.flushLastUses()
        #expect(try lastUse() == first.adding(seconds: 61))
    }

    @Test func `a use never moves back, not when the clock does, and not after a restart`() async throws {
        let key = try await signUp()
        _ = try identity(key)
        try await accounts.flushLastUses()
        let used = try lastUse()
        clock.advance(seconds: -3_600)
        _ = try identity(key)
        accounts.forgetKeys(of: 1)
        _ = try identity(key)
        #expect(accounts.lastUses.takeAll().isEmpty)
        accounts.lastUses.note(1, at: clock.now)
        try await accounts.flushLastUses()
        #expect(try lastUse() == used)
    }

    @Test func `uses that cannot be written are kept`() async throws {
        let key = try await signUp()
        _ = try identity(key)
        accounts.database.close()
        await #expect(throws: DatabaseError.closed) { try await accounts.flushLastUses() }
        #expect(accounts.lastUses.takeAll() == [1: clock.now])
    }

    @Test func `uses are written in steps, and what a step cannot write is kept with the rest`() async throws {
        let now = clock.now
        _ = try await signUp()
        try await accounts.database.write { connection in
            for number in 2...1_201 {
                try connection.execute(
                    "INSERT INTO api_keys (account_id, public_id, hash, scopes, created_at) VALUES (1, ?, ?, 'read', ?)",
                    "key_\(number)",
                    "hash \(number)",
                    now
                )
            }
            try connection.execute(
                "CREATE TRIGGER broken BEFORE UPDATE ON api_keys WHEN NEW.id = 900 BEGIN SELECT RAISE(ABORT, 'broken'); END"
            )
        }
        for keyID in Int64(1)...1_201 { accounts.lastUses.note(keyID, at: now) }
        await #expect(throws: DatabaseError.self) { try await accounts.flushLastUses() }
        #expect(try usedKeys() == 500)

        try await accounts.database.write { try $0.execute("DROP TRIGGER broken") }
        let commits = try accounts.database.commits()
        try await accounts.flushLastUses()
        #expect(try usedKeys() == 1_201)
        #expect(try accounts.database.commits() - commits == 2)
        #expect(accounts.lastUses.takeAll().isEmpty)
    }

    // MARK: The file

    @Test func `keys of before keys had ids get one at the start, once`() async throws {
        _ = try await signUp()
        try await accounts.database.write { try $0.execute("UPDATE api_keys SET public_id = NULL") }
        let other = try await signUp("other@example.com")
        accounts.database.close()
        var seen: [[String]] = []
        for _ in 0..<2 {
            let database = try DatabaseFile(path: folder.file("app.db"), schema: Accounts.schema)
            seen.append(try database.read { try $0.all("SELECT public_id FROM api_keys ORDER BY id") { try $0["public_id"] } })
            let restarted = Accounts(policy: accounts.policy, database: database)
            #expect(try restarted.authenticate([.authorization: "Bearer \(other)"]).accountID == 2)
            database.close()
        }
        let ids = try #require(seen.first)
        #expect(Set(ids).count == 2)
        #expect(ids.allSatisfy { $0.hasPrefix("key_") && $0.utf8.count == 24 })
        #expect(seen == [ids, ids])
    }

    @Test func `nothing of a key but its first characters is in the file`() async throws {
        let first = try await signUp()
        let (new, now) = (try NewKey(prefix: "dm_"), clock.now)
        try await accounts.database.write { _ = try Accounts.addKey(new, .first, for: 1, at: now, in: $0) }
        _ = try identity(first)
        try await accounts.flushLastUses()
        let bytes = try folder.read("app.db") + folder.read("app.db-wal")
        #expect(bytes.firstRange(of: Array(SHA256.digest(of: first).hex.utf8)) != nil, "what is looked for would be found")
        for key in [first, try #require(new.text.stringValue)] {
            #expect(bytes.firstRange(of: Array(key.dropFirst(8).utf8)) == nil)
        }
    }
}
