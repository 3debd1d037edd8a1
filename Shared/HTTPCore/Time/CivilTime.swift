/// A moment in UTC as year, month, day and time of day in the proleptic Gregorian calendar.
struct CivilTime {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int
    /// 0 is Sunday.
    let weekday: Int

    /// Days are counted from 0000-03-01 in eras of 400 years, so that the leap day is the last of its year
    /// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`).
    init(seconds: Int64) {
        let days = Int(seconds.dividedDown(by: 86_400))
        let secondOfDay = Int(seconds) - days * 86_400
        let shifted = days + 719_468
        let era = Int(Int64(shifted).dividedDown(by: 146_097))
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        hour = secondOfDay / 3600
        minute = secondOfDay / 60 % 60
        second = secondOfDay % 60
        weekday = (days % 7 + 11) % 7
    }

    var timeOfDay: String { "\(hour, digits: 2):\(minute, digits: 2):\(second, digits: 2)" }

    var weekdayName: String { ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][weekday] }

    var monthName: String { ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1] }
}

extension Int64 {
    /// Division that rounds towards negative infinity.
    func dividedDown(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension DefaultStringInterpolation {
    /// A number with at least that many digits.
    mutating func appendInterpolation(_ number: Int, digits: Int) {
        let text = String(number)
        appendLiteral(String(repeating: "0", count: Swift.max(0, digits - text.count)) + text)
    }
}
