import Accounts
import Database
import HTTPCore
import Timekeeping

/// The invoices that an account's plan allows in a calendar month.
struct InvoiceQuota: Sendable {
    let accounts: Accounts

    /// Refuses an invoice that could not be counted. One that passes may find the last one taken when it is counted.
    ///
    /// - Throws: `Problem` `quota_exceeded` (429) when those of this month are used up.
    func check(for accountID: Int64, at now: Timestamp) throws {
        try accounts.database.read { connection in
            let limit = try accounts.limit(of: .invoices, for: accountID, in: connection)
            guard try accounts.used(.invoices, by: accountID, at: now, in: connection) < limit else { throw usedUp(limit, at: now) }
        }
    }

    /// Counts one invoice against the month, in the transaction that gives it out.
    ///
    /// - Throws: `Problem` `quota_exceeded` (429) when those of this month are used up.
    func take(for accountID: Int64, at now: Timestamp, in connection: Connection) throws {
        guard try !accounts.take(.invoices, for: accountID, at: now, in: connection) else { return }
        throw usedUp(try accounts.limit(of: .invoices, for: accountID, in: connection), at: now)
    }

    /// In the original's words, which are a promise.
    private func usedUp(_ limit: Int, at now: Timestamp) -> Problem {
        Quota.invoices.exceeded(limit: limit, at: now, error: "Monthly limit reached. Upgrade your plan to continue.")
    }
}
