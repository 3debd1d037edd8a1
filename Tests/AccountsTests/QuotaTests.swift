import Accounts
import Database
import HTTPCore
import HTTPTypes
import TestKit
import Testing
import Timekeeping

@Suite struct QuotaTests {
    private struct Unfinished: Error {}

    private let fixture: PlanFixture

    init() throws { fixture = try PlanFixture() }

    private func stop(at time: String) throws {
        fixture.clock.now = try #require(Timestamp(rfc3339: time))
    }

    @Test(arguments: [PlanFixture.invoices, PlanFixture.requests])
    func `of two hundred who take the last unit one gets it`(quota: Quota) async throws {
        let account = try await fixture.account()
        let limit = quota.window == .month ? 5 : 3
        #expect(try await fixture.take(limit - 1, of: quota, for: account) == limit - 1)
        let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 { group.addTask { try await fixture.take(quota, for: account) } }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(taken == 1)
        #expect(try fixture.used(quota, by: account) == limit)
        #expect(try fixture.rows() == ["1 \(quota.action) 2026-04 \(limit)", "1 \(quota.action) 2026-04-20 \(limit)"])
    }

    @Test func `a month ends with its last millisecond in UTC`() async throws {
        let account = try await fixture.account()
        try stop(at: "2026-12-31T23:59:59.999Z")
        #expect(try await fixture.take(6, of: PlanFixture.invoices, for: account) == 5)
        #expect(PlanFixture.invoices.window.resetsAt(after: fixture.clock.now).rfc3339 == "2027-01-01T00:00:00Z")
        try stop(at: "2027-01-01T00:00:00Z")
        #expect(try fixture.used(PlanFixture.invoices, by: account) == 0)
        #expect(try await fixture.take(6, of: PlanFixture.invoices, for: account) == 5)
        #expect(
            try fixture.rows() == ["1 invoice 2026-12 5", "1 invoice 2026-12-31 5", "1 invoice 2027-01 5", "1 invoice 2027-01-01 5"]
        )
    }

    @Test func `a day ends at midnight in UTC, and its units stay with the month`() async throws {
        let account = try await fixture.account()
        try stop(at: "2028-02-28T23:59:59.999Z")
        #expect(try await fixture.take(4, of: PlanFixture.requests, for: account) == 3)
        #expect(PlanFixture.requests.window.resetsAt(after: fixture.clock.now).rfc3339 == "2028-02-29T00:00:00Z")
        fixture.clock.now = Timestamp(milliseconds: fixture.clock.now.milliseconds + 1)
        #expect(try await fixture.take(4, of: PlanFixture.requests, for: account) == 3)
        #expect(try fixture.rows() == ["1 request 2028-02 6", "1 request 2028-02-28 3", "1 request 2028-02-29 3"])
    }

    @Test func `what is taken on several days of a month is one month's`() async throws {
        let account = try await fixture.account()
        for day in ["01", "15", "30"] {
            try stop(at: "2026-11-\(day)T12:00:00Z")
            #expect(try await fixture.take(2, of: PlanFixture.invoices, for: account) == (day == "30" ? 1 : 2))
        }
        #expect(
            try fixture.rows() == ["1 invoice 2026-11 5", "1 invoice 2026-11-01 2", "1 invoice 2026-11-15 2", "1 invoice 2026-11-30 1"]
        )
    }

    @Test func `a plan that changes counts at once, in both directions`() async throws {
        let account = try await fixture.account(plan: "unknown")
        #expect(try await fixture.take(6, of: PlanFixture.invoices, for: account) == 5)
        try await fixture.setPlan("pro", of: account)
        #expect(try await fixture.take(6, of: PlanFixture.invoices, for: account) == 6)
        try await fixture.setPlan("free", of: account)
        #expect(try await fixture.take(1, of: PlanFixture.invoices, for: account) == 0)
        #expect(try fixture.used(PlanFixture.invoices, by: account) == 11)
        let limit = try fixture.accounts.database.read { try fixture.accounts.limit(of: PlanFixture.invoices, for: account, in: $0) }
        #expect(limit == 5)
    }

    @Test func `an action that fails gives its unit back`() async throws {
        let account = try await fixture.account()
        let (accounts, now) = (fixture.accounts, fixture.clock.now)
        await #expect(throws: Unfinished.self) {
            try await accounts.database.write { connection in
                guard try accounts.take(PlanFixture.invoices, for: account, at: now, in: connection) else { return }
                throw Unfinished()
            }
        }
        #expect(try fixture.rows().isEmpty)
    }

    @Test func `a limit of nothing gives nothing and leaves no row`() async throws {
        let account = try await fixture.account()
        let misspelt = Quota(action: "invoice", limit: "montly_limit", window: .month)
        #expect(try await fixture.take(misspelt, for: account) == false)
        #expect(try fixture.rows().isEmpty)
    }

    @Test func `accounts and actions have units of their own`() async throws {
        let accounts = [try await fixture.account(), try await fixture.account()]
        for account in accounts {
            #expect(try await fixture.take(6, of: PlanFixture.invoices, for: account) == 5)
            #expect(try await fixture.take(4, of: PlanFixture.requests, for: account) == 3)
        }
    }

    @Test func `an account that is gone, or on its way out, takes nothing`() async throws {
        let account = try await fixture.account()
        try await fixture.erase(account)
        for gone in [account, account + 1] {
            await #expect(
                performing: { _ = try await fixture.take(PlanFixture.invoices, for: gone) },
                throws: { ($0 as? Problem)?.code == .unauthorized }
            )
        }
        #expect(try fixture.rows().isEmpty)
    }

    @Test func `an action without a limit is counted in its transaction`() async throws {
        let account = try await fixture.account()
        let (accounts, now) = (fixture.accounts, fixture.clock.now)
        for number in [1, 3] {
            try await accounts.database.write { try accounts.count("capture", for: account, at: now, by: number, in: $0) }
        }
        #expect(try fixture.rows() == ["1 capture 2026-04 4", "1 capture 2026-04-20 4"])
    }

    @Test(
        arguments: [
            (PlanFixture.invoices, "2026-11-30T23:59:58.001Z", "2026-12-01T00:00:00Z", "2"),
            (PlanFixture.invoices, "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z", "2678400"),
            (PlanFixture.requests, "2026-11-30T23:59:59.999Z", "2026-12-01T00:00:00Z", "1"),
            (PlanFixture.requests, "2026-11-29T00:00:00Z", "2026-11-30T00:00:00Z", "86400"),
        ] as [(Quota, String, String, String)]
    )
    func `a quota that is used up says until when`(quota: Quota, now: String, resetsAt: String, wait: String) throws {
        let now = try #require(Timestamp(rfc3339: now))
        let problem = quota.exceeded(limit: 5, at: now, error: "Monthly limit reached. Upgrade your plan to continue.")
        #expect(problem.code == .quotaExceeded)
        #expect(problem.headers[.retryAfter] == wait)
        #expect(problem.error == "Monthly limit reached. Upgrade your plan to continue.")
        for part in ["\"\(quota.limit)\"", " 5 ", quota.window.rawValue, resetsAt] { #expect(problem.detail.contains(part)) }
        #expect(quota.exceeded(limit: 5, at: now).error == problem.detail)
    }
}
