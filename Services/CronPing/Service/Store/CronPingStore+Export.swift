import Accounts
import Database
import HTTPCore

extension CronPingStore {
    /// Some pings of an account, ordered by their monitors and for each monitor by their numbers.
    ///
    /// - Parameter after: a ``ExportPosition``.
    /// - Returns: the pings, and the position of the last of them; `nil` when there are no more.
    func exportedPings(
        of accountID: Int64,
        after: Int64,
        limit: Int,
        in connection: Connection
    ) throws -> (rows: [JSONValue], last: Int64?) {
        var position = ExportPosition(after)
        var rows: [JSONValue] = []
        while let (rowID, publicID) = try nextMonitor(of: accountID, from: position.owner, in: connection) {
            let number = rowID == position.owner ? position.number : 0
            let pings = try pings(of: rowID, after: number, limit: limit - rows.count, in: connection)
            rows += pings.map { JSONValue.object($0.exported(of: publicID)) }
            if rows.count >= limit, let last = pings.last {
                return (rows: rows, last: ExportPosition(owner: rowID, number: last.number).value)
            }
            position = ExportPosition(owner: rowID + 1, number: 0)
        }
        return (rows: rows, last: nil)
    }

    private func nextMonitor(
        of accountID: Int64,
        from rowID: Int64,
        in connection: Connection
    ) throws -> (rowID: Int64, publicID: String)? {
        try connection.first(
            "SELECT id, public_id FROM monitors WHERE account_id = ? AND id >= ? ORDER BY id LIMIT 1",
            accountID,
            rowID
        ) { (rowID: try $0["id"] as Int64, publicID: try $0["public_id"] as String) }
    }

    private func pings(of monitorID: Int64, after number: Int64, limit: Int, in connection: Connection) throws -> [LoggedPing] {
        try connection.all(
            """
            SELECT number, kind, exit_status, run_id, received_at, method, remote_address, user_agent, body
            FROM pings WHERE monitor_id = ? AND number > ? ORDER BY number LIMIT ?
            """,
            monitorID,
            number,
            limit
        ) { try LoggedPing($0) }
    }
}
