/// Reads the weekdays at the start of a calendar event: `Mon`, `Mon..Fri`, `mon-fri`, `Saturday,Sun`.
enum CalendarWeekdayParser {
    /// The field; nil when the word does not begin with a weekday.
    static func field(_ word: ArraySlice<UInt8>) throws(ScheduleError) -> ScheduleField? {
        guard startsWithWeekday(word) else { return nil }
        // systemd takes a comma at the end.
        let list = word.last == UInt8(ascii: ",") ? word.dropLast() : word
        var terms: [ScheduleTerm] = []
        for member in list.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            terms.append(.span(try span(member)))
        }
        return ScheduleField(kind: .dayOfWeek, raw: String(decoding: list, as: UTF8.self), terms: terms, startsWithStar: false)
    }

    static func startsWithWeekday(_ word: ArraySlice<UInt8>) -> Bool {
        weekday(word.prefix(3)) != nil
    }

    private static func span(_ member: ArraySlice<UInt8>) throws(ScheduleError) -> ScheduleTerm.Span {
        if member.isEmpty { throw .missingWeekday(at: member.startIndex) }
        guard let separator = member.firstIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }) else {
            let day = try value(member, in: member)
            return .init(first: day % 7, last: day % 7, form: .single)
        }
        let tail = member[separator...]
        let first = try value(member[..<separator], in: member)
        guard let end = tail.starts(with: "..".utf8) ? tail.dropFirst(2) : tail.first == UInt8(ascii: "-") ? tail.dropFirst() : nil else {
            throw .notAWeekday(member)
        }
        let last = try value(end, in: member)
        guard first <= last else { throw .wrappedWeekdays(member) }
        return first == last
            ? .init(first: first % 7, last: first % 7, form: .single)
            : .init(first: first, last: last, form: .range)
    }

    private static func value(_ name: ArraySlice<UInt8>, in member: ArraySlice<UInt8>) throws(ScheduleError) -> Int {
        guard let day = weekday(name) else { throw .notAWeekday(name.isEmpty ? member : name) }
        return day
    }

    /// Monday as 1 to Sunday as 7, from the name of the day or its first three letters in any case.
    static func weekday(_ bytes: ArraySlice<UInt8>) -> Int? {
        let index = FieldKind.dayOfWeek.longNames.firstIndex { name in
            (bytes.count == 3 || bytes.count == name.utf8.count) && zip(name.utf8, bytes).allSatisfy { $0 == $1 & 0xDF }
        }
        return index.map { $0 == 0 ? 7 : $0 }
    }
}
