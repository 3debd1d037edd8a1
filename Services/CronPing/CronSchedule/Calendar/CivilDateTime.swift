/// A date and a time of day in the Gregorian calendar, without a time zone, from year 1 to 9999.
public struct CivilDateTime: Hashable, Sendable {
    /// The year, 1–9999.
    public let year: Int
    /// The month, 1–12.
    public let month: Int
    /// The day of the month, 1–31.
    public let day: Int
    /// The hour, 0–23.
    public let hour: Int
    /// The minute, 0–59.
    public let minute: Int
    /// The second, 0–59.
    public let second: Int

    /// A date and time; nil when there is no such date or time of day.
    public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard CivilCalendar.years.contains(year), (1...12).contains(month),
            day >= 1, day <= CivilCalendar.length(ofMonth: month, year: year),
            (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
        else { return nil }
        self.init(date: (year, month, day), hour: hour, minute: minute, second: second)
    }

    /// For parts that are known to be in range.
    init(date: (year: Int, month: Int, day: Int), hour: Int, minute: Int, second: Int) {
        (year, month, day) = date
        self.hour = hour
        self.minute = minute
        self.second = second
    }
}

extension CivilDateTime {
    private static let secondsPerDay = 86_400

    /// The UTC date and time so many seconds after 1970-01-01T00:00:00Z; nil outside the years 1 to 9999.
    public init?(epochSeconds: Int64) {
        let days = CivilCalendar.floorDivide(Int(epochSeconds), Self.secondsPerDay)
        let date = CivilCalendar.date(days: days)
        guard CivilCalendar.years.contains(date.year) else { return nil }
        let time = Int(epochSeconds) - days * Self.secondsPerDay
        self.init(date: date, hour: time / 3600, minute: time / 60 % 60, second: time % 60)
    }

    /// Seconds from the start of the day, 0–86 399.
    var secondOfDay: Int { hour * 3600 + minute * 60 + second }

    /// The day of the week, Sunday as 0.
    public var weekday: Int { CivilCalendar.weekday(year: year, month: month, day: day) }

    /// Seconds from 1970-01-01T00:00:00Z when it is read as UTC.
    public var epochSeconds: Int64 {
        let days = CivilCalendar.days(year: year, month: month, day: day)
        return Int64(days * Self.secondsPerDay + hour * 3600 + minute * 60 + second)
    }
}

extension CivilDateTime: CustomStringConvertible {
    /// ISO 8601 without a zone: `2026-04-20T09:00:00`.
    public var description: String {
        let yearText = String(year)
        let date = String(repeating: "0", count: 4 - yearText.count) + yearText + "-" + month.twoDigits + "-" + day.twoDigits
        return date + "T" + hour.twoDigits + ":" + minute.twoDigits + ":" + second.twoDigits
    }
}

extension Int {
    /// A number from 0 to 99 with a leading zero where it needs one.
    var twoDigits: String {
        self < 10 ? "0\(self)" : String(self)
    }
}
