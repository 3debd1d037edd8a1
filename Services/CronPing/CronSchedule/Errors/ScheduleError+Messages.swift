extension ScheduleError {
    private init(
        _ problem: Problem,
        _ field: FieldKind? = nil,
        _ value: String = "",
        range: ClosedRange<Int>? = nil,
        at position: Int,
        _ message: String
    ) {
        self.init(problem: problem, field: field, value: value, range: range, position: position, message: message)
    }

    static func empty() -> ScheduleError {
        ScheduleError(.empty, at: 0, "Expression is empty")
    }

    static func tooLong(_ length: Int) -> ScheduleError {
        let limit = Schedule.longestText
        return ScheduleError(.tooLong, range: 1...limit, at: limit, "Expression is \(length) bytes long, more than \(limit)")
    }

    static func unexpectedCharacter(in text: String, at offset: Int) -> ScheduleError {
        let index = text.utf8.index(text.startIndex, offsetBy: offset)
        let scalar = text.unicodeScalars[index]
        let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
        // Unicode's own, such as EN DASH; control characters have none, and a letter shows what it is.
        let name = scalar.properties.isAlphabetic ? nil : scalar.properties.name?.lowercased()
        return ScheduleError(
            .unexpectedCharacter,
            nil,
            String(scalar),
            at: offset,
            "Unexpected \(name ?? "character") U+\(code) at position \(offset)"
        )
    }

    static func unknownMacro(_ name: ArraySlice<UInt8>, _ flavor: Schedule.Flavor) -> ScheduleError {
        let known = flavor == .quartz ? "Quartz has none" : ScheduleMacro.allCases.map(\.rawValue).joined(separator: ", ")
        return ScheduleError(.unknownMacro, nil, text(name), at: name.startIndex, "Macro \(shown(name)) is unknown (\(known))")
    }

    static func textAfterMacro(_ macro: ScheduleMacro, _ next: ArraySlice<UInt8>) -> ScheduleError {
        let message = "Expected nothing after \(macro.rawValue), found \(shown(next))"
        return ScheduleError(.wrongFieldCount, nil, text(next), at: next.startIndex, message)
    }

    static func wrongFieldCount(_ words: [ArraySlice<UInt8>], _ flavor: Schedule.Flavor) -> ScheduleError {
        let expected = flavor == .quartz ? 6...7 : 5...7
        let extra = words.dropFirst(expected.upperBound).first
        let names = "minute, hour, day of month, month, day of week"
        let fields =
            if flavor == .quartz {
                "6 fields (second, \(names)) or 7 with a year"
            } else if extra == nil {
                "5 fields (\(names))"
            } else {
                "5 fields (\(names)), 6 with seconds in front or years at the end, or 7 with both"
            }
        return ScheduleError(
            .wrongFieldCount,
            nil,
            extra.map(text) ?? "",
            range: expected,
            at: extra?.startIndex ?? words.last?.endIndex ?? 0,
            "Expected \(fields), found \(words.count)"
        )
    }

    /// A command, a user or a comment, as in a line of a crontab.
    static func textAfterFields(_ count: Int, _ rest: ArraySlice<UInt8>) -> ScheduleError {
        ScheduleError(
            .wrongFieldCount,
            nil,
            text(rest),
            at: rest.startIndex,
            "Expected nothing after the \(count) fields, found \(shown(rest))"
        )
    }

    /// Text of systemd.time(7) where cron's fields are expected.
    static func calendarEvent(_ text: ArraySlice<UInt8>, _ flavor: Schedule.Flavor) -> ScheduleError {
        let message = "This looks like a calendar event (flavor systemd), not like a cron expression (flavor \(flavor.rawValue))"
        return ScheduleError(.wrongFieldCount, nil, Self.text(text), at: text.startIndex, message)
    }

    static func timeZone(_ word: ArraySlice<UInt8>) -> ScheduleError {
        ScheduleError(.timeZone, nil, text(word), at: word.startIndex, "Time zone \(shown(word)) must be given apart from the expression")
    }

    static func missingValue(_ kind: FieldKind, _ options: Schedule.Options, at position: Int) -> ScheduleError {
        ScheduleError(
            .missingValue,
            kind,
            range: options.range(of: kind),
            at: position,
            "\(kind.title) value missing beside a comma (\(options.accepted(in: kind)))"
        )
    }

    static func notANumber(_ kind: FieldKind, _ options: Schedule.Options, _ bytes: ArraySlice<UInt8>) -> ScheduleError {
        about(
            .notANumber,
            kind,
            bytes,
            range: options.range(of: kind),
            "value \(shown(bytes)) is not \(number(bytes))\(kind.names.isEmpty ? "" : " or name") (\(options.accepted(in: kind)))"
        )
    }

    static func stepNotANumber(_ kind: FieldKind, _ bytes: ArraySlice<UInt8>) -> ScheduleError {
        about(.notANumber, kind, bytes, range: CronFieldParser.stepRange, "step \(shown(bytes)) is not \(number(bytes))")
    }

    /// What a text is not that should be a number of digits alone: -5 and 1.5 are numbers.
    static func number(_ bytes: ArraySlice<UInt8>) -> String {
        let unsigned = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes
        let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isDigit) } ? "a whole number" : "a number"
    }

    static func outOfRange(_ kind: FieldKind, _ options: Schedule.Options, _ bytes: ArraySlice<UInt8>) -> ScheduleError {
        about(
            .outOfRange,
            kind,
            bytes,
            range: options.range(of: kind),
            "value \(shown(bytes)) out of range (\(numbers(options.range(of: kind))))"
        )
    }

    static func stepOutOfRange(
        _ kind: FieldKind,
        _ bytes: ArraySlice<UInt8>,
        _ range: ClosedRange<Int> = CronFieldParser.stepRange
    ) -> ScheduleError {
        about(.stepOutOfRange, kind, bytes, range: range, "step \(shown(bytes)) out of range (\(numbers(range)))")
    }

    static func lastDayOffset(_ bytes: ArraySlice<UInt8>) -> ScheduleError {
        about(.outOfRange, .dayOfMonth, bytes, range: 0...30, "offset \(shown(bytes)) from the last day out of range (0-30)")
    }

    static func ordinal(_ bytes: ArraySlice<UInt8>) -> ScheduleError {
        about(.outOfRange, .dayOfWeek, bytes, range: 1...5, "number \(shown(bytes)) after # out of range (1-5)")
    }

    static func lastOfWhat(_ bytes: ArraySlice<UInt8>) -> ScheduleError {
        about(.missingValue, .dayOfWeek, bytes, "value missing before L (FRIL is the last Friday of the month)")
    }

    static func ordinalOfWhat(_ bytes: ArraySlice<UInt8>) -> ScheduleError {
        about(.missingValue, .dayOfWeek, bytes, "value missing before # (FRI#2 is the second Friday of the month)")
    }

    static func questionMarks(_ count: Int, _ dayOfWeek: ArraySlice<UInt8>) -> ScheduleError {
        about(.questionMarks, .dayOfWeek, dayOfWeek, "and day of month: exactly one of them must be ?, found \(count)")
    }

    static func wrappedRange(_ kind: FieldKind, _ options: Schedule.Options, _ bytes: ArraySlice<UInt8>) -> ScheduleError {
        about(
            .wrappedRange,
            kind,
            bytes,
            range: options.range(of: kind),
            "range \(shown(bytes)) ends before it starts (\(numbers(options.range(of: kind))))"
        )
    }

    private static func about(
        _ problem: Problem,
        _ kind: FieldKind,
        _ bytes: ArraySlice<UInt8>,
        range: ClosedRange<Int>? = nil,
        _ what: String
    ) -> ScheduleError {
        ScheduleError(problem, kind, text(bytes), range: range ?? kind.range, at: bytes.startIndex, "\(kind.title) \(what)")
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// The value as a message shows it: short enough to read, and never nothing.
    static func shown(_ bytes: ArraySlice<UInt8>) -> String {
        if bytes.isEmpty { return "\"\"" }
        return bytes.count > 40 ? text(bytes.prefix(40)) + "..." : text(bytes)
    }

    static func numbers(_ range: ClosedRange<Int>) -> String {
        "\(range.lowerBound)-\(range.upperBound)"
    }
}

extension Schedule.Options {
    /// What may be written, for messages: "0-23" or "1-12 or JAN-DEC".
    fileprivate func accepted(in kind: FieldKind) -> String {
        let range = range(of: kind)
        let numbers = "\(range.lowerBound)-\(range.upperBound)"
        guard let first = kind.names.first, let last = kind.names.last else { return numbers }
        return "\(numbers) or \(first)-\(last)"
    }
}
