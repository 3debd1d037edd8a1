/// The five fields of a cron expression, in the order they are written.
///
/// The raw value is the field's name in JSON.
public enum CronFieldKind: String, CaseIterable, Hashable, Sendable {
    /// Minute of the hour, 0–59.
    case minute
    /// Hour of the day, 0–23.
    case hour
    /// Day of the month, 1–31.
    case dayOfMonth = "day_of_month"
    /// Month, 1–12 or JAN–DEC.
    case month
    /// Day of the week, 0–7 or SUN–SAT; 0 and 7 are both Sunday.
    case dayOfWeek = "day_of_week"

    /// The values that may be written in the field.
    public var range: ClosedRange<Int> {
        switch self {
        case .minute: 0...59
        case .hour: 0...23
        case .dayOfMonth: 1...31
        case .month: 1...12
        case .dayOfWeek: 0...7
        }
    }

    /// The field's name as error messages begin: "Hour", "Day of week".
    public var title: String {
        switch self {
        case .minute: "Minute"
        case .hour: "Hour"
        case .dayOfMonth: "Day of month"
        case .month: "Month"
        case .dayOfWeek: "Day of week"
        }
    }

    /// The English names of the values from the lower bound on; empty for a field that has only numbers.
    var names: [String] {
        switch self {
        case .minute, .hour, .dayOfMonth: []
        case .month: Self.monthNames
        case .dayOfWeek: Self.weekdayNames
        }
    }

    /// How many values pass before the field starts again; nil for the day of month, whose length varies.
    var cycle: Int? {
        switch self {
        case .minute: 60
        case .hour: 24
        case .dayOfMonth: nil
        case .month: 12
        case .dayOfWeek: 7
        }
    }

    private static let monthNames = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]

    private static let weekdayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
}
