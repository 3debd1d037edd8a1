import Cryptography
import Database
import HTTPCore
import HTTPTypes
import TestKit
import Testing

@testable import Accounts

@Suite struct AccountsTests {
    let folder: TemporaryFolder
    let accounts: Accounts

    init() throws {
        folder = try TemporaryFolder()
        let free = Plan("free", price: 0, limits: ["monthly_limit": 5])
        let database = try DatabaseFile(path: folder.file("app.db"), schema: Accounts.schema)
        accounts = Accounts(policy: AccountPolicy(keyPrefix: "dm_", free: free, paid: []), database: database)
    }

    private func signUp(_ email: String) async throws -> JSONValue {
        try await accounts.signUp(email: try EmailAddress(signingUp: email)) { _, _, _ in ["monthly_limit": 5] }
    }

    @Test func `it works`() async throws {
        let answer = try await signUp("  You@Example.com\n")
        let key = try #require(answer["api_key"]?.stringValue)
        #expect(key.hasPrefix("dm_"))
        #expect(key.utf8.count == 39)
        #expect(answer.objectValue?.map(\.name) == ["api_key", "plan", "monthly_limit", "message"])
        #expect(answer["message"]?.stringValue == "Save your API key — it won't be shown again.")
        #expect(answer["plan"] == "free")
        for fields in [
            [.authorization: "Bearer \(key)"], [.authorization: "bearer   \(key)"], [.apiKey: key],
            [.authorization: "Bearer \(key)", .apiKey: "nonsense"],
        ] as [HTTPFields] {
            #expect(try accounts.authenticate(fields).accountID == 1)
        }
    }

    @Test func `the key is stored as its hash only`() async throws {
        let key = try #require(try await signUp("you@example.com")["api_key"]?.stringValue)
        let stored = try accounts.database.read {
            try $0.all("SELECT hash, prefix FROM api_keys") { (try $0["hash"] as String, try $0["prefix"] as String) }
        }
        #expect(try #require(stored.first) == (SHA256.digest(of: key).hex, String(key.prefix(8))))
    }

    @Test func `the address is kept as it was typed, and compared in lower case`() async throws {
        _ = try await signUp("  You@Example.com\n")
        let stored = try accounts.database.first("SELECT email, email_key FROM accounts") {
            [try $0["email"] as String, try $0["email_key"] as String]
        }
        #expect(stored == ["You@Example.com", "you@example.com"])
    }

    @Test func `the first key may do everything, never ends, and has an id`() async throws {
        _ = try await signUp("you@example.com")
        let stored = try accounts.database.first("SELECT * FROM api_keys") { try StoredKey($0) }
        let key = try #require(stored)
        #expect(key.scopes == .all)
        #expect(key.expiresAt == nil && key.revokedAt == nil && key.replacedAt == nil && key.lastUsedAt == nil)
        #expect(key.publicID.hasPrefix("key_") && key.publicID.utf8.count == 24)
    }

    @Test func `an account whose provision fails is not made, and its address is still free`() async throws {
        await #expect(throws: Problem.self) {
            _ = try await accounts.signUp(email: try EmailAddress(signingUp: "you@example.com")) { _, _, _ in throw Problem.notFound() }
        }
        #expect(try await signUp("you@example.com")["api_key"] != nil)
    }

    @Test func `an address is taken in any case, and one of two at the same time gets it`() async throws {
        let codes = await withTaskGroup(of: String.self) { group in
            for email in ["a@example.com", "A@example.com", "a@EXAMPLE.com", " a@example.com"] {
                group.addTask {
                    do {
                        _ = try await signUp(email)
                        return "created"
                    } catch {
                        return (error as? Problem)?.code.code ?? "\(error)"
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(codes.sorted() == ["created", "email_taken", "email_taken", "email_taken"])
    }

    @Test(arguments: [
        "", " ", "you", "you@", "@example.com", "you@example", "a b@example.com", "you@exam ple.com", "you@@example.com",
        "you@-example.com",
        "you@example..com", ".you@example.com", "you.@example.com", "y..u@example.com", "you@example.com\nBcc: x@example.com",
        "you\u{0}@example.com",
        "<you@example.com>", String(repeating: "y", count: 65) + "@example.com", "you@" + String(repeating: "e", count: 250) + ".com",
    ])
    func `a malformed address is refused`(email: String) async throws {
        await #expect(performing: { _ = try await signUp(email) }, throws: { ($0 as? Problem)?.code == .invalidEmail })
    }

    @Test func `what is much too long for an address is refused before it is looked at`() {
        #expect(EmailAddress(String(repeating: " ", count: 985) + "you@example.com")?.text == "you@example.com")
        #expect(EmailAddress(String(repeating: " ", count: 986) + "you@example.com") == nil)
    }

    @Test(arguments: ["you+tag@example.co.uk", "o'brien@example.com", "jürgen@müller.de", "用户@例子.中国", "1@2.io"])
    func `an ordinary address is accepted`(email: String) async throws {
        #expect(try await signUp(email)["api_key"] != nil)
    }

    @Test(
        arguments: [
            [:], [.authorization: ""], [.authorization: "Bearer"], [.authorization: "Bearer "], [.authorization: "Basic dXNlcjpwYXNz"],
            [.authorization: "Bearer dm_000000000000000000000000000000000000"], [.apiKey: ""],
            [.authorization: "Bearer nonsense", .apiKey: "nonsense"],
        ] as [HTTPFields]
    )
    func `without a valid key the answer is 401`(fields: HTTPFields) {
        #expect(performing: { try accounts.authenticate(fields) }, throws: { ($0 as? Problem)?.code == .unauthorized })
    }

    @Test(
        "credentials of another kind hide no key, and an empty one is none",
        arguments: [
            ([.authorization: "Basic dXNlcjpwYXNz", .apiKey: "dm_key"], "dm_key"), ([.authorization: "", .apiKey: "dm_key"], "dm_key"),
            ([.authorization: "Bearer ", .apiKey: "dm_key"], "dm_key"), ([.authorization: "Bearer one", .apiKey: "two"], "one"),
            ([.authorization: "Bearer one", .apiKey: ""], "one"), ([.authorization: "Basic dXNlcjpwYXNz", .apiKey: ""], nil),
            ([.apiKey: ""], nil), ([:], nil),
        ] as [(HTTPFields, String?)]
    )
    func foreignCredentials(fields: HTTPFields, key: String?) {
        #expect(Accounts.key(in: fields) == key)
    }

    @Test(.timeLimit(.minutes(1))) func `a key of characters that are slow to compare is refused at once`() {
        // Comparing texts that hold these takes time in the square of their number, because Swift sorts the marks: an hour here.
        let marks = String(repeating: "\u{0301}\u{0316}", count: 1_000_000)
        for fields in [
            [.authorization: marks], [.authorization: "Bearer \(marks)"], [.authorization: "B\(marks) x"], [.apiKey: "dm_\(marks)"],
        ] as [HTTPFields] {
            #expect(performing: { try accounts.authenticate(fields) }, throws: { ($0 as? Problem)?.code == .unauthorized })
        }
    }

    @Test func `a mistyped key is told from a wrong one`() async throws {
        let key = try #require(try await signUp("you@example.com")["api_key"]?.stringValue)
        let typo = key.dropLast(10) + (key.dropLast(9).last == "a" ? "b" : "a") + key.suffix(9)
        let other = try APIKey(prefix: "dm_").text
        for (wrong, isMistyped) in [(String(typo), true), (other, false)] {
            #expect(
                performing: { try accounts.authenticate([.authorization: "Bearer \(wrong)"]) },
                throws: { ($0 as? Problem)?.detail.contains("mistyped") == isMistyped }
            )
        }
    }
}
