import Database
import HTTPCore
import Timekeeping

// What every product keeps for an account.
extension ExportSection {
    /// The account's keys as their owner is shown them: without their hashes, which are of use to nobody but us.
    static let keys = ExportSection("keys") { connection, accountID, after, limit in
        let keys = try StoredKey.page(of: accountID, after: after, limit: limit, in: connection)
        return (rows: keys.map { JSONValue.object($0.json) }, last: keys.count < limit ? nil : keys.last?.rowID)
    }

    /// The days from the first that a date can name, 0000-01-01, to 1970-01-01.
    private static let daysBefore1970: Int64 = 719_528

    /// What was done on each day. A position is the number of a day, counted from the first there is as 1, and a page has so many days.
    static let usage = ExportSection("usage") { connection, accountID, after, limit in
        let first = CalendarDay(of: Timestamp(seconds: (after - ExportSection.daysBefore1970) * 86_400))
        let period: String? =
            try connection.first(
                """
                SELECT max(period) AS period FROM (
                    SELECT DISTINCT period FROM usage_counts WHERE account_id = ? AND period >= ? AND length(period) = 10
                    ORDER BY period LIMIT ?
                ) AS days
                """,
                accountID,
                first.description,
                limit
            ) { try $0["period"] as String? } ?? nil
        guard let period else { return (rows: [], last: nil) }
        // Not the end: days may follow. An export that breaks off is better than one that lacks them and looks whole.
        guard let last = CalendarDay(period) else { throw DatabaseError.column(name: "period", found: "no date", wanted: "a date") }
        // Behind the last day that a date can name.
        guard last >= first else { return (rows: [], last: nil) }
        let days = try UsageRows.daily(by: accountID, from: first, through: last, in: connection)
        let rows = days.map { ["date": .string($0.date), "action": .string($0.action), "count": .integer($0.count)] as JSONValue }
        return (rows: rows, last: last.number + ExportSection.daysBefore1970 + 1)
    }
}
