/// Reads one field of a calendar event's date or time: `*`, or a list of `5`, `5/10`, `5..20` and `5..20/5`.
struct CalendarFieldParser {
    let kind: FieldKind

    init(_ kind: FieldKind) {
        self.kind = kind
    }

    /// The most members a list may have (`CALENDARSPEC_COMPONENTS_MAX`, counted from 0).
    static let longestList = 241

    /// The years that may be written; 0–69 are then 2000–2069, and 70–99 are 1970–1999.
    static let years = 1970...2199

    /// - Parameter raw: the field as written; a day of month that counts from the end of the month begins with `~`.
    func field(_ raw: ArraySlice<UInt8>) throws(ScheduleError) -> ScheduleField {
        let fromEnd = kind == .dayOfMonth && raw.first == UInt8(ascii: "~")
        let bytes = fromEnd ? raw.dropFirst() : raw
        let text = String(decoding: raw, as: UTF8.self)
        if bytes == [UInt8(ascii: "*")] { return .star(kind, raw: text) }
        var members = CalendarComponentReader(kind: kind, fromEnd: fromEnd, rest: bytes)
        var spans: [ScheduleTerm.Span] = []
        repeat {
            if spans.count == Self.longestList { throw .listTooLong(kind, bytes) }
            spans.append(try members.next())
        } while members.skipComma()
        if fromEnd { try checkOrder(spans, raw) }
        let terms = fromEnd ? Self.daysFromEnd(spans) : spans.map(ScheduleTerm.span)
        return ScheduleField(kind: kind, raw: text, terms: terms, startsWithStar: false)
    }

    /// systemd lowers the highest day by three for each member of a list that counts from the end, in the order of their values, where it
    /// means to do so once (`chain_valid`): it refuses `~19,26`, and so do we.
    private func checkOrder(_ spans: [ScheduleTerm.Span], _ raw: ArraySlice<UInt8>) throws(ScheduleError) {
        var highest = 28
        let keys = Set(spans.map { [$0.first, $0.form == .range ? $0.last : -1, $0.form == .single ? 0 : $0.step] })
        for key in keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            guard max(key[0], key[1]) <= highest, key[2] < highest else { throw .listFromEnd(raw, highest) }
            highest -= 3
        }
    }

    /// `~07/2`, spans that count back from the end of the month, as days before the last, in the order of the days.
    private static func daysFromEnd(_ spans: [ScheduleTerm.Span]) -> [ScheduleTerm] {
        var days = ValueSet()
        for span in spans {
            for day in stride(from: span.first, through: span.last, by: span.form == .open ? -span.step : span.step) { days.insert(day) }
        }
        return days.values.reversed().map { .lastDay(before: $0 - 1) }
    }
}
