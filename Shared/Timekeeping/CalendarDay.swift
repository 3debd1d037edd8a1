/// A day in UTC, of the calendar that RFC 3339 writes (the proleptic Gregorian one).
///
/// As cheap as the number that it is: no text is made before somebody asks for one.
public struct CalendarDay: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01; negative before it.
    public let number: Int64

    /// The day in which an instant lies.
    public init(of time: Timestamp) { number = time.milliseconds.flooredQuotient(Self.milliseconds) }

    /// Reads a date: `2026-11-26`. `nil` for anything else, and for days that do not exist.
    public init?(_ text: String) {
        // Exactly a date, so that no time of day, with an offset that moves it to another day, can stand behind it.
        guard text.utf8.count == 10, let start = Timestamp(rfc3339: text + "T00:00:00Z") else { return nil }
        self.init(of: start)
    }

    private init(number: Int64) { self.number = number }

    private static let milliseconds: Int64 = 86_400_000

    /// The first instant of the day.
    public var start: Timestamp { Timestamp(milliseconds: number.multipliedWithinRange(by: Self.milliseconds)) }

    /// The day after.
    public var next: CalendarDay { CalendarDay(number: number + 1) }

    /// The first day of the month in which the day lies.
    public var startOfMonth: CalendarDay { CalendarDay(number: number - Timestamp.civil(fromDays: number).day + 1) }

    /// The first day of the month after.
    public var startOfNextMonth: CalendarDay {
        let (year, month, _) = Timestamp.civil(fromDays: number)
        return CalendarDay(number: Timestamp.days(year: year + month / 12, month: month % 12 + 1, day: 1))
    }

    /// How many days there are from this one to another; negative if that one is earlier.
    public func days(to other: CalendarDay) -> Int64 { other.number - number }

    /// The earlier day is the smaller one.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

    /// The month in which the day lies: `2026-11`.
    public var month: String { String(start.rfc3339.prefix(7)) }
}

extension CalendarDay: CustomStringConvertible {
    /// The date: `2026-11-26`. As ``Timestamp/rfc3339``, at most the last day of the year 9999, and at least the first of the year 0.
    public var description: String { String(start.rfc3339.prefix(10)) }
}
