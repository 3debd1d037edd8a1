import HTTPCore
import HTTPTypes

/// The description of ``BadgeRoutes``.
enum BadgeOperations {
    static let show = Operation(.get, "/badge/{key}.svg", id: "getBadge", in: "Badges", "Show the status of a monitor as a picture")
        .saying("The address is the `badge_url` of a monitor. Whoever has it sees the monitor's name and status, and can change nothing.")
        .taking(.path("key", .badgeKey, "The `badge_key` of the monitor.", example: "$BADGE_KEY"))
        .answering(
            .file(
                "image/svg+xml",
                "The picture.",
                headers: [.init("Cache-Control", .choice("no-cache"), "It may be another one next time.")]
            ),
            .text(.notFound, "There is no badge with this key.", .choice("not found"))
        )
        .example(output: "badge.svg")
}
