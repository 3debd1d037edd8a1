/// The English words that descriptions are put together from.
enum English {
    /// "1", "1 and 2", "1, 2, and 3".
    static func list(_ items: [String]) -> String {
        switch items.count {
        case 0: ""
        case 1: items[0]
        case 2: items[0] + " and " + items[1]
        default: items.dropLast().joined(separator: ", ") + ", and " + items[items.count - 1]
        }
    }

    /// Clock times as cRonstrue lists them, without a comma before the "and".
    static func times(_ times: [String]) -> String {
        guard times.count > 1 else { return times.first ?? "" }
        return times.dropLast().joined(separator: ", ") + " and " + times[times.count - 1]
    }

    /// A time of day on the twelve-hour clock: "09:05 AM".
    static func time(_ hour: Int, _ minute: Int) -> String {
        let twelve = hour % 12 == 0 ? 12 : hour % 12
        return twelve.twoDigits + ":" + minute.twoDigits + (hour < 12 ? " AM" : " PM")
    }

    /// "2nd", "3rd", "4th".
    static func ordinal(_ number: Int) -> String {
        switch (number % 10, number % 100) {
        case (1, let hundreds) where hundreds != 11: "\(number)st"
        case (2, let hundreds) where hundreds != 12: "\(number)nd"
        case (3, let hundreds) where hundreds != 13: "\(number)rd"
        default: "\(number)th"
        }
    }

    /// A value of a field: its name where it has one ("Monday", also for 7 "Sunday"), else its number.
    static func value(_ value: Int, of kind: CronFieldKind) -> String {
        guard !kind.names.isEmpty else { return String(value) }
        return kind.names[(value - kind.range.lowerBound) % kind.names.count]
    }

    /// The members of a list: "5, 10 through 15, and 45".
    static func list(_ items: [ClosedRange<Int>], of kind: CronFieldKind) -> String {
        list(items.map { through($0) { value($0, of: kind) } })
    }

    /// "Monday through Friday", or just the value of a range of one.
    static func through(_ range: ClosedRange<Int>, _ text: (Int) -> String) -> String {
        let lower = text(range.lowerBound)
        return range.count == 1 ? lower : lower + " through " + text(range.upperBound)
    }

    /// The sentence's first letter in upper case.
    static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
