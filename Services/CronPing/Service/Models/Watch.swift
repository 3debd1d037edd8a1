import Timekeeping

/// How a monitor stands.
enum MonitorStatus: String, CaseIterable, Sendable {
    /// No ping came yet, or none since a pause ended.
    case new
    /// The last ping was good, and the next is not due.
    case up
    /// The next ping is due, and the grace time runs.
    case late
    /// The last ping told of a failure, or the grace time is over.
    case down
    /// Nobody watches.
    case paused
}

/// What decides the status of a monitor. It is worked out whenever somebody asks, so it is never behind.
struct Watch: Sendable {
    /// A ping that told how a run ended.
    struct RunEnd: Sendable, Equatable {
        let at: Timestamp
        let failed: Bool
    }

    let schedule: MonitorSchedule
    /// How long after the deadline a ping may still come, in seconds.
    let graceSeconds: Int64
    let isPaused: Bool
    /// The last one; `nil` if there was none, or none since a pause ended.
    let lastRun: RunEnd?

    /// When the next ping is due; `nil` while nothing is expected.
    var deadline: Timestamp? {
        guard !isPaused, let lastRun else { return nil }
        return schedule.deadline(after: lastRun.at)
    }

    /// How the monitor stands at an instant: late from the deadline on, down from deadline plus grace on.
    func status(at now: Timestamp) -> MonitorStatus {
        if isPaused { return .paused }
        guard let lastRun else { return .new }
        if lastRun.failed { return .down }
        guard let deadline, now >= deadline else { return .up }
        return now >= deadline.adding(seconds: graceSeconds) ? .down : .late
    }
}
