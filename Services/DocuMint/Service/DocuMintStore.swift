import Accounts
import Database
import Timekeeping
import HTTPCore
import HTTPTypes
import InvoicePDF

/// All SQL of the product, which so far is that of its accounts.
struct DocuMintStore: Sendable {
    let database: DatabaseFile
    let policy: AccountPolicy

    private static let quota = MonthlyQuota(action: "invoice")

    /// Refuses an invoice that could not be counted. One that passes may find the last one taken when it is counted.
    ///
    /// - Throws: 429 `quota_exceeded` when the plan's invoices of this month are used up.
    func checkQuota(of identity: Identity, at now: Timestamp) throws {
        let used = try database.read { try Self.quota.used(by: identity.accountID, at: now, in: $0) }
        let limit = limit(of: identity)
        guard used < limit else { throw usedUp(limit, at: now) }
    }

    /// Counts one invoice against the month.
    ///
    /// - Throws: 429 `quota_exceeded` when the plan's invoices of this month are used up.
    func countInvoice(of identity: Identity, at now: Timestamp) async throws {
        let limit = limit(of: identity)
        let isCounted = try await database.write { connection in
            try Self.quota.take(for: identity.accountID, limit: limit, at: now, in: connection)
        }
        guard isCounted else { throw usedUp(limit, at: now) }
    }

    private func limit(of identity: Identity) -> Int {
        policy.plan(named: identity.plan).limit(PlanLimit.invoices)
    }

    private func usedUp(_ limit: Int, at now: Timestamp) -> Problem {
        let nextMonth = InvoiceDate(of: now)?.startOfNextMonth
        let wait = nextMonth.flatMap { Timestamp(rfc3339: "\($0)T00:00:00Z") }.map { $0.seconds - now.seconds }
        return Problem(
            .quotaExceeded,
            "The plan has \(limit) invoices a month, and those of this month are used up; the next month begins on the 1st, in UTC.",
            error: "Monthly limit reached. Upgrade your plan to continue.",
            headers: wait.map { [.retryAfter: String($0)] } ?? [:]
        )
    }
}

extension InvoiceDate {
    /// The day in UTC.
    init?(of time: Timestamp) {
        self.init(parsing: String(time.rfc3339.prefix(10)))
    }

    fileprivate var startOfNextMonth: InvoiceDate? {
        InvoiceDate(year: year + month / 12, month: month % 12 + 1, day: 1)
    }
}
