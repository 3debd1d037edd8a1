import Cryptography
import HTTPCore
import HTTPTypes
import TestKit
import Testing
import Timekeeping

@testable import Accounts
@testable import Database

@Suite(.timeLimit(.minutes(2))) struct ErasureTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    // MARK: What is left

    @Test func `nothing of the account is found in the file, and all of the others`() async throws {
        let fixture = try ErasureFixture(in: folder)
        let owners = try await fixture.addAccounts()
        let gone = owners[2]
        for trace in gone.traces { #expect(try folder.occurrences(of: trace) > 0, "\(trace) is not there to be erased") }
        let before = try fixture.rows(except: gone)
        #expect(before.count > 4_000)

        try await fixture.accounts.erase(gone.id, fixture.erase)

        for trace in gone.traces { #expect(try folder.occurrences(of: trace) == 0, "\(trace)") }
        #expect(try fixture.rows(except: gone) == before)
        #expect(try fixture.number("SELECT count(*) AS number FROM accounts") == owners.count - 1)
        #expect(try fixture.number("SELECT count(*) AS number FROM owed_purges") == 0)
        #expect(try fixture.number("SELECT count(*) AS number FROM pragma_foreign_key_check") == 0)
        #expect(try fixture.database.first("PRAGMA integrity_check") { try $0["integrity_check"] as String } == "ok")
        for owner in owners { #expect(fixture.isKnown(owner.key) == (owner.id != gone.id)) }
    }

    @Test func `the address can be signed up with at once, before the rest is done`() async throws {
        let fixture = try ErasureFixture(in: folder)
        let first = try await fixture.signUp("you@example.com")
        try await fixture.accounts.beginErasure(of: first.id)
        #expect(!fixture.isKnown(first.key))
        let second = try await fixture.signUp("You@Example.com")
        try await fixture.accounts.completeErasure(of: first.id, fixture.erase)
        #expect(!fixture.isKnown(first.key) && fixture.isKnown(second.key))
        #expect(try fixture.number("SELECT count(*) AS number FROM accounts") == 1)
    }

    @Test func `the first step is one small transaction, however much there is`() async throws {
        let fixture = try ErasureFixture(in: folder)
        let gone = try await fixture.addAccounts()[2]
        let answers = try fixture.number("SELECT count(*) AS number FROM idempotent_answers")
        let writes = fixture.database.statistics.writes
        try await fixture.accounts.beginErasure(of: gone.id)
        #expect(fixture.database.statistics.writes == writes + 1)
        #expect(try fixture.number("SELECT count(*) AS number FROM idempotent_answers") == answers)
        try await fixture.accounts.completeErasure(of: gone.id, fixture.erase)
        #expect(try fixture.number("SELECT count(*) AS number FROM idempotent_answers") == answers - 120)
    }

    @Test func `what was counted in memory does not bring it back`() async throws {
        let fixture = try ErasureFixture(in: folder)
        let owner = try await fixture.signUp("you@example.com")
        let other = try await fixture.signUp("other@example.com")
        for account in [owner, other] { fixture.accounts.usage.count("paint", for: account.id, at: fixture.accounts.now()) }
        fixture.hooks.doesEraseFail = true
        await #expect(throws: NotesHooks.EraseFailure.self) { try await fixture.accounts.erase(owner.id, fixture.erase) }
        try await fixture.accounts.flushUsage()
        fixture.accounts.usage.count("paint", for: owner.id, at: fixture.accounts.now())
        fixture.hooks.doesEraseFail = false
        try await fixture.accounts.finishErasures(fixture.erase)
        try await fixture.accounts.flushUsage()
        #expect(try fixture.number("SELECT count(DISTINCT account_id) AS number FROM usage_counts") == 1)
        #expect(try fixture.number("SELECT min(account_id) AS number FROM usage_counts") == Int(other.id))
    }

    @Test func `memory forgets the account before anything that takes long, and again when the rest is done later`() async throws {
        let fixture = try ErasureFixture(in: folder)
        let (hooks, owner) = (fixture.hooks, try await fixture.signUp("you@example.com"))
        hooks.doesEraseFail = true
        await #expect(throws: NotesHooks.EraseFailure.self) {
            try await fixture.accounts.erase(owner.id, fixture.erase, forget: hooks.forget)
        }
        #expect(hooks.forgotten == [owner.id])
        hooks.doesEraseFail = false
        try await fixture.accounts.finishErasures(fixture.erase, forget: hooks.forget)
        #expect(hooks.forgotten == [owner.id, owner.id])
    }

    // MARK: What comes in between

    @Test func `what a killed process has begun the next one completes`() async throws {
        let gone: FixtureAccount
        do {
            let fixture = try ErasureFixture(in: folder)
            gone = try await fixture.addAccounts()[2]
            try await fixture.accounts.beginErasure(of: gone.id)
            fixture.database.close()
        }
        let fixture = try ErasureFixture(in: folder)
        let before = try fixture.rows(except: gone)
        #expect(!fixture.isKnown(gone.key))
        #expect(try fixture.number("SELECT count(*) AS number FROM notes WHERE account_id = 3") > 0)
        try await fixture.accounts.finishErasures(fixture.erase)
        for trace in gone.traces { #expect(try folder.occurrences(of: trace) == 0, "\(trace)") }
        #expect(try fixture.rows(except: gone) == before)
        #expect(try fixture.number("SELECT count(*) AS number FROM accounts") == 4)
        let transactions = fixture.database.statistics.transactions
        try await fixture.accounts.finishErasures(fixture.erase)
        #expect(fixture.database.statistics.transactions == transactions, "there was nothing left to do")
    }

    @Test func `a purge that has to wait outlives the process`() async throws {
        let gone: FixtureAccount
        do {
            let fixture = try ErasureFixture(in: folder)
            gone = try await fixture.addAccounts()[2]
            #expect(fixture.accounts.erasures.beginPurge(), "as if one were running")
            try await fixture.accounts.erase(gone.id, fixture.erase)
            try await fixture.accounts.finishErasures(fixture.erase)
            #expect(fixture.database.statistics.purges == 0)
            #expect(try fixture.number("SELECT count(*) AS number FROM accounts") == 4)
            #expect(try fixture.number("SELECT count(*) AS number FROM owed_purges") == 1)
            #expect(try fixture.number("SELECT count(*) AS number FROM notes WHERE account_id = 3") == 0)
            fixture.database.close()
        }
        let fixture = try ErasureFixture(in: folder)
        let left = try gone.traces.map { try folder.occurrences(of: $0) }
        #expect(left != [0, 0, 0], "there is nothing to purge")
        try await fixture.accounts.finishErasures(fixture.erase, purging: false)
        #expect(fixture.database.statistics.purges == 0)
        try await fixture.accounts.finishErasures(fixture.erase)
        for trace in gone.traces { #expect(try folder.occurrences(of: trace) == 0, "\(trace)") }
        #expect(try fixture.number("SELECT count(*) AS number FROM owed_purges") == 0)
    }

    @Test func `several erasures share one purge`() async throws {
        let fixture = try ErasureFixture(in: folder)
        let owners = try await fixture.addAccounts()
        #expect(fixture.accounts.erasures.beginPurge(at: 0), "as if one were running")
        for owner in owners[..<3] { try await fixture.accounts.erase(owner.id, fixture.erase) }
        #expect(fixture.database.statistics.purges == 0)
        fixture.accounts.erasures.endPurge(at: 0, failed: false)
        try await fixture.accounts.finishErasures(fixture.erase)
        #expect(fixture.database.statistics.purges == 1)
        for trace in owners[..<3].flatMap(\.traces) { #expect(try folder.occurrences(of: trace) == 0, "\(trace)") }
        #expect(try fixture.number("SELECT count(*) AS number FROM accounts") == 2)
    }

    @Test func `when the product fails the account is gone all the same, and the rest is made up for`() async throws {
        let fixture = try ErasureFixture(in: folder)
        let owner = try await fixture.signUp("you@example.com")
        try await NotesProduct.add(["a", "b"], for: owner.id, in: fixture.database)
        fixture.hooks.doesEraseFail = true
        await #expect(throws: NotesHooks.EraseFailure.self) { try await fixture.accounts.erase(owner.id, fixture.erase) }
        #expect(!fixture.isKnown(owner.key))
        await #expect(throws: NotesHooks.EraseFailure.self) { try await fixture.accounts.finishErasures(fixture.erase) }
        #expect(try fixture.number("SELECT count(*) AS number FROM notes") == 2)
        fixture.hooks.doesEraseFail = false
        try await fixture.accounts.finishErasures(fixture.erase)
        #expect(try fixture.number("SELECT count(*) AS number FROM notes") == 0)
        #expect(try fixture.number("SELECT count(*) AS number FROM accounts") == 0)
    }

    @Test func `any number of erasures that fail hold up none of the others`() async throws {
        let fixture = try ErasureFixture(in: folder)
        try await fixture.database.write { connection in
            // Some at the same moment, as at the end of a page.
            for number in 1...250 {
                try connection.execute("INSERT INTO accounts (email, created_at, erased_at) VALUES ('', 0, ?)", number / 4)
            }
        }
        await #expect(throws: NotesHooks.EraseFailure.self) {
            try await fixture.accounts.finishErasures { if $0 % 50 != 0 { throw NotesHooks.EraseFailure() } }
        }
        #expect(try fixture.number("SELECT count(*) AS number FROM accounts") == 245)
        #expect(try fixture.number("SELECT count(*) AS number FROM accounts WHERE id % 50 = 0") == 0)
    }

    @Test func `an account is erased once, whoever else tries meanwhile or afterwards`() async throws {
        let fixture = try ErasureFixture(in: folder)
        let owner = try await fixture.signUp("you@example.com")
        fixture.hooks.isEraseHeld = true
        let first = Task { [accounts = fixture.accounts, erase = fixture.erase] in try await accounts.erase(owner.id, erase) }
        while fixture.isKnown(owner.key) { await Task.yield() }
        await #expect(
            performing: { try await fixture.accounts.erase(owner.id, fixture.erase) },
            throws: { ($0 as? Problem)?.code == .overloaded }
        )
        // Leaves it to whoever is at it.
        try await fixture.accounts.finishErasures(fixture.erase)
        fixture.hooks.isEraseHeld = false
        try await first.value
        await #expect(
            performing: { try await fixture.accounts.erase(owner.id, fixture.erase) },
            throws: { ($0 as? Problem)?.code == .unauthorized }
        )
        #expect(try fixture.number("SELECT count(*) AS number FROM accounts") == 0)
    }

    // MARK: How often the file is purged

    @Test func `purges take a twenty-first of the time at most`() {
        var budget = PurgeBudget()
        // Beside the macro, which cannot change what it looks at.
        func begin(at now: Int64) -> Bool { budget.begin(at: now) }
        #expect(begin(at: 1_000) == true)
        #expect(begin(at: 1_500) == false, "one is running")
        budget.end(at: 2_000, failed: false)
        #expect(begin(at: 2_000) == false)
        #expect(begin(at: 21_999) == false)
        #expect(begin(at: 22_000) == true)
        budget.end(at: 22_010, failed: false)
        #expect(begin(at: 22_209) == false)
        #expect(begin(at: 22_210) == true)
    }

    @Test func `after a purge that failed none begins for a minute, however quickly it did`() {
        var budget = PurgeBudget()
        func begin(at now: Int64) -> Bool { budget.begin(at: now) }
        #expect(begin(at: 0) == true)
        budget.end(at: 10, failed: true)
        #expect(begin(at: 60_000_000_009) == false)
        #expect(begin(at: 60_000_000_010) == true)
        // What took long rests for longer than that.
        budget.end(at: 70_000_000_010, failed: true)
        #expect(begin(at: 270_000_000_009) == false)
        #expect(begin(at: 270_000_000_010) == true)
    }

    @Test func `a purge without room on the disk does not fail the erasure, stays owed, and is not tried again at once`() async throws {
        var options = DatabaseFile.Options()
        options.room = { _ in 0 }
        let fixture = try ErasureFixture(in: folder, options: options)
        let owner = try await fixture.signUp("you@example.com")
        try await fixture.accounts.erase(owner.id, fixture.erase)
        #expect(fixture.database.statistics.purges == 1)
        try await fixture.accounts.finishErasures(fixture.erase)
        #expect(fixture.database.statistics.purges == 1)
        #expect(try fixture.number("SELECT count(*) AS number FROM owed_purges") == 1)
        #expect(try fixture.number("SELECT count(*) AS number FROM accounts") == 0)
    }

    // MARK: Over HTTP

    @Test func `DELETE answers 204, and it is as if there had been no account`() async throws {
        try await TestService<NotesProduct>.run { service in
            let (owner, other) = (try await service.signedUp(), try await service.signedUp("other@example.com"))
            for accountID in [1, 2] as [Int64] { try await NotesProduct.add(["a", "b", "c"], for: accountID, in: service.database) }
            let answer = try await owner.delete("/api/v1/account")
            #expect(answer.status == 204)
            #expect(answer.body.isEmpty)
            #expect(try service.notes(of: 1) == 0)
            #expect(try await owner.get("/api/v1/account").status == 401)
            #expect(try await owner.delete("/api/v1/account").status == 401)
            #expect(try await other.get("/api/v1/account").status == 200)
            #expect(try service.notes(of: 2) == 3)
            #expect(try await service.signedUp().get("/api/v1/account").status == 200)
        }
    }

    @Test func `only a key with the scope admin erases`() async throws {
        try await TestService<NotesProduct>.run { service in
            let owner = try await service.signedUp()
            for scopes in [["read"], ["read", "write"]] as [JSONValue] {
                let key = try await owner.post("/api/v1/keys", json: ["name": "weak", "scopes": scopes]).json["api_key"]?.stringValue
                let weak = service.client.authorized(try #require(key))
                for path in ["/api/v1/account", "/impatient/account"] { #expect(try await weak.delete(path).status == 403) }
            }
            #expect(try await service.client.delete("/api/v1/account").status == 401)
            #expect(try await owner.get("/api/v1/account").status == 200)
        }
    }

    @Test func `DELETE answers 202 when it takes long, and goes on`() async throws {
        try await TestService<NotesProduct>.run { service in
            let owner = try await service.signedUp()
            try await NotesProduct.add(["a", "b", "c"], for: 1, in: service.database)
            service.product.hooks.isEraseHeld = true
            #expect(try await owner.delete("/impatient/account").status == 202)
            #expect(try await owner.get("/api/v1/account").status == 401)
            #expect(try service.notes(of: 1) == 3)
            #expect(service.product.hooks.forgotten == [1])
            service.product.hooks.isEraseHeld = false
            while try service.notes(of: 1) > 0 { await Task.yield() }
            #expect(try await service.signedUp().get("/api/v1/account").status == 200)
        }
    }
}
