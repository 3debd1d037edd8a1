extension ScheduleRepair {
    /// The text with as many fields as there should be.
    func rightFieldCount(_ text: String, _ error: ScheduleError) -> String? {
        let words = words(text)
        if words.count < 5, let expression = expression(forEvent: text) { return expression }
        // A line of a crontab: without what comes after the fields.
        if !error.value.isEmpty, error.position > 0, !Self.isFieldLike(ArraySlice(error.value.utf8)) {
            return Self.trimmed(error.prefix(of: text))
        }
        if words.count == 1, let word = words.first, let macro = macro(word) { return macro }
        if options.flavor == .quartz, words.count == 5 { return inThisFlavor(text) }
        return plain(text) ?? joined(text)
    }

    /// `0 12 * * MON-FRI` for the same with a `*` behind it, which was meant as the year, though of six fields the first is the seconds.
    func withoutAnyYear(_ text: String) -> String? {
        let words = words(text)
        guard options.flavor == .debian, words.count == 6, words[5] == "*" || words[5] == "?" else { return nil }
        return try? Schedule(words.dropLast().joined(separator: " "), options).text
    }

    /// The text without the mark that ends a sentence or statement; nil when it has none.
    func withoutEndMark(_ text: String) -> String? {
        let trimmed = Self.trimmed(text)
        return trimmed.last.map(";,.".contains) == true ? String(trimmed.dropLast()) : nil
    }

    private static func trimmed(_ text: String) -> String {
        var text = text
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }

    // MARK: Quartz

    /// An expression of Debian cron in the language of the options; nil when it cannot be said in Quartz.
    func inThisFlavor(_ text: String) -> String? {
        guard options.flavor == .quartz, let original = try? Schedule(text, Schedule.Options(flavor: .debian)) else { return text }
        var fields = words(text)
        if fields.count == 5 { fields.insert("0", at: 0) }
        guard fields.count == 6 else { return nil }
        if fields[5] == "*" || fields[5] == "?" {
            fields[5] = "?"
        } else if fields[3] == "*" || fields[3] == "?" {
            fields[3] = "?"
            fields[5] = shifted(fields[5])
        }
        let result = fields.joined(separator: " ")
        let schedule = try? Schedule(result, options)
        return schedule?.recurrence == original.recurrence ? result : nil
    }

    /// A day of week in which Sunday is 0 in numbers in which Sunday is 1.
    private func shifted(_ weekdays: String) -> String {
        var (shifted, previous) = ("", UInt8(ascii: ","))
        // From Sunday to Sunday is the week, which 1-1 is not.
        for byte in weekdays.replacing("0-7", with: "0-6").utf8 {
            let isWeekday = byte.isDigit && previous != UInt8(ascii: "/") && previous != UInt8(ascii: "#") && !previous.isDigit
            shifted += isWeekday ? String(Int(byte - UInt8(ascii: "0")) % 7 + 1) : String(Unicode.Scalar(byte))
            previous = byte
        }
        return shifted
    }

    /// A day of week of 0 where Sunday is 1: whoever wrote it counts all of the field's days from 0.
    func shiftedWeekdays(_ text: String, _ error: ScheduleError) -> String? {
        guard options.sunday == 1, error.value == "0" else { return nil }
        let before = error.prefix(of: text).utf8.reversed().prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }.count
        let after = error.suffix(of: text).utf8.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }.count
        let field = text.utf8.dropFirst(error.position - before).prefix(before + 1 + after)
        return String(decoding: text.utf8.prefix(error.position - before), as: UTF8.self) + shifted(String(decoding: field, as: UTF8.self))
            + String(decoding: text.utf8.dropFirst(error.position + 1 + after), as: UTF8.self)
    }

    /// `?` in place of the `*` of one day field, or the other way around.
    func oneQuestionMark(_ text: String) -> String? {
        var fields = words(text)
        guard fields.count >= 6 else { return nil }
        if fields[5] == "*" {
            fields[5] = "?"
        } else if fields[3] == "*" {
            fields[3] = "?"
        } else if fields[3] == "?" {
            fields[3] = "*"
        } else {
            return nil
        }
        return fields.joined(separator: " ")
    }
}
