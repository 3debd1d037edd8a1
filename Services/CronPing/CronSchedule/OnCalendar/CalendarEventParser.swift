/// Reads a calendar event: weekdays, a date, a time of day and a time zone, each of which may be left out, or a shorthand such as `daily`.
///
/// Source: systemd.time(7) and what systemd 252 does (`calendarspec.c`), quirks included; only seconds must be whole here, and blanks around
/// the text are no mistake, as in a unit file.
struct CalendarEventParser {
    /// The event without blanks around it.
    let text: String
    /// Its words, as slices of the text with the blanks.
    let words: [ArraySlice<UInt8>]

    func schedule() throws(ScheduleError) -> Schedule {
        guard let first = words.first, let last = words.last else { throw .empty() }
        if let tab = text.utf8.firstIndex(of: UInt8(ascii: "\t")) {
            throw .tab(at: first.startIndex + text.utf8.distance(from: text.utf8.startIndex, to: tab))
        }
        // No calendar event has so many words.
        if words.count >= 5, (try? Schedule(text, Schedule.Options())) != nil { throw .looksLikeCron(text, at: first.startIndex) }
        var rest = words[...]
        let zone = words.count > 1 ? CalendarZone.name(last) : nil
        if zone != nil { rest.removeLast() }
        if zone != nil, let word = rest.last { try requireOneBlank(before: last, after: word) }
        if let shorthand = CalendarShorthand(first) {
            if let extra = rest.dropFirst().first { throw .textAfterShorthand(first, extra) }
            return Schedule(text: text, flavor: .systemd, fields: try shorthand.fields(), zoneName: zone)
        }
        let weekdays = try CalendarWeekdayParser.field(first)
        if weekdays != nil { rest.removeFirst() }
        if rest.first?.first == UInt8(ascii: "@") {
            let fields = try CalendarTimestamp.fields(rest, weekdays: weekdays)
            return Schedule(text: text, flavor: .systemd, fields: fields, zoneName: "UTC")
        }
        return Schedule(text: text, flavor: .systemd, fields: try Self.fields(weekdays, rest), zoneName: zone)
    }

    /// After a time systemd wants the zone to follow one blank; after weekdays or a date it takes any number.
    private func requireOneBlank(before zone: ArraySlice<UInt8>, after word: ArraySlice<UInt8>) throws(ScheduleError) {
        guard zone.startIndex - word.endIndex > 1 else { return }
        let takesBlanks = CalendarShorthand(word) == nil && (Self.isDate(word) || CalendarWeekdayParser.startsWithWeekday(word))
        if !takesBlanks { throw .extraBlank(at: word.endIndex + 1) }
    }

    // MARK: Date and time

    /// The fields of the words that follow the weekdays: a date, a time, or both in this order.
    static func fields(_ weekdays: ScheduleField?, _ words: ArraySlice<ArraySlice<UInt8>>) throws(ScheduleError) -> ScheduleFields {
        var rest = words
        var fields = ScheduleFields.midnight
        if let weekdays { fields.dayOfWeek = weekdays }
        if let word = rest.first, isDate(word) {
            try readDate(word, into: &fields)
            rest.removeFirst()
        }
        if let word = rest.popFirst() { try readTime(word, into: &fields) }
        if let extra = rest.first {
            throw startsWithLetter(extra) && extra.contains(UInt8(ascii: "/")) ? .unknownZone(extra) : .unexpectedWord(extra)
        }
        return fields
    }

    /// A date has a `-` or `~`, which a time has not.
    private static func isDate(_ word: ArraySlice<UInt8>) -> Bool {
        word.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "~") }
    }

    /// `2026-04-20`, `04-20`, `*-02~03`.
    private static func readDate(_ word: ArraySlice<UInt8>, into fields: inout ScheduleFields) throws(ScheduleError) {
        guard !startsWithLetter(word), !word.contains(UInt8(ascii: ":")) else { throw .unexpectedWord(word) }
        var parts: [ArraySlice<UInt8>] = []
        var start = word.startIndex
        for index in word.indices where word[index] == UInt8(ascii: "-") || word[index] == UInt8(ascii: "~") {
            parts.append(word[start..<index])
            // The tilde stays with the day that it turns around.
            start = word[index] == UInt8(ascii: "~") ? index : index + 1
        }
        parts.append(word[start...])
        guard parts.count <= 3 else { throw .unexpectedWord(word) }
        if let early = parts.dropLast().first(where: { $0.first == UInt8(ascii: "~") }) { throw .earlyTilde(early) }
        let (day, month) = (parts[parts.count - 1], parts[parts.count - 2])
        if parts.count == 3, parts[0] != [UInt8(ascii: "*")] { fields.year = try CalendarFieldParser(.year).field(parts[0]) }
        fields.month = try CalendarFieldParser(.month).field(month)
        fields.dayOfMonth = try CalendarFieldParser(.dayOfMonth).field(day)
    }

    /// `9:00`, `9:00:00`.
    private static func readTime(_ word: ArraySlice<UInt8>, into fields: inout ScheduleFields) throws(ScheduleError) {
        let parts = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard !startsWithLetter(word), (2...3).contains(parts.count) else { throw .unexpectedWord(word) }
        fields.hour = try CalendarFieldParser(.hour).field(parts[0])
        fields.minute = try CalendarFieldParser(.minute).field(parts[1])
        if parts.count == 3 { fields.second = try CalendarFieldParser(.second).field(parts[2]) }
    }

    private static func startsWithLetter(_ word: ArraySlice<UInt8>) -> Bool {
        word.first?.isASCIILetter ?? false
    }
}

extension ScheduleFields {
    /// What an event means without weekdays, date and time: midnight of every day.
    fileprivate static let midnight = ScheduleFields(
        second: .zero(.second),
        minute: .zero(.minute),
        hour: .zero(.hour),
        dayOfMonth: .star(.dayOfMonth),
        month: .star(.month),
        dayOfWeek: .star(.dayOfWeek),
        year: nil,
        bothDaysMustMatch: true
    )
}

extension ScheduleField {
    /// The field `0`.
    fileprivate static func zero(_ kind: FieldKind) -> ScheduleField {
        ScheduleField(kind: kind, raw: "0", terms: [.span(.init(first: 0, last: 0, form: .single))], startsWithStar: false)
    }

    /// The field `*`.
    static func star(_ kind: FieldKind, raw: String = "*") -> ScheduleField {
        let span = ScheduleTerm.Span(first: kind.range.lowerBound, last: kind.range.upperBound, form: .star)
        return ScheduleField(kind: kind, raw: raw, terms: [.span(span)], startsWithStar: true)
    }
}
