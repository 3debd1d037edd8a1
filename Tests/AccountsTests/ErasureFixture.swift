import Cryptography
import HTTPCore
import HTTPTypes
import TestKit
import Testing
import Timekeeping

@testable import Accounts
@testable import Database

/// An account with its key.
struct FixtureAccount: Sendable {
    let id: Int64
    let key: String
    /// In everything that it owns.
    let word: String

    /// What only this account has put into the file.
    var traces: [String] { [word, SHA256.digest(of: key).hex, String(key.prefix(8))] }
}

/// A file in which accounts own notes, without a service.
struct ErasureFixture: Sendable {
    let folder: TemporaryFolder
    let database: DatabaseFile
    let accounts: Accounts
    let hooks = NotesHooks()

    init(in folder: TemporaryFolder, options: DatabaseFile.Options = .init()) throws {
        self.folder = folder
        database = try DatabaseFile(path: folder.file("app.db"), schema: Accounts.schema + NotesProduct.schema, options: options)
        accounts = Accounts(policy: NotesProduct.policy, database: database)
    }

    var erase: Erase {
        return { [database, hooks] in try await NotesProduct.erase($0, in: database, hooks) }
    }

    func isKnown(_ key: String) -> Bool { (try? accounts.authenticate([.authorization: "Bearer \(key)"])) != nil }

    func signUp(_ email: String) async throws -> FixtureAccount {
        let account = try NewAccount(try EmailAddress(signingUp: email), in: accounts) { _, _, _ in [:] }
        let made = try #require(try await database.write { try account.insert(in: $0) })
        return FixtureAccount(id: made.accountID, key: try #require(made.answer["api_key"]?.stringValue), word: email)
    }

    /// Five accounts, with much of everything that an account can have, some of it changed and some deleted again.
    func addAccounts() async throws -> [FixtureAccount] {
        var owners: [FixtureAccount] = []
        for word in ["tenant-one", "tenant-two", "tenant-three", "tenant-four", "tenant-five"] {
            let owner = try await signUp("\(word)@example.com")
            owners.append(FixtureAccount(id: owner.id, key: owner.key, word: word))
        }
        for owner in owners { try await addRows(of: owner) }
        // In an order in which no page only grows at its end, and everybody's notes are among the others'.
        let numbers = (0..<5_000).map { $0 * 4_211 % 5_000 }
        for start in stride(from: 0, to: numbers.count, by: 500) {
            try await database.write { [owners] connection in
                for number in numbers[start..<start + 500] {
                    let owner = owners[number % 5]
                    let order = String(UInt32(truncatingIfNeeded: number) &* 2_654_435_761, radix: 16)
                    let text = "\(order) of \(owner.word) \(String(repeating: "x", count: number % 250))"
                    try connection.execute("INSERT INTO notes (account_id, text) VALUES (?, ?)", owner.id, text)
                }
            }
        }
        try await database.write { connection in
            try connection.execute("UPDATE notes SET text = 'now ' || substr(text, 3) WHERE id % 7 = 0")
            try connection.execute("DELETE FROM notes WHERE id % 11 = 0")
            try connection.execute("UPDATE api_keys SET name = 'renamed ' || name")
        }
        return owners
    }

    /// What every product keeps for an account.
    private func addRows(of owner: FixtureAccount) async throws {
        let now = accounts.now()
        try await database.write { [accounts] connection in
            try connection.execute("UPDATE api_keys SET name = ? WHERE account_id = ?", "key of \(owner.word)", owner.id)
            try connection.execute("UPDATE accounts SET stripe_customer_id = ? WHERE id = ?", "cus_\(owner.word)", owner.id)
            for day in Int64(0)..<40 {
                try accounts.count("use-\(owner.word)", for: owner.id, at: now.adding(seconds: -86_400 * day), in: connection)
            }
            for number in 0..<120 {
                try connection.execute(
                    "INSERT INTO idempotent_answers (hash, account_id, fingerprint, answer, expires_at) VALUES (?, ?, ?, ?, ?)",
                    SHA256.digest(of: "\(owner.word) \(number)").hex,
                    owner.id,
                    owner.word,
                    Array("\(owner.word) \(String(repeating: "y", count: number * 60))".utf8),
                    now
                )
            }
        }
    }

    /// All rows of the other accounts, line by line.
    func rows(except owner: FixtureAccount) throws -> [String] {
        try database.read { connection in
            var lines = try connection.all("SELECT id, account_id, text FROM notes WHERE account_id <> ? ORDER BY id", owner.id) { row in
                "\(try row["id"] as Int) \(try row["account_id"] as Int) \(try row["text"] as String)"
            }
            lines += try connection.all("SELECT account_id, hash, name FROM api_keys WHERE account_id <> ? ORDER BY id", owner.id) { row in
                "\(try row["account_id"] as Int) \(try row["hash"] as String) \(try row["name"] as String)"
            }
            lines += try connection.all(
                "SELECT account_id, action, period, count FROM usage_counts WHERE account_id <> ? ORDER BY account_id, action, period",
                owner.id
            ) { "\(try $0["account_id"] as Int) \(try $0["action"] as String) \(try $0["period"] as String) \(try $0["count"] as Int)" }
            lines += try connection.all(
                "SELECT hash, answer FROM idempotent_answers WHERE account_id <> ? ORDER BY hash",
                owner.id
            ) { "\(try $0["hash"] as String) \((try $0["answer"] as [UInt8]).count)" }
            lines += try connection.all("SELECT id, email FROM accounts WHERE id <> ? AND erased_at IS NULL ORDER BY id", owner.id) { row in
                "\(try row["id"] as Int) \(try row["email"] as String)"
            }
            return lines
        }
    }

    /// What a query counts, as `number`.
    func number(_ sql: StaticString) throws -> Int {
        try #require(try database.first(sql) { try $0["number"] as Int })
    }
}
