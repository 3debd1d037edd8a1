// Mistakes in calendar events (systemd.time(7)).
extension ScheduleError {
    // MARK: Words

    static func unexpectedWord(_ word: ArraySlice<UInt8>) -> ScheduleError {
        let expected = "Expected weekdays, a date, a time such as 09:00, or a time zone"
        return calendar(.unexpectedWord, nil, word, "\(expected), found \(shown(word))")
    }

    static func unknownZone(_ word: ArraySlice<UInt8>) -> ScheduleError {
        calendar(.unexpectedWord, nil, word, "Time zone \(shown(word)) is unknown (names are as in Europe/Berlin or UTC)")
    }

    static func textAfterShorthand(_ shorthand: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>) -> ScheduleError {
        let message = "Expected nothing but a time zone after \(shown(shorthand)), found \(shown(word))"
        return calendar(.unexpectedWord, nil, word, message)
    }

    static func looksLikeCron(_ text: String, at position: Int) -> ScheduleError {
        let message = "This looks like a cron expression (flavor debian), not like a calendar event (flavor systemd)"
        return ScheduleError(problem: .unexpectedWord, field: nil, value: text, range: nil, position: position, message: message)
    }

    static func tab(at position: Int) -> ScheduleError {
        let message = "Unexpected tab at position \(position): the parts of a calendar event are divided by blanks"
        return ScheduleError(problem: .unexpectedCharacter, field: nil, value: "\t", range: nil, position: position, message: message)
    }

    static func extraBlank(at position: Int) -> ScheduleError {
        let message = "Unexpected second blank before the time zone at position \(position)"
        return ScheduleError(problem: .unexpectedCharacter, field: nil, value: " ", range: nil, position: position, message: message)
    }

    // MARK: Weekdays

    static func notAWeekday(_ name: ArraySlice<UInt8>) -> ScheduleError {
        calendar(.notANumber, .dayOfWeek, name, "Day of week value \(shown(name)) is not a name (Mon-Sun or Monday-Sunday)")
    }

    static func missingWeekday(at position: Int) -> ScheduleError {
        let message = "Day of week value missing beside a comma (Mon-Sun or Monday-Sunday)"
        return ScheduleError(problem: .missingValue, field: .dayOfWeek, value: "", range: nil, position: position, message: message)
    }

    static func wrappedWeekdays(_ range: ArraySlice<UInt8>) -> ScheduleError {
        calendar(.wrappedRange, .dayOfWeek, range, "Day of week range \(shown(range)) ends before it starts (weeks go from Mon to Sun)")
    }

    // MARK: Fields

    static func missingCalendarValue(_ kind: FieldKind, _ range: ClosedRange<Int>, at position: Int) -> ScheduleError {
        let message = "\(kind.title) value missing (\(numbers(range)) or *)"
        return ScheduleError(problem: .missingValue, field: kind, value: "", range: range, position: position, message: message)
    }

    static func calendarNotANumber(_ kind: FieldKind, _ range: ClosedRange<Int>, _ bytes: ArraySlice<UInt8>) -> ScheduleError {
        let message = "\(kind.title) value \(shown(bytes)) is not \(number(bytes)) (\(numbers(range)))"
        return calendar(.notANumber, kind, bytes, range: range, message)
    }

    static func starWithMore(_ kind: FieldKind, _ range: ClosedRange<Int>, _ bytes: ArraySlice<UInt8>) -> ScheduleError {
        let step = "\(range.lowerBound)/2"
        let message = "\(kind.title) value \(shown(bytes)): in a calendar event * stands alone, and a step follows a number (\(step))"
        return calendar(.notANumber, kind, bytes, range: range, message)
    }

    static func calendarOutOfRange(_ kind: FieldKind, _ range: ClosedRange<Int>, _ bytes: ArraySlice<UInt8>) -> ScheduleError {
        let message = "\(kind.title) value \(shown(bytes)) out of range (\(numbers(range)))"
        return calendar(.outOfRange, kind, bytes, range: range, message)
    }

    static func calendarWrappedRange(_ kind: FieldKind, _ range: ClosedRange<Int>, _ bytes: ArraySlice<UInt8>) -> ScheduleError {
        let message = "\(kind.title) range \(shown(bytes)) ends before it starts (\(numbers(range)))"
        return calendar(.wrappedRange, kind, bytes, range: range, message)
    }

    static func earlyTilde(_ part: ArraySlice<UInt8>) -> ScheduleError {
        calendar(.notANumber, .month, part, "Month value \(shown(part)): ~ stands only before the day, to count from the end of the month")
    }

    static func listTooLong(_ kind: FieldKind, _ bytes: ArraySlice<UInt8>) -> ScheduleError {
        let most = CalendarFieldParser.longestList
        return calendar(.tooLong, kind, bytes, range: 1...most, "\(kind.title) list has more than \(most) values")
    }

    static func listFromEnd(_ bytes: ArraySlice<UInt8>, _ highest: Int) -> ScheduleError {
        let message = "Day of month list \(shown(bytes)): the highest day from the end is 28, and in systemd 3 less for each value below it"
        return calendar(.outOfRange, .dayOfMonth, bytes, range: highest > 0 ? 1...highest : nil, message)
    }

    // MARK: Steps and fractions

    static func calendarStepNotANumber(_ kind: FieldKind, _ bytes: ArraySlice<UInt8>) -> ScheduleError {
        calendar(.notANumber, kind, bytes, "\(kind.title) step \(shown(bytes)) is not \(number(bytes))")
    }

    static func calendarStep(_ kind: FieldKind, _ bytes: ArraySlice<UInt8>, _ range: ClosedRange<Int>) -> ScheduleError {
        let message = "\(kind.title) step \(shown(bytes)) out of range (\(numbers(range)))"
        return calendar(.stepOutOfRange, kind, bytes, range: range, message)
    }

    /// A step that is not taken once before the field ends; `room` is the longest that is.
    static func stepTooLong(_ kind: FieldKind, _ bytes: ArraySlice<UInt8>, from start: ArraySlice<UInt8>, room: Int) -> ScheduleError {
        guard room > 0 else {
            let message = "\(kind.title) step \(shown(bytes)) has no value left to go to after \(shown(start))"
            return calendar(.stepOutOfRange, kind, bytes, message)
        }
        let message = "\(kind.title) step \(shown(bytes)) from \(shown(start)) out of range (1-\(room))"
        return calendar(.stepOutOfRange, kind, bytes, range: 1...room, message)
    }

    static func shortRange(_ bytes: ArraySlice<UInt8>) -> ScheduleError {
        calendar(.wrappedRange, .second, bytes, range: 0...59, "Second range \(shown(bytes)) ends before its first step of one second")
    }

    static func fraction(_ bytes: ArraySlice<UInt8>) -> ScheduleError {
        calendar(.fractionOfSecond, .second, bytes, range: 0...59, "Second value \(shown(bytes)) is not whole (0-59)")
    }

    // MARK: Timestamps

    static func notATimestamp(_ bytes: ArraySlice<UInt8>) -> ScheduleError {
        calendar(.notANumber, nil, bytes, range: CalendarTimestamp.range, "Timestamp \(shown(bytes)) is not a number of seconds since 1970")
    }

    static func timestampOutOfRange(_ bytes: ArraySlice<UInt8>, _ range: ClosedRange<Int>) -> ScheduleError {
        calendar(.outOfRange, nil, bytes, range: range, "Timestamp \(shown(bytes)) out of range (\(numbers(range)))")
    }

    // MARK: Parts

    private static func calendar(
        _ problem: Problem,
        _ field: FieldKind?,
        _ bytes: ArraySlice<UInt8>,
        range: ClosedRange<Int>? = nil,
        _ message: String
    ) -> ScheduleError {
        let value = String(decoding: bytes, as: UTF8.self)
        return ScheduleError(problem: problem, field: field, value: value, range: range, position: bytes.startIndex, message: message)
    }
}
