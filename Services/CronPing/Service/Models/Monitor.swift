import Timekeeping
import HTTPCore

/// A monitor of one job.
struct Monitor: Sendable {
    /// Row number, for use inside only.
    let rowID: Int64
    let publicID: String
    let token: String
    /// What its badge is known by; `nil` for a monitor from before there were badges.
    let badgeKey: String?
    let definition: MonitorDefinition
    let createdAt: Timestamp
    /// All pings ever.
    let pingCount: Int64
    let watch: Watch

    /// The monitor as the API shows it to its owner.
    ///
    /// - Parameters:
    ///   - baseURL: how jobs reach the service.
    ///   - now: the instant that the status is for.
    func json(baseURL: String, now: Timestamp) -> JSONObject {
        [
            "id": .string(publicID),
            "name": .string(definition.name),
            "description": JSONValue(definition.description),
            "tags": .array(definition.tags.map(JSONValue.string)),
            "ping_url": .string("\(baseURL)/ping/\(token)"),
            "token": .string(token),
            "badge_url": JSONValue(badgeKey.map { "\(baseURL)/badge/\($0).svg" }),
            "badge_key": JSONValue(badgeKey),
            "status": .string(watch.status(at: now).rawValue),
            "schedule_minutes": JSONValue(definition.scheduleMinutes),
            "schedule": JSONValue(definition.cron),
            "grace_minutes": JSONValue(definition.graceMinutes),
            "grace_seconds": .integer(definition.graceSeconds),
            "alert_email": JSONValue(definition.alertEmail),
            "alert_webhook": JSONValue(definition.alertWebhook),
            "last_ping_at": JSONValue(watch.lastRun?.at.rfc3339),
            "next_expected_at": JSONValue(watch.deadline?.rfc3339),
            "ping_count": .integer(pingCount),
            "created_at": .string(createdAt.rfc3339),
        ]
    }
}
