import Accounts
import Database
import HTTPCore
import TestKit
import Testing

@Suite struct PlanTests {
    private let fixture: PlanFixture

    init() throws { fixture = try PlanFixture() }

    /// Adds a monitor if there is room.
    ///
    /// - Returns: why not.
    private func addMonitor(for accountID: Int64) async throws -> Problem? {
        let (accounts, now) = (fixture.accounts, fixture.clock.now)
        do {
            try await accounts.database.write { connection in
                try accounts.checkRoom(for: accountID, in: PlanFixture.monitors, at: now, connection)
                try connection.execute("INSERT INTO monitors (account_id) VALUES (?)", accountID)
            }
            return nil
        } catch let problem as Problem {
            return problem
        }
    }

    private func plan(of accountID: Int64) throws -> Plan {
        try fixture.accounts.database.read { try fixture.accounts.plan(of: accountID, in: $0) }
    }

    @Test func `there is room up to the limit, and the refusal says what to do`() async throws {
        let account = try await fixture.account()
        for _ in 0..<3 { #expect(try await addMonitor(for: account) == nil) }
        let problem = try #require(try await addMonitor(for: account))
        #expect(problem.code == .planLimitReached)
        #expect(problem.detail == "Your plan \"free\" has room for 3 monitors. Delete one, or upgrade your plan to add more.")
        #expect(try await addMonitor(for: fixture.account()) == nil, "another account has room of its own")
    }

    @Test func `of many who ask for the last place one gets it`() async throws {
        let account = try await fixture.account()
        for _ in 0..<2 { #expect(try await addMonitor(for: account) == nil) }
        let added = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 { group.addTask { try await addMonitor(for: account) == nil } }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(added == 1)
    }

    @Test func `a plan that changes counts at once`() async throws {
        let account = try await fixture.account()
        for _ in 0..<3 { #expect(try await addMonitor(for: account) == nil) }
        try await fixture.setPlan("pro", of: account)
        #expect(try plan(of: account).price == 19)
        #expect(try await addMonitor(for: account) == nil)
        try await fixture.setPlan("free", of: account)
        #expect(try await addMonitor(for: account)?.code == .planLimitReached)
    }

    @Test func `an account whose plan is not in the list has the first one`() async throws {
        let account = try await fixture.account(plan: "enterprise")
        #expect(try plan(of: account).name == "free")
        for _ in 0..<3 { #expect(try await addMonitor(for: account) == nil) }
        #expect(try await addMonitor(for: account)?.detail.contains("\"free\"") == true)
    }

    @Test func `a limit that is not the account's as a whole is checked against a count`() async throws {
        let account = try await fixture.account(plan: "pro")
        let accounts = fixture.accounts
        try accounts.database.read { connection in
            try accounts.checkRoom(for: account, count: 99, limit: "monitor_limit", "flags in each project", in: connection)
            let problem = #expect(throws: Problem.self) {
                try accounts.checkRoom(for: account, count: 100, limit: "monitor_limit", "flags in each project", in: connection)
            }
            #expect(problem?.detail.hasPrefix("Your plan \"pro\" has room for 100 flags in each project.") == true)
            #expect(throws: Problem.self, "a limit that no plan names has room for nothing") {
                try accounts.checkRoom(for: account, count: 0, limit: "misspelt", "flags", in: connection)
            }
        }
    }

    @Test func `an account that is gone, or on its way out, has no plan`() async throws {
        let account = try await fixture.account()
        try await fixture.erase(account)
        for gone in [account, account + 1] {
            #expect(performing: { try plan(of: gone) }, throws: { ($0 as? Problem)?.code == .unauthorized })
            #expect(try await addMonitor(for: gone)?.code == .unauthorized)
        }
    }
}
