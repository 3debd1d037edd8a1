import HTTPCore

// What answers say.
extension JSONSchema {
    static let monitorID = string(pattern: "^mon_[0-9A-Za-z]{20}$")
    static let badgeKey = string(pattern: "^[0-9A-Za-z]{20}$")

    static let monitor = named("Monitor", object(monitorMembers))

    /// A monitor on its own page.
    static let monitorDetails = object(
        monitorMembers + [.required("recent_pings", .array(of: ping, 0...MonitorRoutes.recentPings), "The last pings, the newest first.")]
    )

    private static let monitorMembers: [Property] = [
        .required("id", monitorID),
        .required("name", string(1...200)),
        .required("description", string(0...2_000).nullable),
        .required("tags", array(of: string(1...50), 0...20)),
        .required("ping_url", uri, "What the job requests. A secret: whoever has it can keep the monitor up."),
        .required("token", string(format: "uuid"), "What stands in `ping_url`."),
        .required("badge_url", uri.nullable, "A picture of the status, for pages of any kind."),
        .required("badge_key", badgeKey.nullable, "What stands in `badge_url`."),
        .required("status", choice(of: MonitorStatus.self), "How the job stands at this moment."),
        .required("schedule_minutes", integer(1...MonitorDefinition.minutesPerYear).nullable, "The period; `null` with a `schedule`."),
        .required("schedule", string().nullable, "The cron expression, in UTC; `null` with a period."),
        .required("grace_minutes", integer(0...MonitorDefinition.minutesPerYear).nullable, "`null` unless they are whole minutes."),
        .required("grace_seconds", integer(0...MonitorDefinition.minutesPerYear * 60), "How late a ping may be."),
        .required("alert_email", string(1...254)),
        .required("alert_webhook", string(1...2_000).nullable),
        .required("last_ping_at", timestamp.nullable, "When a ping last told how a run ended."),
        .required("next_expected_at", timestamp.nullable, "When the next one is due; `null` while nothing is expected."),
        .required("ping_count", integer(0...), "All pings ever."),
        .required("created_at", timestamp),
    ]

    private static let ping = named(
        "Ping",
        object(
            .required("number", integer(1...), "Counts from 1 for each monitor."),
            .required("kind", choice(of: PingKind.self)),
            .required("exit_status", integer(0...255).nullable, "How the job ended, if the ping said so."),
            .required("rid", string(format: "uuid").nullable, "Which run it is about, if the ping said so."),
            .required("received_at", timestamp),
            .required("method", choice("GET", "HEAD", "POST")),
            .required("remote_address", string().nullable),
            .required("user_agent", string(0...Ping.userAgentLimit).nullable),
            .required("body", string(0...Ping.bodyLimit).nullable, "Its first bytes as text.")
        )
    )
}

// What requests say.
extension JSONSchema {
    /// What `MonitorDefinition` reads.
    static let monitorDraft = named(
        "MonitorDraft",
        object(
            .required("name", string(1...200, pattern: "^[\(white)]*[^\(control)\(white)][^\(control)]*$"), "For people."),
            .optional("description", string(0...2_000, pattern: "^[^\(controlBesidesLines)]*$")),
            .optional("tags", array(of: string(1...50, pattern: "^[^\(control)\(white)]*$"), 0...20), "Words, without white space."),
            .optional(
                "schedule",
                cronExpression,
                "When the job runs, as a cron expression in UTC that names some time: not February 30. Not together with `schedule_minutes`."
            ),
            .optional("schedule_minutes", integer(1...MonitorDefinition.minutesPerYear).default(60), "How often the job runs."),
            .optional("grace_minutes", integer(0...MonitorDefinition.minutesPerYear).default(10), "How late a ping may be."),
            .optional(
                "grace_seconds",
                integer(0...MonitorDefinition.minutesPerYear * 60),
                "The same, more exactly. Not together with `grace_minutes`."
            ),
            .optional("alert_email", string(3...254, format: "email"), "Default: the account's address."),
            .optional("alert_webhook", string(1...2_000, pattern: webAddress), "An `http` or `https` URL, without a password.")
        )
        .with("allOf", [atMostOne("schedule", "schedule_minutes"), atMostOne("grace_minutes", "grace_seconds")])
    )

    /// Not both members at once; `null` is as good as absent.
    private static func atMostOne(_ first: String, _ second: String) -> JSONValue {
        ["anyOf": [["properties": [first: null.json]], ["properties": [second: null.json]]]]
    }

    /// C0, DEL and C1.
    private static let control = "\\u0000-\\u001f\\u007f-\\u009f"
    /// The same without tab, line feed and carriage return.
    private static let controlBesidesLines = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f"
    /// Unicode's `White_Space`, as far as it is not among the control characters.
    private static let white = " \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"

    /// An address as most are. Some rarer ones are accepted, too: of a host that is written as an IPv6 address, for example.
    private static let webAddress: String = {
        let character = "(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*"
        let label = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
        let port = "(?::(?:\(DigitPattern.upTo(65_535))))?"
        return "^[Hh][Tt][Tt][Pp][Ss]?://\(label)(?:\\.\(label))*\(port)(?:[/?]\(character))?(?:#\(character))?$"
    }()
}
