extension CalendarRepair {
    /// Words that add nothing to the meaning.
    private static let fillers: Set = ["every", "each", "at", "on", "of", "the", "and", "o'clock"]

    /// What is counted in "every 2 days" and "day 15".
    private static let units: Set = ["day", "hour", "minute", "week", "month", "quarter", "year"]

    /// What people say for what this language has a word for.
    private static let synonyms = [
        "day": "daily", "everyday": "daily", "nightly": "daily", "hour": "hourly", "minute": "minutely", "week": "weekly",
        "month": "monthly", "quarter": "quarterly", "year": "yearly", "midnight": "00:00", "noon": "12:00",
        "weekday": "Mon..Fri", "weekdays": "Mon..Fri", "weekend": "Sat,Sun", "weekends": "Sat,Sun",
    ]

    /// The text with the word in which the mistake is repaired.
    func words() -> String? {
        var words = text.split { $0 == " " || $0 == "\t" }.map(String.init)
        if words.count >= 5, error.value.contains(" ") { return Self.event(ofCron: text) }
        guard let index = indexOfWord(in: words) else { return nil }
        let word = words[index]
        let lowercased = word.lowercased()
        if Self.isCounted(words, at: index) { return nil }
        if Self.fillers.contains(lowercased) {
            words.remove(at: index)
        } else if let synonym = Self.synonyms[lowercased] ?? Self.macro(lowercased) {
            words[index] = synonym
        } else if !Self.join(&words, at: index), !Self.reorder(&words, at: index), !Self.dropShorthand(&words, at: index) {
            guard let time = Self.time(word) ?? Self.zone(word) ?? Self.dividedDateAndTime(word) else { return nil }
            words[index] = time
        }
        return words.joined(separator: " ")
    }

    /// Whether a number beside a word is no time of day: `every 2`, `2 day`, `day 15`.
    private static func isCounted(_ words: [String], at index: Int) -> Bool {
        guard index + 1 < words.count else { return false }
        let (word, next) = (words[index].lowercased(), words[index + 1].lowercased())
        return Int(next) != nil ? word == "every" || word == "each" || units.contains(word) : Int(word) != nil && units.contains(next)
    }

    private func indexOfWord(in words: [String]) -> Int? {
        var offset = text.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
        for (index, word) in words.enumerated() {
            offset += word.utf8.count
            if error.position < offset { return index }
            offset += text.utf8.dropFirst(offset).prefix { $0 == 0x20 || $0 == 0x09 }.count
        }
        return nil
    }

    private static func macro(_ word: String) -> String? {
        guard word.first == "@", let macro = ScheduleMacro(rawValue: word), macro != .reboot else { return nil }
        return macro == .midnight ? "daily" : String(word.dropFirst())
    }

    // MARK: Words that belong together

    /// `Mon to Fri`, `Mon, Tue`, `Jan 25`, `25 Jan`, `25 Jan 2026`, `9:00 am`.
    private static func join(_ words: inout [String], at index: Int) -> Bool {
        let (previous, next) = (index > 0 ? words[index - 1] : "", index + 1 < words.count ? words[index + 1] : "")
        let word = words[index].lowercased()
        if ["to", "through", "until", "till"].contains(word), isWeekday(previous), isWeekday(next) {
            words.replaceSubrange(index - 1...index + 1, with: [previous + ".." + next])
        } else if isWeekday(word), isWeekday(previous) {
            words.replaceSubrange(index - 1...index, with: [previous + (previous.hasSuffix(",") ? "" : ",") + words[index]])
        } else if let month = month(word), let day = Int(next), (1...31).contains(day) {
            words.replaceSubrange(index...index + 1, with: [month.twoDigits + "-" + day.twoDigits])
        } else if let month = month(next), let day = Int(word), (1...31).contains(day) {
            words.replaceSubrange(index...index + 1, with: [month.twoDigits + "-" + day.twoDigits])
        } else if isYear(word), isDayOfYear(previous) {
            words.replaceSubrange(index - 1...index, with: [word + "-" + previous])
        } else if ["am", "pm"].contains(word), let time = time(previous + word) {
            words.replaceSubrange(index - 1...index, with: [time])
        } else if ["am", "pm"].contains(next.lowercased()), let time = time(word + next) {
            words.replaceSubrange(index...index + 1, with: [time])
        } else {
            return false
        }
        return true
    }

    private static func isYear(_ word: String) -> Bool {
        word.utf8.count == 4 && Int(word).map(CalendarFieldParser.years.contains) ?? false
    }

    /// `01-25`.
    private static func isDayOfYear(_ word: String) -> Bool {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { Int($0) != nil }
    }

    private static func isWeekday(_ word: String) -> Bool {
        CalendarWeekdayParser.startsWithWeekday(ArraySlice(word.utf8))
    }

    /// Weekdays and dates that come after the time go before it.
    private static func reorder(_ words: inout [String], at index: Int) -> Bool {
        guard index > 0, words[index - 1].contains(":"), !words[index].contains(":") else { return false }
        guard isWeekday(words[index]) || words[index].first?.isNumber == true && words[index].contains("-") else { return false }
        let word = words.remove(at: index)
        words.insert(word, at: isWeekday(word) ? 0 : index - 1)
        return true
    }

    /// `9:00` for `daily 9:00`, `Mon` for `Mon daily`; not beside another such word, which says how often, too.
    private static func dropShorthand(_ words: inout [String], at index: Int) -> Bool {
        for (place, other) in [(index, index - 1), (index - 1, index)] where index > 0 && words[place].lowercased() == "daily" {
            guard words[other].lowercased() == "daily" || CalendarShorthand(ArraySlice(words[other].utf8)) == nil else { return false }
            words.remove(at: place)
            return true
        }
        return false
    }

    // MARK: Times and zones

    /// `9:00` for `9`, `09:00` for `0900`, `*:0/15` for `*/15`, `21:30` for `9:30pm` and `9.30pm`.
    private static func time(_ word: String) -> String? {
        if word.hasPrefix("*/") { return "*:0" + word.dropFirst() }
        var text = word.lowercased()
        let half = text.hasSuffix("am") ? 0 : text.hasSuffix("pm") ? 12 : nil
        if half != nil { text.removeLast(2) }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }.map(String.init)
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }), var hour = parts.first else { return nil }
        var rest = parts.dropFirst().joined(separator: ":")
        // 2026 is a year rather than 20:26.
        if rest.isEmpty, isYear(hour) { return nil }
        if rest.isEmpty { (hour, rest) = hour.count == 4 ? (String(hour.prefix(2)), String(hour.suffix(2))) : (hour, "00") }
        guard hour.count <= 2, let number = Int(hour) else { return nil }
        guard let half else { return rest == parts.dropFirst().joined(separator: ":") && word.contains(":") ? nil : hour + ":" + rest }
        return (1...12).contains(number) ? (number % 12 + half).twoDigits + ":" + rest : nil
    }

    /// `Europe/Berlin` for `europe/berlin`, `GMT` for `gmt`.
    private static func zone(_ word: String) -> String? {
        let capitalized = word.lowercased().split(separator: "/").map { segment in
            segment.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "_")
        }.joined(separator: "/")
        return [capitalized, word.uppercased()].first { $0 != word && CalendarZone.name(ArraySlice($0.utf8)) != nil }
    }

    /// `2026-01-01 09:00` for `2026-01-01T09:00`, `9..17:00` for `9-17:00`.
    private static func dividedDateAndTime(_ word: String) -> String? {
        guard word.contains("-"), word.contains(":") else { return nil }
        let parts = word.split { $0 == "T" || $0 == "t" }
        if parts.count == 2 { return parts.joined(separator: " ") }
        // Not for `9:00-17:00`, which would become the minutes from 9:00 to 9:17.
        let ends = word.split(separator: "-")
        return parts.count == 1 && word.first?.isNumber == true && !ends[0].contains(":") ? ends.joined(separator: "..") : nil
    }
}
