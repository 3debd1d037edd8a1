import Database

extension CronPing {
    static let monitors = Table(
        "monitors",
        columns: [
            .identity(),
            .reference("account_id", to: "accounts", onDelete: .cascade),
            // What the owner knows the monitor by.
            .text("public_id"),
            // What its jobs know it by. A secret: whoever has it can keep the monitor up.
            .text("token"),
            // What its badge is known by, which is public: it tells nothing else. NULL for a monitor from before there were badges.
            .text("badge_key", nullable: true),
            .text("name"),
            .text("description", nullable: true),
            // An array of texts.
            .json("tags"),
            // Either a period or a cron expression.
            .integer("period_seconds", nullable: true),
            .text("cron", nullable: true),
            .integer("grace_seconds"),
            .text("alert_email"),
            .text("alert_webhook", nullable: true),
            .timestamp("created_at"),
            .timestamp("paused_at", nullable: true),
            // Of the last ping that told how a run ended. NULL again after a pause: what was before says nothing about now.
            .timestamp("last_ping_at", nullable: true),
            .boolean("last_ping_failed", default: false),
            // All pings ever, and the number of the last.
            .integer("ping_count", default: 0),
        ],
        indexes: [
            .unique("monitors_by_public_id", on: ["public_id"]),
            .unique("monitors_by_token", on: ["token"]),
            .unique("monitors_by_badge_key", on: ["badge_key"]),
            .index("monitors_by_account", on: ["account_id", "id"]),
        ]
    )

    static let pings = Table(
        "pings",
        columns: [
            .reference("monitor_id", to: "monitors", onDelete: .cascade),
            // Counts from 1 for each monitor, so that those beyond the plan's limit are found without a search.
            .integer("number"),
            .text("kind", allowed: PingKind.allCases.map(\.rawValue)),
            .integer("exit_status", nullable: true),
            .text("run_id", nullable: true),
            .timestamp("received_at"),
            .text("method"),
            .text("remote_address", nullable: true),
            .text("user_agent", nullable: true),
            .blob("body", nullable: true),
        ],
        primaryKey: ["monitor_id", "number"]
    )
}
