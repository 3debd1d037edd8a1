extension Instant {
    /// Reads RFC 3339's `date-time` or `full-date`; see ``init(_:)``.
    init?(rfc3339 text: String) {
        var rest = Array(text.utf8)[...]
        guard let year = rest.takeNumber(ofDigits: 4), rest.skip(one: "-"), let month = rest.takeNumber(ofDigits: 2), rest.skip(one: "-"),
            let day = rest.takeNumber(ofDigits: 2), let days = Self.days(year: year, month: month, day: day)
        else { return nil }
        let midnight = Int64(days) * 86_400
        if rest.isEmpty {
            self.init(seconds: midnight)
            return
        }
        guard rest.skip(one: "T") || rest.skip(one: "t") || rest.skip(one: " "), let seconds = rest.takeTimeOfDay(),
            let nanoseconds = rest.takeFraction(), let offset = rest.takeOffset(), rest.isEmpty
        else { return nil }
        self.init(seconds: midnight + Int64(seconds - offset), nanoseconds: nanoseconds)
    }

    /// Days from 1970-01-01 to a date of the years 0 to 9999 in the proleptic Gregorian calendar; nil if there is no such date.
    ///
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    private static func days(year: Int, month: Int, day: Int) -> Int? {
        guard (1...12).contains(month), day >= 1, day <= length(ofMonth: month, year: year) else { return nil }
        // Years begin in March, so that the leap day is the last, and one era of 400 years later, so that none is negative.
        let shiftedYear = month <= 2 ? year + 399 : year + 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return shiftedYear * 365 + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400 + dayOfYear - 719_468 - 146_097
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension ArraySlice<UInt8> {
    /// A number of exactly so many digits, at most 18.
    fileprivate mutating func takeNumber(ofDigits count: Int) -> Int? {
        let digits = prefix(count)
        guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
        self = self[digits.endIndex...]
        return digits.reduce(0) { $0 * 10 + $1.digitValue }
    }

    /// `12:00:00` in seconds, up to `23:59:60`.
    fileprivate mutating func takeTimeOfDay() -> Int? {
        guard let hour = takeNumber(ofDigits: 2), skip(one: ":"), let minute = takeNumber(ofDigits: 2), skip(one: ":"),
            let second = takeNumber(ofDigits: 2), hour <= 23, minute <= 59, second <= 60
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// A fraction of a second in nanoseconds, cut; 0 if there is none, nil if there is nothing behind the point.
    fileprivate mutating func takeFraction() -> Int32? {
        guard skip(one: ".") else { return 0 }
        let digits = take { $0.isDigit }
        guard !digits.isEmpty else { return nil }
        let first = digits.prefix(9)
        return (first.count..<9).reduce(first.reduce(0) { $0 * 10 + Int32($1.digitValue) }) { number, _ in number * 10 }
    }

    /// An offset from UTC in seconds, positive to the east.
    fileprivate mutating func takeOffset() -> Int? {
        if skip(one: "Z") || skip(one: "z") { return 0 }
        let isEast = skip(one: "+")
        guard isEast || skip(one: "-"), let hour = takeNumber(ofDigits: 2), skip(one: ":"), let minute = takeNumber(ofDigits: 2),
            hour <= 23,
            minute <= 59
        else { return nil }
        return (isEast ? 1 : -1) * (hour * 3600 + minute * 60)
    }
}
