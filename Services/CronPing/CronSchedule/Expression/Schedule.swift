/// When something runs: a cron expression or a systemd calendar event, read once and then asked.
///
///     let schedule = try Schedule.parse("0 9 * * 1-5")
///     schedule.description                                        // "At 09:00 AM, Monday through Friday"
///     schedule.next(after: 1_776_675_600, in: berlin, count: 5)   // five times, in seconds since 1970
public struct Schedule: Hashable, Sendable {
    /// The languages in which schedules are written.
    public enum Flavor: String, CaseIterable, Hashable, Sendable {
        /// Debian cron (crontab(5)): minute, hour, day of month, month, day of week; also with seconds in front and years behind, and with
        /// `L`, `W`, `#` and `?`, which Debian has not.
        case debian
        /// Quartz: second, minute, hour, day of month, month, day of week from 1 (Sunday), and perhaps a year.
        case quartz
        /// systemd.time(7), "calendar events": `Mon..Fri *-*-* 09:00`.
        case systemd
    }

    /// The expression as given, without blanks around it.
    public let text: String

    /// The language it is written in.
    public let flavor: Flavor

    /// Its fields; nil for `@reboot`, which runs when the machine starts and at no time of its own.
    public let fields: ScheduleFields?

    /// The time zone that is written at its end, which only systemd's language knows; nil where none is.
    public let zoneName: String?

    /// The fields as sets; nil for `@reboot`.
    let recurrence: Recurrence?

    /// The longest text that is read, in UTF-8 bytes: a few times the longest useful expression.
    public static let longestText = 1024

    init(text: String, flavor: Flavor, fields: ScheduleFields?, zoneName: String? = nil) {
        self.text = text
        self.flavor = flavor
        self.fields = fields
        self.zoneName = zoneName
        recurrence = if let fields { Recurrence(fields) } else { nil }
    }

    /// Two are equal when they were written alike and mean the same.
    public static func == (one: Schedule, other: Schedule) -> Bool {
        one.text == other.text && one.flavor == other.flavor && one.fields == other.fields
    }

    /// Hashes what equality compares, without the fields, which the text mostly decides.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        hasher.combine(flavor)
    }
}
