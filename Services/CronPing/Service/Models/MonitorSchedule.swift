import CronSchedule
import Timekeeping

/// When a job is expected to ping.
enum MonitorSchedule: Sendable, Equatable {
    /// A fixed time after the last ping.
    case every(seconds: Int64)
    /// At the times of a cron expression, in UTC.
    case cron(CronExpression)

    /// When the next ping is due after one that came at `ping`.
    ///
    /// - Returns: `nil` when no time of a cron expression is left.
    func deadline(after ping: Timestamp) -> Timestamp? {
        switch self {
        case .every(let seconds): ping.adding(seconds: seconds)
        case .cron(let expression): expression.next(after: ping)
        }
    }
}

extension CronExpression {
    /// The first time strictly after an instant at which the schedule runs in UTC.
    func next(after instant: Timestamp) -> Timestamp? { next(after: instant, count: 1).first }

    /// The next times in UTC strictly after an instant; fewer than `count` only where the calendar ends.
    func next(after instant: Timestamp, count: Int) -> [Timestamp] {
        guard let start = CivilDateTime(epochSeconds: instant.seconds) else { return [] }
        return next(after: start, count: count).map { Timestamp(seconds: $0.epochSeconds) }
    }
}
