/// The event `@1395716396`: one instant, in seconds since 1970-01-01T00:00:00Z, whose date and time are in UTC.
enum CalendarTimestamp {
    /// Up to the end of 2199.
    static let range = 0...7_258_118_399

    /// - Parameters:
    ///   - words: the words from the `@` on; systemd lets blanks stand between it and the number.
    ///   - weekdays: those written before it, on one of which the instant has to be.
    static func fields(_ words: ArraySlice<ArraySlice<UInt8>>, weekdays: ScheduleField?) throws(ScheduleError) -> ScheduleFields {
        var rest = words
        guard var number = rest.popFirst()?.dropFirst() else { throw .empty() }
        if number.isEmpty, let next = rest.popFirst() { number = next }
        if let extra = rest.first { throw .unexpectedWord(extra) }
        guard let seconds = try seconds(number), let time = CivilDateTime(epochSeconds: Int64(seconds)) else {
            throw .timestampOutOfRange(number, range)
        }
        return ScheduleFields(
            second: field(.second, time.second),
            minute: field(.minute, time.minute),
            hour: field(.hour, time.hour),
            dayOfMonth: field(.dayOfMonth, time.day),
            month: field(.month, time.month),
            dayOfWeek: weekdays ?? .star(.dayOfWeek),
            year: field(.year, time.year),
            bothDaysMustMatch: true
        )
    }

    /// The number with its sign; nil when it is out of range.
    private static func seconds(_ text: ArraySlice<UInt8>) throws(ScheduleError) -> Int? {
        let isNegative = text.first == UInt8(ascii: "-")
        let digits = isNegative || text.first == UInt8(ascii: "+") ? text.dropFirst() : text
        guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { throw .notATimestamp(text) }
        var number = 0
        for digit in digits {
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
            if number > range.upperBound { return nil }
        }
        return isNegative && number > 0 ? nil : number
    }

    private static func field(_ kind: FieldKind, _ value: Int) -> ScheduleField {
        let span = ScheduleTerm.Span(first: value, last: value, form: .single)
        return ScheduleField(kind: kind, raw: String(value), terms: [.span(span)], startsWithStar: false)
    }
}
