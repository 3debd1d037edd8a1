/// The fields that a schedule can have, in the order in which cron writes them.
///
/// The raw value is the field's name in JSON.
public enum FieldKind: String, CaseIterable, Hashable, Sendable {
    /// Second of the minute, 0–59.
    case second
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
    /// Year, 1970–2500.
    case year

    /// The values of the field in this library's own numbering, in which January is 1 and Sunday is 0 and 7.
    public var range: ClosedRange<Int> {
        switch self {
        case .second, .minute: 0...59
        case .hour: 0...23
        case .dayOfMonth: 1...31
        case .month: 1...12
        case .dayOfWeek: 0...7
        case .year: YearSet.range
        }
    }

    /// The field's name as error messages begin: "Hour", "Day of week".
    public var title: String {
        switch self {
        case .second: "Second"
        case .minute: "Minute"
        case .hour: "Hour"
        case .dayOfMonth: "Day of month"
        case .month: "Month"
        case .dayOfWeek: "Day of week"
        case .year: "Year"
        }
    }

    /// Whether it is one of the two fields that choose days, the only ones in which `?` may stand.
    var choosesDays: Bool { self == .dayOfMonth || self == .dayOfWeek }

    /// How many values pass before the field starts again; nil for the day of month, whose length varies, and for the year.
    var cycle: Int? {
        switch self {
        case .second, .minute: 60
        case .hour: 24
        case .month: 12
        case .dayOfWeek: 7
        case .dayOfMonth, .year: nil
        }
    }
}
