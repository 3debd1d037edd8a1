public import Database
public import Timekeeping

extension Accounts {
    /// How many units of the quota the account's plan allows in each window, by its row as it is at this moment.
    ///
    /// Throws `Problem.unauthorized` (401) for an account that has been erased meanwhile.
    public func limit(of quota: Quota, for accountID: Int64, in connection: Connection) throws -> Int {
        try plan(of: accountID, in: connection).limit(quota.limit)
    }

    /// How many units of the window are used. What is counted in memory only is not among them until it is flushed.
    public func used(_ quota: Quota, by accountID: Int64, at now: Timestamp, in connection: Connection) throws -> Int {
        try UsageRows.count(of: quota.action, by: accountID, in: quota.window.period(at: now), connection)
    }

    /// Takes one unit, or none when the window's are used up. To be called in the transaction of the action: two requests at the last unit
    /// cannot both have it, because writes run one after the other, and an action that fails gives its unit back.
    ///
    /// - Returns: whether there was one left. If not, ``Quota/exceeded(limit:at:error:)`` is the answer.
    ///
    /// Throws `Problem.unauthorized` (401) for an account that has been erased meanwhile.
    public func take(_ quota: Quota, for accountID: Int64, at now: Timestamp, in connection: Connection) throws -> Bool {
        let most = try limit(of: quota, for: accountID, in: connection)
        let period = quota.window.period(at: now)
        guard most > 0, try UsageRows.take(quota.action, by: accountID, limit: most, in: period, connection) else { return false }
        try UsageRows.add(1, of: quota.action, by: accountID, in: quota.window.other.period(at: now), connection)
        return true
    }

    /// Counts an action that nobody is stopped at, in the transaction of the action. Where there is none, ``UsageCounter`` is cheaper.
    public func count(
        _ action: String,
        for accountID: Int64,
        at now: Timestamp,
        by number: Int = 1,
        in connection: Connection
    ) throws {
        try UsageRows.add(number, of: action, by: accountID, on: CalendarDay(of: now), in: connection)
    }
}
