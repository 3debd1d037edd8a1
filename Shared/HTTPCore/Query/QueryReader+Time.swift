public import Timekeeping

extension QueryReader {
    /// A day in UTC: a date (`2026-11-26`), or the day of an instant, in RFC 3339 or in seconds since the epoch.
    ///
    /// - Returns: `nil` if it is absent or wrong.
    public func day(_ name: String) -> CalendarDay? {
        guard let text = string(name, length: 1...100) else { return nil }
        // An instant may lie beyond the dates that can be written, and what cannot be written cannot be looked for.
        guard let day = Self.day(text), CalendarDay(day.description) == day else {
            let examples = "a date such as 2026-11-26, a time such as 2026-11-26T09:00:00Z or seconds since 1970"
            fault(name, .notADate, "must be \(examples); a \"+\" in it is written as %2B")
            return nil
        }
        return day
    }

    private static func day(_ text: String) -> CalendarDay? {
        if let day = CalendarDay(text) { return day }
        if let time = Timestamp(rfc3339: text) { return CalendarDay(of: time) }
        return Int64(text).map { CalendarDay(of: Timestamp(seconds: $0)) }
    }
}

extension InputFault.Code {
    /// A date or a time was expected.
    public static let notADate: InputFault.Code = "not_a_date"
}
