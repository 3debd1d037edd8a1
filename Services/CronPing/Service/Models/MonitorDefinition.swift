import CronSchedule

/// What its owner says about a monitor.
struct MonitorDefinition: Sendable {
    let name: String
    let description: String?
    /// In the order given, none twice.
    let tags: [String]
    let schedule: MonitorSchedule
    let graceSeconds: Int64
    /// `nil`, for a monitor that is to be made, means the account's own.
    let alertEmail: String?
    let alertWebhook: String?
}

extension MonitorDefinition {
    /// The period in minutes; `nil` for a cron schedule.
    var scheduleMinutes: Int64? { periodSeconds.map { $0 / 60 } }

    /// The period; `nil` for a cron schedule.
    var periodSeconds: Int64? {
        if case .every(let seconds) = schedule { seconds } else { nil }
    }

    /// The cron expression; `nil` for a period.
    var cron: String? {
        if case .cron(let expression) = schedule { expression.text } else { nil }
    }

    /// The grace time in minutes; `nil` unless it is a whole number of them.
    var graceMinutes: Int64? { graceSeconds % 60 == 0 ? graceSeconds / 60 : nil }
}
