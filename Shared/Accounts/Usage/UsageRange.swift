import HTTPCore
import Timekeeping

/// The days that somebody asks about, both ends included. As long as one likes: only days on which something was counted are listed.
struct UsageRange: Sendable {
    let from: CalendarDay
    /// Nothing is listed if it is before ``from``.
    let through: CalendarDay

    /// Reads `from` and `to`; what is wrong shows when the query is finished.
    ///
    /// - Parameter today: what `to` is by default. That of `from` is the first day of the month in which `to` lies.
    init(_ query: QueryReader, today: CalendarDay) {
        let (first, last) = (query.day("from"), query.day("to") ?? today)
        from = first ?? last.startOfMonth
        through = last
    }
}
