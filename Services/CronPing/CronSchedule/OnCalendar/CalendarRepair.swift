/// What was probably meant where a calendar event has a mistake. It may leave other mistakes.
struct CalendarRepair {
    let text: String
    let error: ScheduleError

    /// The text with this one mistake repaired; nil when no repair is likely.
    func attempt() -> String? {
        switch error.problem {
        case .unexpectedCharacter: text.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
        case .unexpectedWord: words()
        case .notANumber: error.field == .dayOfWeek ? replacing(weekday) : replacing(number) ?? words()
        case .outOfRange: replacing(wrappedValue)
        case .stepOutOfRange: withoutStep
        case .wrappedRange: replacing(error.field == .dayOfWeek ? splitWeekdays : splitRange)
        case .missingValue: withoutComma ?? replacing(missingTime)
        default: nil
        }
    }

    func replacing(_ replacement: String?) -> String? {
        error.replacingValue(in: text, with: replacement)
    }

    /// `1,2` for `1,,2`.
    private var withoutComma: String? {
        error.prefix(of: text).last == "," ? withoutValue : nil
    }

    /// The text without the value that is wrong and the one character in front of it.
    private var withoutValue: String {
        error.prefix(of: text).dropLast() + error.suffix(of: text)
    }

    /// `9:00` for `9:`, `*:30` for `:30`.
    private var missingTime: String? {
        switch error.field {
        case .minute, .second: "00"
        case .hour: "*"
        default: nil
        }
    }

    /// `Mon` for `Mond` and `Mondays`, `Mon 9:00` for `Mon9:00`.
    private var weekday: String? {
        let name = error.value.prefix { $0.isLetter }
        guard CalendarWeekdayParser.startsWithWeekday(ArraySlice(name.utf8)) else { return nil }
        let rest = error.value.dropFirst(name.count)
        let isKnown = CalendarWeekdayParser.weekday(ArraySlice(name.utf8)) != nil
        guard rest.isEmpty != isKnown else { return nil }
        return isKnown ? name + " " + rest : String(name.prefix(3))
    }

    /// The number of a month that is named, and a step of its own language for cron's `*/5`.
    private var number: String? {
        guard let field = error.field else { return nil }
        if error.value.hasPrefix("*/"), let lowest = error.range?.lowerBound {
            return error.value == "*/1" ? "*" : String(lowest) + error.value.dropFirst()
        }
        return field == .month ? Self.month(error.value).map(\.twoDigits) : nil
    }

    /// The number of a month by its name, in full or shortened.
    static func month(_ name: String) -> Int? {
        FieldKind.month.shortName(name).flatMap { FieldKind.month.value(named: ArraySlice($0.utf8)) }
    }

    /// 24 hours and 60 minutes: zero when every day or hour is meant, beside a range that they end.
    private var wrappedValue: String? {
        guard let field = error.field, let last = error.range?.upperBound, error.value == String(last + 1),
            field == .hour || field == .minute || field == .second
        else { return nil }
        let prefix = error.prefix(of: text)
        let start: [Character] = prefix.hasSuffix("..") ? prefix.dropLast(2).reversed().prefix { $0.isNumber }.reversed() : []
        if !start.isEmpty, start.allSatisfy({ $0 == "0" }) { return String(last) }
        let before = start.isEmpty ? prefix[...] : prefix.dropLast(2 + start.count)
        let isAllThere = field == .hour ? before.allSatisfy { "*- ".contains($0) } : before.hasSuffix("*:")
        guard isAllThere else { return nil }
        if start.isEmpty { return "0" }
        return error.suffix(of: text).first == "/" ? nil : "\(last),0"
    }

    /// `50` for `50/15`, which is the only minute that this step can reach.
    private var withoutStep: String? {
        error.position > 0 && error.value.contains { $0 != "0" } ? withoutValue : nil
    }

    /// `Sat..Sun,Mon` for `Sat..Mon`.
    private var splitWeekdays: String? {
        let ends = error.value.split { $0 == "." || $0 == "-" }
        guard ends.count == 2 else { return nil }
        let isMonday = CalendarWeekdayParser.weekday(ArraySlice(ends[1].utf8)) == 1
        let isSunday = CalendarWeekdayParser.weekday(ArraySlice(ends[0].utf8)) == 7
        return (isSunday ? "Sun" : ends[0] + "..Sun") + "," + (isMonday ? "Mon" : "Mon.." + ends[1])
    }

    /// `22..23,0..2` for `22..2`, `~01..03` for `~03..01`; nil with a step, whose phase would change, and for years.
    private var splitRange: String? {
        let ends = error.value.split(separator: ".").compactMap { Int($0) }
        guard ends.count == 2, let range = error.range, let field = error.field, field != .year else { return nil }
        if ends[0] == ends[1] { return String(ends[0]) }
        if field == .dayOfMonth, range.upperBound < 31 { return ends[1].twoDigits + ".." + ends[0].twoDigits }
        let upper = ends[0] == range.upperBound ? "\(ends[0])" : "\(ends[0])..\(range.upperBound)"
        let lower = ends[1] == range.lowerBound ? "\(ends[1])" : "\(range.lowerBound)..\(ends[1])"
        return upper + "," + lower
    }
}
