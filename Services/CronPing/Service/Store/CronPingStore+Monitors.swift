import Accounts
import CronSchedule
import Database
import Timekeeping
import HTTPCore

extension CronPingStore {
    /// Monitors as things that a plan allows so many of.
    static let holding = Holding("monitors", limit: PlanLimit.monitors) { connection, accountID, _ in
        try connection.first("SELECT count(*) AS monitors FROM monitors WHERE account_id = ?", accountID) { try $0["monitors"] as Int } ?? 0
    }

    /// Makes a monitor, unless the plan allows no more.
    ///
    /// - Parameters:
    ///   - publicID: what its owner will know it by.
    ///   - token: what its jobs will know it by.
    ///   - badgeKey: what its badge will be known by.
    /// - Throws: `Problem` `plan_limit_reached`.
    func insert(
        _ definition: MonitorDefinition,
        publicID: String,
        token: CanonicalUUID,
        badgeKey: String,
        for accountID: Int64,
        at now: Timestamp,
        in connection: Connection
    ) throws -> Monitor? {
        try accounts.checkRoom(for: accountID, in: Self.holding, at: now, connection)
        try connection.execute(
            """
            INSERT INTO monitors (
                account_id, public_id, token, badge_key, name, description, tags, period_seconds, cron, grace_seconds, alert_email,
                alert_webhook, created_at
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, COALESCE(?, (SELECT email FROM accounts WHERE id = ?)), ?, ?)
            """,
            accountID,
            publicID,
            token.text,
            badgeKey,
            definition.name,
            definition.description,
            JSONValue.array(definition.tags.map(JSONValue.string)).serialized(),
            definition.periodSeconds,
            definition.cron,
            definition.graceSeconds,
            definition.alertEmail,
            accountID,
            definition.alertWebhook,
            now
        )
        return try monitor(publicID, of: accountID, in: connection)
    }

    /// Some of an account's monitors in the order of their creation, and whether there are more.
    ///
    /// - Parameter rowID: they follow the monitor with this row number; 0 for the first ones.
    func monitors(
        of accountID: Int64,
        after rowID: Int64,
        limit: Int,
        in connection: Connection
    ) throws -> (monitors: [Monitor], hasMore: Bool) {
        let found = try connection.all(
            """
            SELECT id, public_id, token, badge_key, name, description, tags, period_seconds, cron, grace_seconds, alert_email,
                alert_webhook, created_at, paused_at, last_ping_at, last_ping_failed, ping_count
            FROM monitors WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?
            """,
            accountID,
            rowID,
            limit + 1
        ) { try Monitor($0) }
        return (Array(found.prefix(limit)), found.count > limit)
    }

    /// One monitor; `nil` when it does not exist or belongs to somebody else.
    func monitor(_ publicID: String, of accountID: Int64, in connection: Connection) throws -> Monitor? {
        try connection.first(
            """
            SELECT id, public_id, token, badge_key, name, description, tags, period_seconds, cron, grace_seconds, alert_email,
                alert_webhook, created_at, paused_at, last_ping_at, last_ping_failed, ping_count
            FROM monitors WHERE public_id = ? AND account_id = ?
            """,
            publicID,
            accountID
        ) { try Monitor($0) }
    }

    /// The monitor whose badge is known by that key; `nil` when there is none, or its account is being erased.
    func monitor(badgeKey: String, in connection: Connection) throws -> Monitor? {
        try connection.first(
            """
            SELECT id, public_id, token, badge_key, name, description, tags, period_seconds, cron, grace_seconds, alert_email,
                alert_webhook, created_at, paused_at, last_ping_at, last_ping_failed, ping_count
            FROM monitors WHERE badge_key = ? AND account_id IN (SELECT id FROM accounts WHERE erased_at IS NULL)
            """,
            badgeKey
        ) { try Monitor($0) }
    }

    /// Stops watching. A monitor that is paused already stays so.
    func pause(_ publicID: String, of accountID: Int64, at now: Timestamp) async throws -> Monitor? {
        try await database.write { connection in
            try connection.execute(
                "UPDATE monitors SET paused_at = ? WHERE public_id = ? AND account_id = ? AND paused_at IS NULL",
                now,
                publicID,
                accountID
            )
            return try monitor(publicID, of: accountID, in: connection)
        }
    }

    /// Watches again from the next ping on: a deadline of the time before the pause would be missed by now, and say nothing about the job.
    func resume(_ publicID: String, of accountID: Int64) async throws -> Monitor? {
        try await database.write { connection in
            try connection.execute(
                """
                UPDATE monitors SET paused_at = NULL, last_ping_at = NULL, last_ping_failed = ?
                WHERE public_id = ? AND account_id = ? AND paused_at IS NOT NULL
                """,
                false,
                publicID,
                accountID
            )
            return try monitor(publicID, of: accountID, in: connection)
        }
    }

    /// Deletes a monitor with its pings.
    ///
    /// - Returns: whether there was one.
    func delete(_ publicID: String, of accountID: Int64) async throws -> Bool {
        try await database.write { connection in
            try connection.execute("DELETE FROM monitors WHERE public_id = ? AND account_id = ?", publicID, accountID) > 0
        }
    }
}

extension Monitor {
    fileprivate init(_ row: borrowing Row) throws {
        rowID = try row["id"]
        publicID = try row["public_id"]
        token = try row["token"]
        badgeKey = try row["badge_key"]
        createdAt = try row["created_at"]
        pingCount = try row["ping_count"]
        definition = try MonitorDefinition(row)
        let lastPingAt: Timestamp? = try row["last_ping_at"]
        let lastPingFailed: Bool = try row["last_ping_failed"]
        watch = Watch(
            schedule: definition.schedule,
            graceSeconds: definition.graceSeconds,
            isPaused: try row["paused_at"] as Timestamp? != nil,
            lastRun: lastPingAt.map { Watch.RunEnd(at: $0, failed: lastPingFailed) }
        )
    }
}

extension MonitorDefinition {
    fileprivate init(_ row: borrowing Row) throws {
        name = try row["name"]
        description = try row["description"]
        tags = try JSONParser.parse(try row["tags"] as String).arrayValue?.compactMap(\.stringValue) ?? []
        graceSeconds = try row["grace_seconds"]
        alertEmail = try row["alert_email"]
        alertWebhook = try row["alert_webhook"]
        if let cron: String = try row["cron"] {
            schedule = .cron(try Schedule.parse(cron))
        } else {
            schedule = .every(seconds: try row["period_seconds"])
        }
    }
}
