import HTTPCore
import HTTPTypes

/// The description of ``MonitorRoutes``.
enum MonitorOperations {
    /// All but the last one, which ends what the others need.
    static let all = [create, list, show, pause, resume]

    private static let group = "Monitors"

    private static let create = Operation(.post, "/api/v1/monitors", id: "createMonitor", in: group, "Make a monitor")
        .saying("Have your job request its `ping_url` when it is done, and the monitor knows when it did not.")
        .requiring(.key(.write))
        .reading(.json(.monitorDraft, example: ["name": "Nightly backup", "schedule": "30 4 * * *", "grace_minutes": 15]))
        .answering(.json(.created, "The monitor.", .monitor, headers: [.location]))
        .failing(with: .planLimitReached)
        .idempotent()
        .example(captures: ["MONITOR_ID": "id", "PING_TOKEN": "token", "BADGE_KEY": "badge_key"])

    private static let list = Operation(.get, "/api/v1/monitors", id: "listMonitors", in: group, "List the monitors")
        .requiring(.key(.read))
        .takingPage()
        .answering(.list("monitors", of: .monitor, "A page of monitors, the oldest first."))

    private static let show = Operation(.get, "/api/v1/monitors/{id}", id: "getMonitor", in: group, "See a monitor and its last pings")
        .requiring(.key(.read))
        .taking(id)
        .answering(.json(.ok, "The monitor.", .monitorDetails))

    private static let pause = Operation(.post, "/api/v1/monitors/{id}/pause", id: "pauseMonitor", in: group, "Stop watching")
        .saying("Until it is resumed, or a ping tells that the job runs again.")
        .requiring(.key(.write))
        .taking(id)
        .answering(.json(.ok, "The monitor, which is paused.", .monitor))

    private static let resume = Operation(.post, "/api/v1/monitors/{id}/resume", id: "resumeMonitor", in: group, "Watch again")
        .saying("From the next ping on. A monitor that is not paused stays as it is.")
        .requiring(.key(.write))
        .taking(id)
        .answering(.json(.ok, "The monitor.", .monitor))

    /// Ends the monitor that the examples have made.
    static let delete = Operation(.delete, "/api/v1/monitors/{id}", id: "deleteMonitor", in: group, "Delete a monitor with its pings")
        .requiring(.key(.write))
        .taking(id)
        .answering(.noContent("It is gone."))

    private static let id = Operation.Parameter.path("id", .monitorID, "The `id` of the monitor.", example: "$MONITOR_ID")
}
