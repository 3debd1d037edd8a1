/// Words and numbers as sentences about schedules have them.
enum Phrase {
    /// "1", "1 and 2", "1, 2, and 3".
    static func list(_ items: [String], _ conjunction: String = "and") -> String {
        guard let last = items.last else { return "" }
        switch items.count {
        case 1: return last
        case 2: return "\(items[0]) \(conjunction) \(last)"
        default: return items.dropLast().joined(separator: ", ") + ", \(conjunction) " + last
        }
    }

    private static var words: Phrases { Language.english.words.phrases }

    /// A value of a field: its name where it has one, also Sunday for 7, else its number.
    static func value(_ value: Int, of kind: FieldKind) -> String {
        switch kind {
        case .month: words.months[(value + 11) % 12].text
        case .dayOfWeek: words.weekdays[value % 7].text
        default: String(value)
        }
    }

    /// "fifth Friday".
    static func ordinal(_ ordinal: Int, weekday: Int) -> String {
        words.weekOrdinals[ordinal - 1].text + " " + value(weekday, of: .dayOfWeek)
    }

    /// A list of ascending values in which three or more neighbours become one: "1, 2, and 9 to 17".
    static func values(_ values: [Int], of kind: FieldKind) -> String {
        list(
            values.runs.flatMap { run in
                run.count < 3 ? run.map { value($0, of: kind) } : [through(run, of: kind)]
            }
        )
    }

    /// "9 to 17", or just "9".
    static func through(_ run: ClosedRange<Int>, of kind: FieldKind) -> String {
        let first = value(run.lowerBound, of: kind)
        return run.count == 1 ? first : first + " to " + value(run.upperBound, of: kind)
    }

    /// "09:05", with the second where it is not 0.
    static func time(_ time: CivilDateTime) -> String {
        time.hour.twoDigits + ":" + time.minute.twoDigits + (time.second == 0 ? "" : ":" + time.second.twoDigits)
    }

    /// "2026-04-20".
    static func date(_ time: CivilDateTime) -> String {
        String(time.description.prefix(10))
    }

    /// "2026-04-20 09:05".
    static func dateTime(_ moment: CivilDateTime) -> String {
        date(moment) + " " + time(moment)
    }

    /// "1 hour 30 minutes"; "0 seconds" for nothing.
    static func duration(_ seconds: Int) -> String {
        let parts = [(seconds / 86_400, "day"), (seconds / 3600 % 24, "hour"), (seconds / 60 % 60, "minute"), (seconds % 60, "second")]
        let named = parts.filter { $0.0 != 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        return named.isEmpty ? "0 seconds" : named.joined(separator: " ")
    }

    /// What comes after "every": "15 minutes", but "hour" for one.
    static func period(_ seconds: Int) -> String {
        let name = duration(seconds)
        return [1, 60, 3600, 86_400].contains(seconds) ? String(name.dropFirst(2)) : name
    }
}
