import Database
import Timekeeping

/// The SQL of `usage_counts`: each action is filed under its day and under its month, so that neither has to be added up from the other.
enum UsageRows {
    /// How often an account did something on one day.
    struct Daily: Sendable, Equatable {
        /// `2026-11-26`
        let date: String
        let action: String
        let count: Int
    }

    /// Counts, whatever the limit. Of an account that is gone, or is being erased, nothing is kept.
    static func add(_ number: Int, of action: String, by accountID: Int64, on day: CalendarDay, in connection: Connection) throws {
        try add(number, of: action, by: accountID, in: day.description, connection)
        try add(number, of: action, by: accountID, in: day.month, connection)
    }

    /// Counts for one window only.
    static func add(_ number: Int, of action: String, by accountID: Int64, in period: String, _ connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO usage_counts (account_id, action, period, count) SELECT id, ?, ?, ? FROM accounts WHERE id = ? AND erased_at IS NULL
            ON CONFLICT (account_id, action, period) DO UPDATE SET count = usage_counts.count + excluded.count
            """,
            action,
            period,
            number,
            accountID
        )
    }

    /// Counts one unit for one window, unless `limit` are counted there already.
    ///
    /// - Parameter limit: at least 1.
    /// - Returns: whether it was counted.
    static func take(_ action: String, by accountID: Int64, limit: Int, in period: String, _ connection: Connection) throws -> Bool {
        let count: Int? = try connection.first(
            """
            INSERT INTO usage_counts (account_id, action, period, count) VALUES (?, ?, ?, 1)
            ON CONFLICT (account_id, action, period) DO UPDATE SET count = usage_counts.count + 1 WHERE usage_counts.count < ?
            RETURNING count
            """,
            accountID,
            action,
            period,
            limit
        ) { try $0["count"] }
        return count != nil
    }

    /// How much is counted for one window.
    static func count(of action: String, by accountID: Int64, in period: String, _ connection: Connection) throws -> Int {
        try connection.first(
            "SELECT count FROM usage_counts WHERE account_id = ? AND action = ? AND period = ?",
            accountID,
            action,
            period
        ) { try $0["count"] } ?? 0
    }

    /// The days from one to another, both included, on which something was counted, in their order.
    static func daily(by accountID: Int64, from: CalendarDay, through: CalendarDay, in connection: Connection) throws -> [Daily] {
        try connection.all(
            // Rows of months lie between those of days, and are told apart by their length.
            """
            SELECT period, action, count FROM usage_counts WHERE account_id = ? AND period >= ? AND period <= ? AND length(period) = 10
            ORDER BY period, action
            """,
            accountID,
            from.description,
            through.description
        ) { Daily(date: try $0["period"], action: try $0["action"], count: try $0["count"]) }
    }
}
