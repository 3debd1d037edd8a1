extension Timestamp {
    /// RFC 3339 in UTC: `2026-04-20T09:00:00Z`, with `.250` before the `Z` only when the instant is not on a whole second.
    ///
    /// A year of RFC 3339 has four digits: an instant outside the years 0 to 9999 is written as the first or the last one in them.
    public var rfc3339: String {
        let written = min(max(self, Self.firstWritten), Self.lastWritten)
        let second = written.seconds
        let fraction = written.milliseconds - second * 1_000
        let days = second.flooredQuotient(86_400)
        let (year, month, day) = Self.civil(fromDays: days)
        let inDay = second - days * 86_400
        let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
        let time = "\(Self.padded(inDay / 3_600, 2)):\(Self.padded(inDay / 60 % 60, 2)):\(Self.padded(inDay % 60, 2))"
        return fraction == 0 ? "\(date)T\(time)Z" : "\(date)T\(time).\(Self.padded(fraction, 3))Z"
    }

    /// `0000-01-01T00:00:00Z`
    private static let firstWritten = Timestamp(milliseconds: -62_167_219_200_000)
    /// `9999-12-31T23:59:59.999Z`
    private static let lastWritten = Timestamp(milliseconds: 253_402_300_799_999)

    /// Reads RFC 3339 (`T` or a space between date and time, any offset, fractions cut to milliseconds).
    ///
    /// `nil` for anything else, and for dates that do not exist. A leap second (`:60`) is read as the next second.
    public init?(rfc3339 text: String) {
        var reader = DigitReader(bytes: Array(text.utf8))
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"), let day = reader.number(2),
            reader.skip("T", "t", " "), let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2), reader.skip(":"),
            let second = reader.number(2), let fraction = reader.fraction(), let offset = reader.offset(), reader.isAtEnd,
            (1...12).contains(month), hour < 24, minute < 60, second <= 60
        else { return nil }
        let days = Self.days(year: year, month: month, day: day)
        guard day >= 1, Self.civil(fromDays: days) == (year, month, day) else { return nil }
        let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset
        self.init(milliseconds: seconds * 1_000 + fraction)
    }

    /// Days since the epoch of a date of the proleptic Gregorian calendar.
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.flooredQuotient(400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The date of a day since the epoch. Source: as above, `civil_from_days`.
    static func civil(fromDays days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = shifted.flooredQuotient(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// Walks over the fixed-width parts of an RFC 3339 text.
private struct DigitReader {
    let bytes: [UInt8]
    var position = 0

    var isAtEnd: Bool { position == bytes.count }

    mutating func number(_ width: Int) -> Int64? {
        guard position + width <= bytes.count else { return nil }
        var number: Int64 = 0
        for byte in bytes[position..<position + width] {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int64(byte - 0x30)
        }
        position += width
        return number
    }

    mutating func skip(_ accepted: Unicode.Scalar...) -> Bool {
        guard position < bytes.count, accepted.contains(Unicode.Scalar(bytes[position])) else { return false }
        position += 1
        return true
    }

    /// The fraction in milliseconds, 0 when there is none, `nil` for a point without digits.
    mutating func fraction() -> Int64? {
        guard skip(".") else { return 0 }
        var milliseconds: Int64 = 0
        var digits = 0
        while let digit = number(1) {
            if digits < 3 { milliseconds = milliseconds * 10 + digit }
            digits += 1
        }
        guard digits > 0 else { return nil }
        for _ in min(digits, 3)..<3 { milliseconds *= 10 }
        return milliseconds
    }

    /// The offset from UTC in seconds, positive to the east.
    mutating func offset() -> Int64? {
        if skip("Z", "z") { return 0 }
        let sign: Int64
        if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
        guard let hours = number(2), skip(":"), let minutes = number(2), hours < 24, minutes < 60 else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }
}
