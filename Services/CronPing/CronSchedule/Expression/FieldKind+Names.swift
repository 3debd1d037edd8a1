extension FieldKind {
    /// The three-letter names of the values from the lower bound on, in capitals; empty for a field that has only numbers.
    var names: [String] {
        switch self {
        case .month: Self.months
        case .dayOfWeek: Self.weekdays
        default: []
        }
    }

    /// The same names in full.
    var longNames: [String] {
        switch self {
        case .month: Self.longMonths
        case .dayOfWeek: Self.longWeekdays
        default: []
        }
    }

    /// The value of a three-letter name in any case, as in `MON` or `jan`.
    func value(named bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count == 3, self == .month || self == .dayOfWeek else { return nil }
        var key: UInt32 = 0
        // Capitals and small letters differ in one bit, which nothing that is not a letter makes into one.
        for byte in bytes { key = key << 8 | UInt32(byte & 0xDF) }
        return (self == .month ? Self.monthKeys : Self.weekdayKeys).firstIndex(of: key).map { $0 + range.lowerBound }
    }

    private static let longMonths = [
        "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER",
    ]
    private static let longWeekdays = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"]
    private static let months = longMonths.map { String($0.prefix(3)) }
    private static let weekdays = longWeekdays.map { String($0.prefix(3)) }
    private static let monthKeys = months.map(key)
    private static let weekdayKeys = weekdays.map(key)

    private static func key(_ name: String) -> UInt32 {
        name.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
