import CronSchedule
import Timekeeping

/// When a job is expected to ping.
enum MonitorSchedule: Sendable, Equatable {
    /// A fixed time after the last ping.
    case every(seconds: Int64)
    /// At the times of a cron expression, in UTC.
    case cron(Schedule)

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

extension Schedule {
    /// The first time strictly after an instant at which the schedule runs.
    func next(after instant: Timestamp, in zone: Zone = .utc) -> Timestamp? { next(after: instant, in: zone, count: 1).first }

    /// The next times strictly after an instant; fewer than `count` only where there are no more.
    func next(after instant: Timestamp, in zone: Zone = .utc, count: Int) -> [Timestamp] {
        next(after: instant.seconds, in: zone, count: count).map { Timestamp(seconds: $0) }
    }
}
