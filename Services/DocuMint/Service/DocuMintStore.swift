import Accounts
import Database
import HTTPCore
import HTTPTypes
import InvoicePDF

/// All SQL of the product, which so far is that of its accounts.
struct DocuMintStore: Sendable {
    let database: DatabaseFile
    let policy: AccountPolicy

    /// Counts one invoice against the month.
    ///
    /// - Throws: 429 `quota_exceeded` when the plan's invoices of this month are used up.
    func countInvoice(of identity: Identity, at now: Timestamp) async throws {
        let limit = policy.plan(named: identity.plan).limit(PlanLimit.invoices)
        let isCounted = try await database.write { connection in
            try MonthlyQuota(action: "invoice").take(for: identity.accountID, limit: limit, at: now, in: connection)
        }
        guard !isCounted else { return }
        let nextMonth = InvoiceDate(of: now)?.startOfNextMonth
        let wait = nextMonth.flatMap { Timestamp(rfc3339: "\($0)T00:00:00Z") }.map { $0.seconds - now.seconds }
        throw Problem(
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
