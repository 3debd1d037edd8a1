public import Database
public import Timekeeping

/// Counts an action against a calendar month in UTC, in the transaction of the action itself.
public struct MonthlyQuota: Sendable {
    /// What is counted, such as `invoice`.
    public let action: String

    /// - Parameter action: the name under which it is counted.
    public init(action: String) { self.action = action }

    /// How many units of the month are used.
    public func used(by accountID: Int64, at now: Timestamp, in connection: Connection) throws -> Int {
        try connection.first(
            "SELECT count FROM usage_counts WHERE account_id = ? AND action = ? AND period = ?",
            accountID,
            action,
            now.month
        ) { try $0["count"] } ?? 0
    }

    /// Takes one unit, or none when the month's are used up. Two requests at the last unit cannot both have it, because writes run one
    /// after the other.
    ///
    /// - Returns: whether there was one left.
    public func take(for accountID: Int64, limit: Int, at now: Timestamp, in connection: Connection) throws -> Bool {
        let count: Int? = try connection.first(
            """
            INSERT INTO usage_counts (account_id, action, period, count) SELECT ?, ?, ?, 1 WHERE ? > 0
            ON CONFLICT (account_id, action, period) DO UPDATE SET count = usage_counts.count + 1 WHERE usage_counts.count < ?
            RETURNING count
            """,
            accountID,
            action,
            now.month,
            limit,
            limit
        ) { try $0["count"] }
        return count != nil
    }
}

extension Timestamp {
    /// The calendar month in UTC: `2026-11`.
    var month: String { String(rfc3339.prefix(7)) }
}
