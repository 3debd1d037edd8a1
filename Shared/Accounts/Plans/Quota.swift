public import HTTPCore
import HTTPTypes
public import Timekeeping

/// A counted action, of which a plan allows so many in each calendar month or day, such as invoices a month.
public struct Quota: Sendable {
    /// When the count begins anew: always in UTC, so that it does not depend on where somebody is.
    public enum Window: String, Sendable {
        /// At midnight.
        case day
        /// At midnight before the 1st.
        case month
    }

    /// What is counted, such as `invoice`.
    public let action: String
    /// The plan's limit, such as `monthly_limit`.
    public let limit: String
    /// What the limit is for.
    public let window: Window

    /// - Parameters:
    ///   - action: the name under which it is counted.
    ///   - limit: the name of the plan's limit.
    public init(action: String, limit: String, window: Window) {
        self.action = action
        self.limit = limit
        self.window = window
    }

    /// 429 `quota_exceeded`, with `Retry-After` until the window ends.
    ///
    /// - Parameters:
    ///   - most: what the account's plan allows.
    ///   - error: the `error` text, where a product has promised one. Default: the same as the detail.
    public func exceeded(limit most: Int, at now: Timestamp, error: String? = nil) -> Problem {
        let resetsAt = window.resetsAt(after: now)
        let detail =
            "Your plan's \"\(limit)\" of \(most) in a calendar \(window.rawValue) is used up. "
            + "The next \(window.rawValue) begins at \(resetsAt.rfc3339); upgrade your plan to go on before."
        // Rounded up, because the seconds of now are rounded down: not a moment too early.
        let wait = max(1, resetsAt.seconds - now.seconds)
        return Problem(.quotaExceeded, detail, error: error, headers: [.retryAfter: String(wait)])
    }
}

extension Quota.Window {
    /// The window in which an instant lies, as usage is filed: `2026-11-26` or `2026-11`.
    public func period(at now: Timestamp) -> String { period(of: CalendarDay(of: now)) }

    /// The first instant after the window in which `now` lies.
    public func resetsAt(after now: Timestamp) -> Timestamp {
        let today = CalendarDay(of: now)
        return switch self {
        case .day: today.next.start
        case .month: today.startOfNextMonth.start
        }
    }

    func period(of day: CalendarDay) -> String {
        switch self {
        case .day: day.description
        case .month: day.month
        }
    }

    /// Usage is filed under both.
    var other: Quota.Window {
        switch self {
        case .day: .month
        case .month: .day
        }
    }
}
