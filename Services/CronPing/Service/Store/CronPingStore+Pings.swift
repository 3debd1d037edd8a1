import Accounts
import Database

extension CronPingStore {
    /// What the log of a ping needs to know about its monitor.
    private struct Recipient {
        let monitorID: Int64
        let plan: String
        /// The number of this ping.
        let number: Int64

        init(_ row: borrowing Row) throws {
            monitorID = try row["id"]
            plan = try row["plan"]
            number = try row["ping_count"]
        }
    }

    /// Adds a ping to the log of the monitor with this token and drops what the plan does not keep. On the disk when it returns.
    ///
    /// A ping that ends a run also ends a pause, as in healthchecks.
    ///
    /// - Returns: whether there is such a monitor.
    func record(_ ping: Ping, token: String) async throws -> Bool {
        try await database.write { connection in
            guard let recipient = try count(ping, token: token, in: connection) else { return false }
            try connection.execute(
                """
                INSERT INTO pings (monitor_id, number, kind, exit_status, run_id, received_at, method, remote_address, user_agent, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                recipient.monitorID,
                recipient.number,
                ping.signal.kind,
                ping.signal.exitStatus,
                ping.runID,
                ping.receivedAt,
                ping.method,
                ping.remoteAddress,
                ping.userAgent,
                ping.body
            )
            let lastDropped = recipient.number - Int64(policy.plan(named: recipient.plan).limit(PlanLimit.pings))
            if lastDropped > 0 {
                try connection.execute("DELETE FROM pings WHERE monitor_id = ? AND number <= ?", recipient.monitorID, lastDropped)
            }
            return true
        }
    }

    private func count(_ ping: Ping, token: String, in connection: Connection) throws -> Recipient? {
        if ping.signal.kind.endsRun {
            try connection.first(
                """
                UPDATE monitors SET ping_count = ping_count + 1, last_ping_at = ?, last_ping_failed = ?, paused_at = NULL WHERE token = ?
                RETURNING id, ping_count, (SELECT plan FROM accounts WHERE accounts.id = account_id) AS plan
                """,
                ping.receivedAt,
                ping.signal.kind == .fail,
                token
            ) { try Recipient($0) }
        } else {
            try connection.first(
                """
                UPDATE monitors SET ping_count = ping_count + 1 WHERE token = ?
                RETURNING id, ping_count, (SELECT plan FROM accounts WHERE accounts.id = account_id) AS plan
                """,
                token
            ) { try Recipient($0) }
        }
    }

    /// The last pings of a monitor, the newest first.
    func recentPings(of monitor: Monitor, count: Int, in connection: Connection) throws -> [LoggedPing] {
        try connection.all(
            """
            SELECT number, kind, exit_status, run_id, received_at, method, remote_address, user_agent, body
            FROM pings WHERE monitor_id = ? ORDER BY number DESC LIMIT ?
            """,
            monitor.rowID,
            count
        ) { row in
            LoggedPing(
                number: try row["number"],
                kind: try row["kind"],
                exitStatus: try row["exit_status"],
                runID: try row["run_id"],
                receivedAt: try row["received_at"],
                method: try row["method"],
                remoteAddress: try row["remote_address"],
                userAgent: try row["user_agent"],
                body: try row["body"]
            )
        }
    }
}
