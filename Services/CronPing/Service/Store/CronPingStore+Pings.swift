import Accounts
import Database
import Timekeeping

extension CronPingStore {
    /// What a ping needs to know about its monitor.
    private struct Recipient {
        let monitorID: Int64
        let accountID: Int64
        let plan: String
        let pingCount: Int64
        let lastPingAt: Timestamp?
        let pausedAt: Timestamp?

        init(_ row: borrowing Row) throws {
            monitorID = try row["id"]
            accountID = try row["account_id"]
            plan = try row["plan"]
            pingCount = try row["ping_count"]
            lastPingAt = try row["last_ping_at"]
            pausedAt = try row["paused_at"]
        }

        /// Whether a ping says how the job is now: not if it was overtaken by another one, or by a pause. A time that is still to come
        /// overtakes nothing: it is from before the system's clock was put right.
        func isDecided(by ping: Ping, at now: Timestamp) -> Bool {
            ping.signal.kind.endsRun && [lastPingAt, pausedAt].allSatisfy { $0.map { $0 <= ping.receivedAt || $0 > now } ?? true }
        }
    }

    /// Adds a ping to the log of the monitor with this token and drops what the plan does not keep. On the disk when it returns.
    ///
    /// A ping that ends a run also ends a pause, as in healthchecks.
    ///
    /// - Parameter now: the clock, asked when the ping is written.
    /// - Returns: whose monitor it is; `nil` if there is none.
    func record(_ ping: Ping, token: String, now: @escaping @Sendable () -> Timestamp) async throws -> Int64? {
        try await database.write { connection in
            guard let recipient = try recipient(token, in: connection) else { return nil }
            let number = recipient.pingCount + 1
            try count(ping, for: recipient, at: now(), in: connection)
            try connection.execute(
                """
                INSERT INTO pings (monitor_id, number, kind, exit_status, run_id, received_at, method, remote_address, user_agent, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                recipient.monitorID,
                number,
                ping.signal.kind,
                ping.signal.exitStatus,
                ping.runID,
                ping.receivedAt,
                ping.method,
                ping.remoteAddress,
                ping.userAgent,
                ping.body
            )
            let lastDropped = number - Int64(accounts.policy.plan(named: recipient.plan).limit(PlanLimit.pings))
            if lastDropped > 0 {
                try connection.execute("DELETE FROM pings WHERE monitor_id = ? AND number <= ?", recipient.monitorID, lastDropped)
            }
            return recipient.accountID
        }
    }

    // A query and an update by the row's number: half the work of an UPDATE … RETURNING, which goes through a temporary table.
    private func recipient(_ token: String, in connection: Connection) throws -> Recipient? {
        try connection.first(
            """
            SELECT monitors.id, monitors.account_id, monitors.ping_count, monitors.last_ping_at, monitors.paused_at, accounts.plan
            FROM monitors JOIN accounts ON accounts.id = monitors.account_id
            WHERE monitors.token = ? AND accounts.erased_at IS NULL
            """,
            token
        ) { try Recipient($0) }
    }

    private func count(_ ping: Ping, for recipient: Recipient, at now: Timestamp, in connection: Connection) throws {
        if recipient.isDecided(by: ping, at: now) {
            try connection.execute(
                "UPDATE monitors SET ping_count = ?, last_ping_at = ?, last_ping_failed = ?, paused_at = NULL WHERE id = ?",
                recipient.pingCount + 1,
                ping.receivedAt,
                ping.signal.kind == .fail,
                recipient.monitorID
            )
        } else {
            try connection.execute("UPDATE monitors SET ping_count = ? WHERE id = ?", recipient.pingCount + 1, recipient.monitorID)
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
        ) { try LoggedPing($0) }
    }
}

extension LoggedPing {
    init(_ row: borrowing Row) throws {
        number = try row["number"]
        kind = try row["kind"]
        exitStatus = try row["exit_status"]
        runID = try row["run_id"]
        receivedAt = try row["received_at"]
        method = try row["method"]
        remoteAddress = try row["remote_address"]
        userAgent = try row["user_agent"]
        body = try row["body"]
    }
}
